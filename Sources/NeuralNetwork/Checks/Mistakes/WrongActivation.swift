extension MistakeKind {
  static let wrongActivation = MistakeKind(
    "wrong activation", "Another activation than the layer's."
  ) { d in
    guard let layer = d.activationLayer, let z = d.z(layer) else { return [] }
    let (own, text) = (d.activation(layer), d.text.z(layer))
    var result: [Candidate] = []
    for kind in ActivationKind.catalog.items where kind.name != "linear" && Activation(kind) != own {
      let what =
        kind.name == own.name ? "\(kind.name) with its default option" : "\(kind.name), where the layer has \(own.name)"
      result.append(Candidate(d.value(Activation(kind), z), "\(kind.name)(\(text))", "a wrong activation: \(what)"))
    }
    if own.name == "sigmoid" {
      let value = d.value(own, z * -1)
      result.append(Candidate(value, "1 / (1 + exp(\(text)))", "a wrong sign in the exponent: it is exp(-\(text))"))
    }
    return result
  }
}
