extension LossKind {
  public static let mse = LossKind(
    Documentation(
      "mse", aliases: ["mean_squared_error"], formula: "loss = mean((A - Y)^2)",
      derivative: "dA = 2 * (A - Y) / outputs",
      summary: "The mean squared error over samples and outputs: the usual loss of a regression.",
      seeAlso: ["sum_squared_error", "mae", "huber"]),
    value: { batch, _ in
      var sum = 0.0
      for i in 0..<batch.count {
        let d = batch.a[i] - batch.y[i]
        sum += d * d
      }
      return sum / Double(batch.outputs)
    },
    gradient: { batch, result, _ in
      let scale = 2 / Double(batch.outputs)
      for i in 0..<batch.count { result[i] = scale * (batch.a[i] - batch.y[i]) }
    })
}
