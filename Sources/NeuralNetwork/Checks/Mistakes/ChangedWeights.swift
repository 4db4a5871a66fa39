extension MistakeKind {
  static let changedWeights = MistakeKind(
    "changed weights", "The pass was made with the weights before step; the formula took those after it."
  ) { d in
    var result: [Candidate] = []
    func add(_ value: Matrix?, _ formula: String, _ weights: String) {
      guard let value else { return }
      result.append(Candidate(value, formula, "made with \(weights) as it is after step; the pass was made before it"))
    }
    func back(_ layer: Int) -> Matrix? {
      guard layer < d.depth, let dz = d.dz(layer + 1), let weights = d.weights(layer + 1) else { return nil }
      return dz.times(weights.transposed)
    }
    switch d.name {
    case .preactivation(let layer):
      guard let input = d.a(layer - 1), let weights = d.weights(layer), let bias = d.bias(layer) else { break }
      let formula = d.text.weighted(d.text.a(layer - 1), "W\(layer)") + " + b\(layer)"
      add(input.times(weights)?.plus(bias), formula, "W\(layer), b\(layer)")
    case .activationGradient(let layer) where layer < d.depth:
      add(back(layer), d.text.back(d.text.dz(layer + 1), "W\(layer + 1)"), "W\(layer + 1)")
    default:
      guard let layer = d.derivativeLayer, layer < d.depth, let da = back(layer), let z = d.z(layer) else { break }
      let g = d.activation(layer)
      let formula =
        "(\(d.text.back(d.text.dz(layer + 1), "W\(layer + 1)"))) * \(g.name)'(\(d.text.z(layer)))"
      guard let (value, whole) = d.spread(layer: layer, d.through(g, z, da), formula) else { break }
      add(value, whole, "W\(layer + 1)")
    }
    return result
  }
}
