extension MistakeKind {
  static let unsummed = MistakeKind(
    "not summed", "Every sample's own derivative stands there, where the sum or mean over the samples belongs."
  ) { d in
    guard let m = d.m, m > 1 else { return [] }
    switch d.name {
    case .biasGradient(let layer):
      guard let dz = d.dz(layer) else { return [] }
      let name = d.text.dz(layer)
      let what =
        "not summed: \(name) has a derivative for each of the \(m) samples, \(d.text.name(d.name)) is their mean"
      return [
        Candidate(dz, dimensions: 2, name, what), Candidate(dz * (1 / Double(m)), dimensions: 2, "\(name) / m", what),
      ]
    default: return []
    }
  }
}
