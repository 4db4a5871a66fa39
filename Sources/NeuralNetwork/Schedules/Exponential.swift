import Glibc

extension ScheduleKind {
  public static let exponential = ScheduleKind(
    Documentation(
      "exponential", formula: "rate(e) = lr * gamma^e",
      summary: "Multiplies the learning rate by gamma after every epoch.",
      options: [.positive("gamma", 0.99, "the factor")], seeAlso: ["step", "cosine"]),
    rate: { base, epoch, _, options in base * pow(options[0], Double(epoch)) })
}
