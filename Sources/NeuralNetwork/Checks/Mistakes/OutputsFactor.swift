extension MistakeKind {
  static let outputsFactor = MistakeKind(
    "outputs", "The mean over the outputs is missing, or taken where the loss adds the outputs up."
  ) { d in
    let outputs = d.network.outputs
    guard outputs > 1 else { return [] }
    let name = d.text.name(d.name)
    switch d.name {
    case .loss, .weightsGradient, .biasGradient, .preactivationGradient, .activationGradient:
      return [
        Candidate(
          d.expected * Double(outputs), "\(name) * \(outputs)",
          "a missing 1/\(outputs): the loss is a mean over the \(outputs) outputs"),
        Candidate(
          d.expected * (1 / Double(outputs)), "\(name) / \(outputs)", "an extra 1/\(outputs), the number of outputs"),
      ]
    default: return []
    }
  }
}
