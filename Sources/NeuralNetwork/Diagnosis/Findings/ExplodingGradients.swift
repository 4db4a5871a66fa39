extension FindingKind {
  static let explodingGradients = FindingKind(
    "exploding gradients",
    why:
      "on its way back each layer multiplies the gradient by its weights; above 1 they make it huge, and one step throws the first layers far off"
  ) { patient in
    guard let (first, last) = patient.gradientSizes, first > 100 * last else { return [] }
    let expected = (2 / Double(patient.network.layers[patient.depth - 1].inputs)).squareRoot()
    let areLarge = patient.weights(patient.depth - 1).rootMeanSquare > 2 * expected
    let remedy: FactText = areLarge ? "init he" : "train \(max(patient.training?.epochs ?? 1000, 100)) clip_norm=1"
    return [(patient.gradientFacts(first, last, "grows"), [remedy])]
  }
}
