extension InitializerKind {
  public static let he = InitializerKind(
    Documentation(
      "he", aliases: ["kaiming"], formula: "W = randn(inputs, units) * sqrt(2 / inputs)",
      summary: "Normal numbers scaled so that a layer of relu keeps the size of its signals.",
      seeAlso: ["xavier", "relu"]),
    deviation: { inputs, _, _ in (2 / Double(inputs)).squareRoot() })
}
