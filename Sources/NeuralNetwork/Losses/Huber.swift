extension LossKind {
  public static let huber = LossKind(
    Documentation(
      "huber", formula: "loss = mean(d^2 / 2 if |d| <= delta else delta * (|d| - delta / 2)), d = A - Y",
      derivative: "dA = (d if |d| <= delta else delta * sign(d)) / outputs",
      summary: "Squared for small errors and absolute for large ones: a regression that far-off targets do not bend.",
      options: [.positive("delta", 1, "where the absolute part begins")], seeAlso: ["mse", "mae"]),
    piece: { a, y, options in a - y > options[0] ? 1 : a - y < -options[0] ? -1 : 0 },
    value: { batch, options in
      let delta = options[0]
      var sum = 0.0
      for i in 0..<batch.count {
        let d = abs(batch.a[i] - batch.y[i])
        sum += d <= delta ? 0.5 * d * d : delta * (d - 0.5 * delta)
      }
      return sum / Double(batch.outputs)
    },
    gradient: { batch, result, options in
      let delta = options[0]
      let scale = 1 / Double(batch.outputs)
      for i in 0..<batch.count {
        let d = batch.a[i] - batch.y[i]
        result[i] = scale * (d > delta ? delta : d < -delta ? -delta : d)
      }
    })
}
