extension MistakeKind {
  static let factorOfTwo = MistakeKind(
    "factor 2", "Twice or half the right numbers: the 2 of a square's derivative, or the 1/2 before a square."
  ) { d in
    let name = d.text.name(d.name)
    return [
      Candidate(d.expected * 2, "2 * \(name)", "a factor 2 too much"),
      Candidate(d.expected * 0.5, "\(name) / 2", "a factor 2 that is missing: half of what it should be"),
    ]
  }
}
