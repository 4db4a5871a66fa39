extension MistakeKind {
  static let missingMean = MistakeKind(
    "missing 1/m", "The sum over the samples instead of their mean: dW, db and the loss are divided by the m samples."
  ) { d in
    guard let m = d.m, m > 1 else { return [] }
    let name = d.text.name(d.name)
    switch d.name {
    case .weightsGradient, .biasGradient:
      return [
        Candidate(
          d.expected * Double(m), d.sum ?? "\(name) * m", "a missing 1/m: \(m) times too large, for m = \(m) samples")
      ]
    case .loss:
      return [
        Candidate(d.expected * Double(m), "loss * m", "a missing 1/m: the sum over the \(m) samples, not their mean")
      ]
    default: return []
    }
  }
}
