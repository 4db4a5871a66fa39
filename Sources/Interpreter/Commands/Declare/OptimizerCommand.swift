import Arrays
import NeuralNetwork

extension Configured where Kind == OptimizerKind {
  /// `sgd lr=0.01`: the learning rate even where it is the default.
  var textWithRate: String {
    let others = changedOptions.filter { $0.name != "lr" }.map { "\($0.name)=\(pythonRepr($0.value))" }
    return ([name, "lr=\(pythonRepr(self["lr"] ?? 0))"] + others).joined(separator: " ")
  }
}

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
      input.report(StyledText(input.model.optimizer.textWithRate + "\n"))
      return .text(input.model.optimizer.name)
    }
    // `optimizer lr=0.1` keeps the rule.
    let optimizer = try input.configured("name", OptimizerKind.self) ?? input.configured(input.model.optimizer.kind)
    input.model.setOptimizer(optimizer)
    input.confirm("optimizer \(optimizer.text)")
    return .none
  }
}
