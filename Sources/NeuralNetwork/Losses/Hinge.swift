extension LossKind {
  /// Targets are -1 and 1.
  public static let hinge = LossKind(
    Documentation(
      "hinge", formula: "loss = mean(max(0, 1 - Y * A))", derivative: "dA = -Y / outputs if Y * A < 1 else 0",
      summary:
        "The loss of a support vector machine, for targets of -1 and 1: right answers with a margin cost nothing.",
      seeAlso: ["binary_cross_entropy"]),
    activations: ["linear", "tanh"],
    piece: { a, y, _ in a * y < 1 ? 1 : 0 },
    value: { batch, _ in
      var sum = 0.0
      for i in 0..<batch.count {
        let slack = 1 - batch.y[i] * batch.a[i]
        sum += slack < 0 ? 0 : slack
      }
      return sum / Double(batch.outputs)
    },
    gradient: { batch, result, _ in
      let scale = 1 / Double(batch.outputs)
      for i in 0..<batch.count { result[i] = batch.y[i] * batch.a[i] < 1 ? -batch.y[i] * scale : 0 }
    })
}
