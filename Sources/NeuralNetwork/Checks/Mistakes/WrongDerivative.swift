extension MistakeKind {
  static let wrongDerivative = MistakeKind(
    "wrong derivative", "The derivative of another activation than the layer's."
  ) { d in
    guard let layer = d.derivativeLayer, layer < d.depth || !d.isFused, let z = d.z(layer), let da = d.da(layer)
    else { return [] }
    let own = d.activation(layer)
    let (daText, zText) = (d.text.da(layer), d.text.z(layer))
    var result: [Candidate] = []
    for kind in ActivationKind.catalog.items where !kind.isRowWise && kind.name != "linear" {
      let other = Activation(kind)
      if other == own { continue }
      let factor = "\(kind.name)'(\(zText))"
      guard let (value, formula) = d.spread(layer: layer, d.through(other, z, da), "\(daText) * \(factor)") else {
        continue
      }
      let what =
        kind.name == own.name
        ? "a wrong derivative: that of \(kind.name) with its default option"
        : "a wrong derivative: that of \(kind.name), where layer \(layer) has \(own.name)"
      result.append(Candidate(value, formula, what))
    }
    return result
  }
}
