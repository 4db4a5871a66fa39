import CKernels

extension LossKind {
  public static let mse = LossKind(
    Documentation(
      "mse", aliases: ["mean_squared_error"], formula: "loss = mean((A - Y)^2)",
      derivative: "dA = 2 * (A - Y) / outputs",
      summary: "The mean squared error over samples and outputs: the usual loss of a regression.",
      seeAlso: ["sum_squared_error", "mae", "huber"]),
    formulas: LossFormulas(value: "mean((A - Y)**2)", gradient: "2 * (A - Y)"),
    value: { $0.sum(nn_mse) / Double($0.outputs) },
    gradient: { $0.gradient(nn_mse, $1, scale: 1 / Double($0.outputs)) })
}
