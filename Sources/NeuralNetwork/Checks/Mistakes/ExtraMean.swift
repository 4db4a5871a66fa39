extension MistakeKind {
  static let extraMean = MistakeKind(
    "extra 1/m", "Divided by the m samples once too often: dZ and dA are each sample's own, and the mean is taken once."
  ) { d in
    guard let m = d.m, m > 1 else { return [] }
    let name = d.text.name(d.name)
    switch d.name {
    case .weightsGradient, .biasGradient, .loss:
      return [
        Candidate(d.expected * (1 / Double(m)), "\(name) / m", "an extra 1/m: divided by m = \(m) once too often")
      ]
    case .preactivationGradient, .activationGradient:
      let why = "an extra 1/m: \(name) is each sample's own, only dW and db are divided by m = \(m)"
      return [Candidate(d.expected * (1 / Double(m)), "\(name) / m", why)]
    default: return []
    }
  }
}
