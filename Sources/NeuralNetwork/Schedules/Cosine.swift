import Glibc

extension ScheduleKind {
  public static let cosine = ScheduleKind(
    Documentation(
      "cosine", formula: "rate(e) = low + (lr - low) * (1 + cos(pi * e / epochs)) / 2",
      summary: "Lets the learning rate fall along half a cosine, from lr to low.",
      options: [.nonNegative("low", 0, "the rate at the end")], seeAlso: ["step", "exponential"]),
    rate: { base, epoch, epochs, options in
      let low = options[0]
      return low + (base - low) * (1 + cos(Double.pi * Double(epoch) / Double(max(epochs, 1)))) / 2
    })
}
