extension MistakeKind {
  static let wrongProduct = MistakeKind(
    "wrong product", "The operands of @ are swapped, or one is transposed that should not be, or not that should."
  ) { d in
    // Every order and transposition of the two that gives a matrix; the right one is left out by its numbers.
    let left: (Matrix, String)
    let right: (Matrix, String)
    var scale = 1.0
    var ending = ""
    var bias: Matrix?
    switch d.name {
    case .preactivation(let layer):
      guard let input = d.a(layer - 1), let weights = d.weights(layer), let b = d.bias(layer) else { return [] }
      left = (input, d.text.a(layer - 1))
      right = (weights, "W\(layer)")
      bias = b
      ending = " + b\(layer)"
    case .weightsGradient(let layer):
      guard let input = d.a(layer - 1), let dz = d.dz(layer), let m = d.m else { return [] }
      left = (input, d.text.a(layer - 1))
      right = (dz, d.text.dz(layer))
      scale = 1 / Double(m)
      ending = " / m"
    case .activationGradient(let layer) where layer < d.depth:
      guard let dz = d.dz(layer + 1), let weights = d.weights(layer + 1) else { return [] }
      left = (dz, d.text.dz(layer + 1))
      right = (weights, "W\(layer + 1)")
    default: return []
    }
    // As they stand on a line: in columns each is the transpose, and so is the product.
    func written(_ operand: (Matrix, String)) -> (Matrix, String) {
      d.text.convention == .rows ? operand : (operand.0.transposed, operand.1)
    }
    let (first, second) = (written(left), written(right))
    let forms = { (x: (Matrix, String)) in [x, (x.0.transposed, x.1 + ".T")] }
    let rightTranspositions = transpositions(d.name)
    var result: [Candidate] = []
    for (one, two, isSwapped) in [
      (first, second, d.text.convention == .columns), (second, first, d.text.convention == .rows),
    ] {
      for (i, a) in forms(one).enumerated() {
        for (j, b) in forms(two).enumerated() {
          guard var product = a.0.times(b.0) else { continue }
          let (ofLeft, ofRight) = one.1 == first.1 ? (i, j) : (j, i)
          if d.text.convention == .columns { product = product.transposed }
          if let bias {
            guard let sum = product.plus(bias) else { continue }
            product = sum
          }
          let isTransposedRight = (ofLeft, ofRight) == rightTranspositions
          if isTransposedRight && !isSwapped { continue }
          product = product * scale
          // That is the transpose, which has a name of its own.
          if closeTo(product.transposed, d.expected) { continue }
          let what =
            isSwapped
            ? (isTransposedRight ? "swapped operands of @" : "swapped operands of @, and a .T too many or missing")
            : "a .T too many or missing in the product"
          result.append(Candidate(product, dimensions: 2, "\(a.1) @ \(b.1)\(ending)", what))
        }
      }
    }
    return result
  }

  private static func closeTo(_ a: Matrix, _ b: Matrix) -> Bool {
    a.rows == b.rows && Comparison(tolerance: 1e-8).areClose(a.values, b.values)
  }

  /// Which of the two operands is transposed in the right product, input or derivative first; the same in both conventions.
  private static func transpositions(_ name: EngineName) -> (Int, Int) {
    switch name {
    case .weightsGradient(_): (1, 0)
    case .activationGradient(_): (0, 1)
    default: (0, 0)
    }
  }
}
