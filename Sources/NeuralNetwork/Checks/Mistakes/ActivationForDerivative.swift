extension MistakeKind {
  static let activationForDerivative = MistakeKind(
    "activation for derivative", "The activation itself stands in the place of its derivative, or the other way round."
  ) { d in
    switch d.name {
    case .activation(let layer) where layer >= 1: return derivatives(d, layer)
    case .prediction: return derivatives(d, d.depth)
    default: break
    }
    guard let layer = d.derivativeLayer, layer < d.depth || !d.isFused, let da = d.da(layer), let a = d.a(layer),
      let (value, formula) = d.spread(layer: layer, da.combined(a, *), "\(d.text.da(layer)) * \(d.text.a(layer))")
    else { return [] }
    let g = d.activation(layer).name
    return [Candidate(value, formula, "multiplied by \(g) itself, \(d.text.a(layer)), instead of its derivative")]
  }

  private static func derivatives(_ d: Derivation, _ layer: Int) -> [Candidate] {
    let own = d.activation(layer)
    guard let z = d.z(layer), !own.kind.isRowWise else { return [] }
    let value = d.through(own, z, z.map { _ in 1 })
    let formula = "\(own.name)'(\(d.text.z(layer)))"
    return [Candidate(value, formula, "the derivative \(formula) in the place of the activation")]
  }
}
