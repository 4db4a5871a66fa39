import CKernels

extension LossKind {
  /// Several outputs: the mean over them.
  public static let binaryCrossEntropy = LossKind(
    Documentation(
      "binary_cross_entropy", aliases: ["bce"], formula: "loss = -mean(Y * log(A) + (1 - Y) * log(1 - A))",
      derivative: "dZ = A - Y (with sigmoid)",
      summary: "How surprised a sigmoid output is by targets of 0 and 1; computed from Z so that it is never log(0).",
      options: [
        .nonNegative("epsilon", 0, "if not 0, computes log(A + epsilon) and log(1 - A + epsilon), as many tutorials do")
      ],
      seeAlso: ["sigmoid", "cross_entropy", "mse"]),
    formulas: LossFormulas(
      value: {
        $0[0] == 0
          ? "-mean(Y * log(A) + (1 - Y) * log(1 - A))"
          : "-mean(Y * log(A + epsilon) + (1 - Y) * log(1 - A + epsilon))"
      }, gradient: "(A - Y) / (A * (1 - A))", fused: "A - Y"),
    activations: ["sigmoid"], targets: 0...1,
    // -y log σ(z) - (1 - y) log(1 - σ(z)) = max(z, 0) - z y + log(1 + exp(-|z|))
    value: { $0.sum(nn_binary_cross_entropy) / Double($0.outputs) },
    gradient: { $0.gradient(nn_binary_cross_entropy, $1, scale: 1 / Double($0.outputs)) },
    fusedGradient: { $0.gradient(nn_difference, $1, scale: 1 / Double($0.outputs)) })
}
