extension MistakeKind {
  static let wrongBias = MistakeKind(
    "wrong bias", "The bias is missing, or subtracted."
  ) { d in
    switch d.name {
    case .preactivation(let layer): return preactivations(d, layer)
    case .activation(let layer) where layer >= 1: return activations(d, layer)
    case .prediction: return activations(d, d.depth)
    default: return []
    }
  }

  private static func preactivations(_ d: Derivation, _ layer: Int) -> [Candidate] {
    guard let z = d.z(layer), let bias = d.bias(layer), let before = d.a(layer - 1), let weights = d.weights(layer),
      let product = before.times(weights), let whole = product.plus(bias), isSame(whole, z)
    else { return [] }
    let formula = d.text.weighted(d.text.a(layer - 1), "W\(layer)")
    return [
      Candidate(product, formula, "a missing bias: b\(layer) is not added"),
      Candidate(product.minus(bias)!, "\(formula) - b\(layer)", "a bias that is subtracted: b\(layer) is added"),
    ]
  }

  private static func activations(_ d: Derivation, _ layer: Int) -> [Candidate] {
    preactivations(d, layer).map {
      Candidate(
        d.value(d.activation(layer), $0.value), "\(d.activation(layer).name)(\($0.formula))", $0.description)
    }
  }

  /// Whether the parameters are still those of the pass.
  private static func isSame(_ a: Matrix, _ b: Matrix) -> Bool {
    Comparison(tolerance: 1e-5).areClose(a.values, b.values)
  }
}
