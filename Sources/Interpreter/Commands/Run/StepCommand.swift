import NeuralNetwork

extension Command {
  static let step = Command(
    "step", .run, "Changes the parameters once, against the gradients of the last backward pass.",
    parameters: [.option("lr", default: "the optimizer's", "the learning rate of this step")],
    details: """
      sgd:  W -= lr * dW   b -= lr * db
      Uses the engine's own gradients whatever became of the name dW1. The arrays W1, b1, …
      change in place: another name for W1 sees it, W1.copy() does not.
      """,
    examples: ["network 2 -> 3 relu -> 1 sigmoid", "forward [0.5, 0.2]", "backward [1]", "step lr=0.1"],
    seeAlso: ["backward", "optimizer", "train"]
  ) { input in
    let network = try input.model.requireNetwork()
    let rate = try input.double("lr")
    try input.placing("lr") { try network.step(learningRate: rate) }
    if input.model.isTracing { input.report(Trace.step(network)) }
    let shown = rate ?? network.declaration.optimizer["lr"] ?? 0
    input.confirm("stepped with lr \(NumberText.short(shown))")
    return .none
  }
}
