import NeuralNetwork

extension Command {
  static let predict = Command(
    "predict", .run, "Says the class of each sample; of a regression, the prediction.",
    parameters: [.required("X", "the samples, or one")],
    details: """
      sigmoid: 1 where the output is above 0.5, else 0. softmax: the number of the largest
      output. The labels are whole numbers, samples × 1 (columns: 1 × samples); where the
      classes have names, it says them beneath.
      Binds nothing; forward gives the probabilities.
      """,
    examples: ["network 2 -> 10 relu -> 1 sigmoid", "predict [[0, 0], [1, 1]]", "labels = predict([0.5, -0.5])"],
    seeAlso: ["forward", "evaluate"]
  ) { input in
    let network = try input.model.requireNetwork()
    guard let samples = try input.array("X") else {
      throw Fault(.value, "predict needs samples", hint: "predict X")
    }
    let labels = try input.placing("X") { try network.predict(samples) }
    input.report(ArrayReport.report("prediction", labels, options: input.session.printOptions))
    let names = input.model.classNames(of: network)
    if !names.isEmpty {
      let said = Set(labels.doubleValues.map { Int($0) }).sorted().filter { names.indices.contains($0) }
      input.report(StyledText(said.map { "\($0) is \(names[$0])" }.joined(separator: ", ") + "\n", .dim))
    }
    return .array(labels)
  }
}
