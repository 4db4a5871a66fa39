import NeuralNetwork

extension Command {
  static let dropout = Command(
    "dropout", .declare, "Adds a dropout layer: while training, a share of the values before it is set to zero.",
    parameters: [.optional("rate", default: "0.5", "the share set to zero, from 0 up to but not 1")],
    details: """
      The values that stay are divided by 1 - rate, so that their mean stays as it is.
      forward, predict and evaluate drop nothing; train does.
      """,
    examples: ["input 2", "layer 10 relu", "dropout 0.2", "layer 1 sigmoid"],
    seeAlso: ["layer", "network"], isFunction: false
  ) { input in
    let rate = try input.placing("rate") { try input.value("rate").map(dropoutRate) ?? 0.5 }
    try input.model.append(.dropout(rate: rate))
    input.confirm("dropout \(NumberText.short(rate))")
    return .none
  }
}
