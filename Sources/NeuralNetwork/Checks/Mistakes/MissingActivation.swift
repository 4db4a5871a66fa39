extension MistakeKind {
  static let missingActivation = MistakeKind(
    "missing activation", "The activation is left out, or applied twice."
  ) { d in
    guard let layer = d.activationLayer, let z = d.z(layer), let a = d.a(layer) else { return [] }
    let g = d.activation(layer)
    return [
      Candidate(z, d.text.z(layer), "a missing activation: \(d.text.z(layer)) itself, without \(g.name)"),
      Candidate(d.value(g, a), "\(g.name)(\(d.text.a(layer)))", "\(g.name) applied twice"),
    ]
  }
}
