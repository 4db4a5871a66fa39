extension MistakeKind {
  static let opposite = MistakeKind(
    "sign", "Every number has the opposite sign: the difference was taken the other way round, Y - A for A - Y."
  ) { d in
    [Candidate(d.expected * -1, "-\(d.text.name(d.name))", "a wrong sign: the negative of what it should be")]
  }
}
