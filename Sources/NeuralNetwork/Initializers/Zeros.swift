extension InitializerKind {
  public static let zeros = InitializerKind(
    Documentation(
      "zeros", formula: "W = zeros(inputs, units)",
      summary: "All weights zero: every unit of a layer then learns the same, which shows why weights are drawn.",
      seeAlso: ["normal", "he"]),
    deviation: { _, _, _ in 0 })
}
