extension InitializerKind {
  public static let normal = InitializerKind(
    Documentation(
      "normal", formula: "W = randn(inputs, units) * scale",
      summary: "Small normal numbers, the same size for every layer.",
      options: [.nonNegative("scale", 0.01, "the standard deviation")], seeAlso: ["he", "xavier"]),
    deviation: { _, _, options in options[0] })
}
