import Arrays
import NeuralNetwork

extension Command {
  static let evaluate = Command(
    "evaluate", .run, "Measures the network on data: the share of right classes, or the loss of a regression.",
    parameters: [
      .optional("X", default: "X_test, else X_train, else X", "the samples"),
      .optional("Y", default: "the targets that belong to them", "the targets"),
    ],
    details: """
      accuracy = mean(predict(X) == Y). Returns the accuracy; for a regression the loss.
      """,
    examples: [
      "data moons samples=200 noise=0.2 seed=42", "network 2 -> 10 relu -> 1 sigmoid", "train 50 every=0", "evaluate",
      "accuracy = evaluate(X, Y)",
    ],
    seeAlso: ["predict", "train", "split"]
  ) { input in
    let network = try input.model.requireNetwork()
    let inputs: NDArray
    let targets: NDArray
    if let given = try input.array("X") {
      guard let givenTargets = try input.array("Y") else {
        throw Fault(.value, "evaluate needs the targets too", hint: "evaluate \(input.item("X")?.text ?? "X"), Y")
      }
      (inputs, targets) = (given, givenTargets)
    } else {
      let data = try input.model.testData()
      (inputs, targets) = (data.inputs, try input.array("Y") ?? data.targets)
    }
    let evaluation = try input.placing("X") { try network.evaluate(inputs, targets) }
    if !evaluation.loss.isFinite {
      input.session.warn("the loss is no finite number: there is nan or inf in the weights or in the data")
    }
    let loss = "loss \(NumberText.loss(evaluation.loss))"
    if let accuracy = evaluation.accuracy {
      input.report("accuracy \(NumberText.fixed(accuracy, 4)) - \(loss)\n")
      return .numpyFloat(accuracy)
    }
    input.report("\(loss)\n")
    return .numpyFloat(evaluation.loss)
  }
}
