extension MistakeKind {
  static let transposed = MistakeKind(
    "transpose",
    "The right numbers with rows and columns exchanged: the operands of @ are in the wrong order, or .T is missing."
  ) { d in
    guard d.expected.rows > 1 || d.expected.columns > 1 else { return [] }
    return [
      Candidate(d.expected.transposed, dimensions: 2, "\(d.text.name(d.name)).T", "the transpose of what it should be")
    ]
  }
}
