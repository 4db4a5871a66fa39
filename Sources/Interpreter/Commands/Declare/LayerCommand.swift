import NeuralNetwork

extension Command {
  static let layer = Command(
    "layer", .declare, "Adds a layer to the network and draws its weights.",
    parameters: [
      .required("units", "the number of neurons"),
      .optional(
        "activation", .word(ActivationKind.catalog.words, elseExpression: false), default: "linear",
        "what each neuron does with its sum"),
      .optional("option", "the activation's option: elu 0.5 is elu alpha=0.5"),
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
    let activation = try activation(input)
    try input.model.append(.dense(units: units, activation: activation))
    input.confirm(input.model.summary)
    return .none
  }
}

/// The activation with its options, the first of them by position or by name.
private func activation(_ input: CommandInput) throws -> Activation {
  let activation = try input.configured("activation", ActivationKind.self) ?? input.configured(.linear)
  guard let value = try input.double("option") else { return activation }
  guard let option = activation.kind.documentation.options.first else {
    throw input.at("option", Fault(.value, "\(activation.name) has no option"))
  }
  if input.has(option.name) { throw input.at("option", Fault(.value, "\(option.name) is given twice")) }
  return try input.placing("option") { try Activation(activation.kind, [option.name: value]) }
}
