import Glibc

extension ScheduleKind {
  public static let step = ScheduleKind(
    Documentation(
      "step", formula: "rate(e) = lr * gamma^(e // every)",
      summary: "Multiplies the learning rate by gamma every so many epochs.",
      options: [
        OptionDeclaration("every", 30, range: "a whole number >= 1", help: "epochs between two changes") {
          $0 >= 1 && $0 == $0.rounded() && $0 < 1e15
        },
        .positive("gamma", 0.1, "the factor"),
      ],
      seeAlso: ["exponential", "cosine"]),
    rate: { base, epoch, _, options in base * pow(options[1], (Double(epoch) / options[0]).rounded(.down)) })
}
