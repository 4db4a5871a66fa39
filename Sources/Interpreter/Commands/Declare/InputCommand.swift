import NeuralNetwork

extension Command {
  static let input = Command(
    "input", .declare, "Begins a network that is declared layer by layer: the number of features of a sample.",
    parameters: [.required("size", "the number of features of a sample")],
    details: """
      Follow with `layer` for each layer. `network 2 -> 10 relu -> 1 sigmoid` says the
      same on one line, and draws the same weights.
      """,
    examples: ["input 2", "layer 10 relu", "layer 1 sigmoid", "show network"],
    seeAlso: ["layer", "dropout", "network"], isFunction: false
  ) { input in
    let count = try input.placing("size") { try size(input.value("size") ?? .none, "inputs") }
    try input.model.declare(inputs: count, layers: [])
    input.confirm("\(counted(count, "input")); layers follow: layer 10 relu")
    return .none
  }
}
