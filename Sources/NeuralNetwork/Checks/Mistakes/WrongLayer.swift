extension MistakeKind {
  static let wrongLayer = MistakeKind(
    "wrong layer",
    "A value of the neighbouring layer: the layer's own output for its input, or dA for dZ of the layer above."
  ) { d in
    switch d.name {
    case .weightsGradient(let layer):
      guard let value = d.outer(d.a(layer), d.dz(layer)) else { return [] }
      let what = "the layer's own output \(d.text.a(layer)) in the place of its input \(d.text.a(layer - 1))"
      return [
        Candidate(value, dimensions: 2, d.text.outer(d.text.a(layer), d.text.dz(layer)) + " / m", what)
      ]
    case .activationGradient(let layer) where layer < d.depth:
      guard let above = d.da(layer + 1), let weights = d.weights(layer + 1),
        let value = above.times(weights.transposed)
      else { return [] }
      let formula = d.text.back(d.text.da(layer + 1), "W\(layer + 1)")
      return [
        Candidate(value, formula, "\(d.text.da(layer + 1)) in the place of \(d.text.dz(layer + 1))")
      ]
    default: return []
    }
  }
}
