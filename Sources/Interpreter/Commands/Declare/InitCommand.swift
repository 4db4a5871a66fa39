import NeuralNetwork

extension Command {
  static let initialize = Command(
    "init", .declare, "Draws all weights anew and sets all biases to zero.",
    parameters: [
      .optional(
        "name", .word(InitializerKind.catalog.words, elseExpression: false), default: "the network's, at first he",
        "how weights are drawn"),
      .option("seed", "draws from a generator of its own with this seed; without it from the global one"),
    ] + InitializerKind.catalog.optionParameters,
    details: """
      he:      W = randn(inputs, units) * sqrt(2 / inputs)
      xavier:  W = randn(inputs, units) * sqrt(2 / (inputs + units))
      Forgets the optimizer's moments, the last passes and the training history.
      Before a network is declared it says how that one will be drawn.
      """,
    examples: ["network 2 -> 3 relu -> 1 sigmoid", "init he seed=42", "show W1"],
    seeAlso: ["initializers", "network", "seed"], isFunction: false
  ) { input in
    let initializer =
      try input.configured("name", InitializerKind.self) ?? input.configured(input.model.initializer.kind)
    let seed = try input.seed("seed")
    try input.model.initialize(initializer, seed: seed)
    input.confirm("init \(initializer.text)" + (seed.map { " seed=\($0)" } ?? ""))
    return .none
  }
}
