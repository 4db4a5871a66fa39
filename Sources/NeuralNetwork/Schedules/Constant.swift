extension ScheduleKind {
  public static let constant = ScheduleKind(
    Documentation(
      "constant", formula: "rate(e) = lr", summary: "The same learning rate throughout.",
      seeAlso: ["step", "exponential", "cosine"]),
    rate: { base, _, _, _ in base })
}
