extension LossKind {
  public static let mae = LossKind(
    Documentation(
      "mae", aliases: ["mean_absolute_error", "l1_loss"], formula: "loss = mean(|A - Y|)",
      derivative: "dA = sign(A - Y) / outputs",
      summary: "The mean absolute error over samples and outputs: one far-off target counts no more than it is off.",
      seeAlso: ["mse", "huber"]),
    piece: { a, y, _ in a > y ? 1 : 0 },
    value: { batch, _ in
      var sum = 0.0
      for i in 0..<batch.count { sum += abs(batch.a[i] - batch.y[i]) }
      return sum / Double(batch.outputs)
    },
    gradient: { batch, result, _ in
      let scale = 1 / Double(batch.outputs)
      for i in 0..<batch.count {
        let d = batch.a[i] - batch.y[i]
        result[i] = d > 0 ? scale : d < 0 ? -scale : d * 0
      }
    })
}
