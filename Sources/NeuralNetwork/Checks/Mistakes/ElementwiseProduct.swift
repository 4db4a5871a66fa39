extension MistakeKind {
  static let elementwiseProduct = MistakeKind(
    "elementwise product", "* where the matrix product @ belongs, or @ where * belongs."
  ) { d in
    var result: [Candidate] = []
    func add(_ value: Matrix?, _ formula: String, _ what: String) {
      if let value { result.append(Candidate(value, dimensions: 2, formula, what)) }
    }
    let star = "an elementwise product *, where the matrix product @ belongs"
    switch d.name {
    case .preactivation(let layer):
      let (input, weights, bias) = (d.a(layer - 1), d.weights(layer), d.bias(layer))
      // Of a single input the two products are the same.
      guard let input, let weights, let bias, input.columns > 1 else { break }
      let (x, w) = (d.text.a(layer - 1), "W\(layer)")
      add(input.combined(weights, *)?.plus(bias), "\(x) * \(w) + b\(layer)", star)
      add(input.combined(weights.transposed, *)?.plus(bias), "\(x) * \(w).T + b\(layer)", star)
    case .weightsGradient(let layer):
      guard let input = d.a(layer - 1), let dz = d.dz(layer), let m = d.m else { break }
      let product =
        d.text.convention == .rows
        ? "\(d.text.a(layer - 1)) * \(d.text.dz(layer))" : "\(d.text.dz(layer)) * \(d.text.a(layer - 1))"
      add(input.combined(dz, *), product, star)
      add(input.combined(dz, *).map { $0 * (1 / Double(m)) }, "\(product) / m", star)
    case .activationGradient(let layer) where layer < d.depth:
      guard let dz = d.dz(layer + 1), let weights = d.weights(layer + 1), dz.columns > 1 else { break }
      let (delta, w) = (d.text.dz(layer + 1), "W\(layer + 1)")
      add(dz.combined(weights.transposed, *), "\(delta) * \(w).T", star)
      add(dz.combined(weights, *), "\(delta) * \(w)", star)
    case .preactivationGradient(let layer) where layer < d.depth || !d.isFused:
      guard let da = d.da(layer), let z = d.z(layer), !d.activation(layer).kind.isRowWise else { break }
      let slope = d.through(d.activation(layer), z, z.map { _ in 1 })
      let (delta, factor) = (d.text.da(layer), "\(d.activation(layer).name)'(\(d.text.z(layer)))")
      let what = "a matrix product @, where the elementwise product * belongs"
      // What stands on a line in columns is the transpose of these.
      let isRows = d.text.convention == .rows
      add(isRows ? da.times(slope) : slope.times(da), "\(delta) @ \(factor)", what)
      add(isRows ? da.times(slope.transposed) : slope.transposed.times(da), "\(delta) @ \(factor).T", what)
    default: break
    }
    return result
  }
}
