extension LossKind {
  public static let sumSquaredError = LossKind(
    Documentation(
      "sum_squared_error", aliases: ["sse"], formula: "loss = mean over samples of sum((A - Y)^2) / 2",
      derivative: "dA = A - Y",
      summary: "Half the sum of squared errors over the outputs, as examples worked by hand use it.",
      seeAlso: ["mse"]),
    value: { batch, _ in
      var sum = 0.0
      for i in 0..<batch.count {
        let d = batch.a[i] - batch.y[i]
        sum += d * d
      }
      return sum / 2
    },
    gradient: { batch, result, _ in difference(batch, result) })
}
