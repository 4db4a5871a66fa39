extension FindingKind {
  static let vanishingGradients = FindingKind(
    "vanishing gradients",
    why:
      "on its way back each layer multiplies the gradient by its slope and weights; below 1 they make it nothing, and the first layers do not learn"
  ) { patient in
    guard let (first, last) = patient.gradientSizes, first > 0, first < 1e-3 * last else { return [] }
    let squashing = (0..<patient.depth - 1).filter { ["sigmoid", "tanh"].contains(patient.activation($0).name) }
    let remedy: FactText =
      squashing.isEmpty
      ? "init he"
      : "network \(.declaration(patient.declaration(hidden: "relu") { squashing.contains($0) }))"
    return [(patient.gradientFacts(first, last, "falls"), [remedy])]
  }
}

extension Patient {
  /// The sizes (root mean square) of dZ in the first and in the last layer.
  var gradientSizes: (first: Double, last: Double)? {
    guard isFinite, dz.count > 1, let last = dz.last?.rootMeanSquare, last > 0 else { return nil }
    return (dz[0].rootMeanSquare, last)
  }

  /// The way of dZ from the last layer to the first; of a deep network some layers between.
  func gradientFacts(_ first: Double, _ last: Double, _ verb: String) -> FactText {
    var way: FactText = "\(dz[depth - 1].rootMeanSquare)"
    let step = max(1, (depth + 3) / 5)
    var layers = Array(stride(from: depth - 1 - step, through: 1, by: -step))
    if layers.last != 0 { layers.append(0) }
    for index in layers { way = "\(way), \(dz[index].rootMeanSquare)" }
    let factor = max(first, last) / min(first, last)
    return "the size of dZ (root mean square) \(verb) from layer \(depth) to layer 1 by a factor of \(factor): \(way)"
  }
}
