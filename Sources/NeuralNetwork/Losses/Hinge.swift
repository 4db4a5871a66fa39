import CKernels

extension LossKind {
  /// Targets are -1 and 1.
  public static let hinge = LossKind(
    Documentation(
      "hinge", formula: "loss = mean(max(0, 1 - Y * A))", derivative: "dA = -Y / outputs if Y * A < 1 else 0",
      summary:
        "The loss of a support vector machine, for targets of -1 and 1: right answers with a margin cost nothing.",
      seeAlso: ["binary_cross_entropy"]),
    formulas: LossFormulas(
      value: "mean(np.maximum(0, 1 - Y * A))", gradient: "np.where(Y * A < 1, -Y, 0)"),
    activations: ["linear", "tanh"],
    piece: { a, y, _ in a * y < 1 ? 1 : 0 },
    value: { $0.sum(nn_hinge) / Double($0.outputs) },
    gradient: { $0.gradient(nn_hinge, $1, scale: 1 / Double($0.outputs)) })
}
