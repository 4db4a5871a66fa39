extension MistakeKind {
  static let extraDerivative = MistakeKind(
    "extra derivative", "A - Y already holds the output activation's derivative, and is multiplied by it once more."
  ) { d in
    guard let layer = d.derivativeLayer, layer == d.depth, d.isFused, let z = d.z(layer), let dz = d.dz(layer),
      !d.activation(layer).kind.isRowWise
    else { return [] }
    let own = d.activation(layer)
    let factor = "\(own.name)'(\(d.text.z(layer)))"
    guard
      let (value, formula) = d.spread(layer: layer, d.through(own, z, dz), "(\(d.text.a(layer)) - Y) * \(factor)")
    else { return [] }
    return [Candidate(value, formula, "an extra \(factor): with \(d.loss?.name ?? "this loss"), A - Y is dZ already")]
  }
}
