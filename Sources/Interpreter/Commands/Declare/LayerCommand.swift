import NeuralNetwork

extension Command {
  static let layer = Command(
    "layer", .declare, "Adds a layer to the network and draws its weights.",
    parameters: [
      .required("units", "the number of neurons"),
      .optional(
        "activation", .word(ActivationKind.catalog.words, elseExpression: false), default: "linear",
        "what each neuron does with its sum"),
    ] + ActivationKind.catalog.optionParameters,
    details: """
      rows:     Z = A_before @ W + b     W is inputs × units, b is 1 × units
      columns:  z = W @ a_before + b     W is units × inputs, b is units × 1
      then A = activation(Z).
      """,
    examples: ["input 2", "layer 10 relu", "layer 1 sigmoid", "show network"],
    seeAlso: ["input", "dropout", "network", "activations"], isFunction: false
  ) { input in
    let units = try input.placing("units") { try size(input.value("units") ?? .none, "units") }
    let activation = try input.configured("activation", ActivationKind.self) ?? input.configured(.linear)
    try input.model.append(.dense(units: units, activation: activation))
    input.confirm(input.model.summary)
    return .none
  }
}
