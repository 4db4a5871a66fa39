import NeuralNetwork

extension Command {
  static let optimizer = Command(
    "optimizer", .declare, "Declares how step changes the parameters; alone, says how.",
    parameters: [
      .optional("name", .word(OptimizerKind.catalog.words, elseExpression: false), default: "sgd", "the rule")
    ] + OptimizerKind.catalog.optionParameters,
    details: """
      sgd, gradient descent:  W -= lr * dW   b -= lr * db

      Without a declaration it is sgd lr=0.01. Declaring an optimizer forgets the moments of the one before.
      """,
    examples: ["optimizer sgd lr=0.1", "optimizer adam lr=0.01"],
    seeAlso: ["optimizers", "step", "train"], isFunction: false
  ) { input in
    guard input.has("name") || !input.items.isEmpty else {
      input.report(StyledText(input.model.optimizer.text + "\n"))
      return .text(input.model.optimizer.name)
    }
    // `optimizer lr=0.1` keeps the rule.
    let optimizer = try input.configured("name", OptimizerKind.self) ?? input.configured(input.model.optimizer.kind)
    input.model.setOptimizer(optimizer)
    input.confirm("optimizer \(optimizer.text)")
    return .none
  }
}
