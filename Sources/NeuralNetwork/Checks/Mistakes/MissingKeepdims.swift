extension MistakeKind {
  static let missingKeepdims = MistakeKind(
    "missing keepdims", "The right numbers, but the sum has dropped an axis: keepdims=True keeps it."
  ) { d in
    guard case .biasGradient = d.name else { return [] }
    return [
      Candidate(
        d.expected, dimensions: 1, "\(d.text.name(d.name)).ravel()",
        "the right numbers in one dimension: keepdims=True keeps the axis of the sum")
    ]
  }
}
