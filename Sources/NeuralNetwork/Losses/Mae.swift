import CKernels

extension LossKind {
  public static let mae = LossKind(
    Documentation(
      "mae", aliases: ["mean_absolute_error", "l1_loss"], formula: "loss = mean(|A - Y|)",
      derivative: "dA = sign(A - Y) / outputs",
      summary: "The mean absolute error over samples and outputs: one far-off target counts no more than it is off.",
      seeAlso: ["mse", "huber"]),
    formulas: LossFormulas(value: "mean(np.abs(A - Y))", gradient: "np.sign(A - Y)"),
    piece: { a, y, _ in a > y ? 1 : 0 },
    value: { $0.sum(nn_mae) / Double($0.outputs) },
    gradient: { $0.gradient(nn_mae, $1, scale: 1 / Double($0.outputs)) })
}
