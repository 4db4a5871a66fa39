import CKernels

extension LossKind {
  public static let huber = LossKind(
    Documentation(
      "huber", formula: "loss = mean(d^2 / 2 if |d| <= delta else delta * (|d| - delta / 2)), d = A - Y",
      derivative: "dA = (d if |d| <= delta else delta * sign(d)) / outputs",
      summary: "Squared for small errors and absolute for large ones: a regression that far-off targets do not bend.",
      options: [.positive("delta", 1, "where the absolute part begins")], seeAlso: ["mse", "mae"]),
    formulas: LossFormulas(
      value: "mean(np.where(np.abs(A - Y) <= delta, (A - Y)**2 / 2, delta * (np.abs(A - Y) - delta / 2)))",
      gradient: "np.clip(A - Y, -delta, delta)"),
    piece: { a, y, options in a - y > options[0] ? 1 : a - y < -options[0] ? -1 : 0 },
    value: { $0.sum(nn_huber) / Double($0.outputs) },
    gradient: { $0.gradient(nn_huber, $1, scale: 1 / Double($0.outputs)) })
}
