import CKernels

extension LossKind {
  public static let sumSquaredError = LossKind(
    Documentation(
      "sum_squared_error", aliases: ["sse"], formula: "loss = mean over samples of sum((A - Y)^2) / 2",
      derivative: "dA = A - Y",
      summary: "Half the sum of squared errors over the outputs, as examples worked by hand use it.",
      seeAlso: ["mse"]),
    formulas: LossFormulas(value: "np.sum((A - Y)**2) / 2 / m", gradient: "A - Y"), isSumOverOutputs: true,
    value: { $0.sum(nn_half_square) },
    gradient: { $0.gradient(nn_half_square, $1) })
}
