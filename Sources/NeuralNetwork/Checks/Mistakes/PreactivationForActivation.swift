extension MistakeKind {
  static let preactivationForActivation = MistakeKind(
    "Z for A", "A pre-activation Z stands where the activation A belongs."
  ) { d in
    switch d.name {
    case .preactivation(let layer) where layer >= 2:
      guard let before = d.z(layer - 1), let weights = d.weights(layer), let bias = d.bias(layer),
        let value = before.times(weights)?.plus(bias)
      else { return [] }
      let formula = d.text.weighted(d.text.z(layer - 1), "W\(layer)") + " + b\(layer)"
      return [Candidate(value, formula, what(d, layer - 1))]
    case .weightsGradient(let layer) where layer >= 2:
      guard let value = d.outer(d.z(layer - 1), d.dz(layer)) else { return [] }
      return [Candidate(value, d.text.outer(d.text.z(layer - 1), d.text.dz(layer)) + " / m", what(d, layer - 1))]
    case .preactivationGradient(d.depth), .biasGradient(d.depth):
      guard d.isFused, let z = d.z(d.depth), let y = d.targets,
        let (value, formula) = d.spread(layer: d.depth, z.minus(y), "\(d.text.z(d.depth)) - Y")
      else { return [] }
      return [Candidate(value, formula, what(d, d.depth))]
    default: return []
    }
  }

  private static func what(_ d: Derivation, _ layer: Int) -> String {
    "the pre-activation \(d.text.z(layer)) in the place of the activation \(d.text.a(layer))"
  }
}
