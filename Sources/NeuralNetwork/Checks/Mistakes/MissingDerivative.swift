extension MistakeKind {
  static let missingDerivative = MistakeKind(
    "missing derivative", "The step back through the activation is missing: dZ = dA * g'(Z)."
  ) { d in
    guard let layer = d.derivativeLayer, layer < d.depth || !d.isFused else { return [] }
    let (da, g) = (d.text.da(layer), d.activation(layer).name)
    guard let (value, formula) = d.spread(layer: layer, d.da(layer), da) else { return [] }
    return [Candidate(value, formula, "a missing derivative: \(da) is not multiplied by \(g)'(\(d.text.z(layer)))")]
  }
}
