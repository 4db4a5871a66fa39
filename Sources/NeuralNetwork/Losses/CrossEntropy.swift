import CKernels

extension LossKind {
  public static let crossEntropy = LossKind(
    Documentation(
      "cross_entropy", aliases: ["categorical_cross_entropy", "ce"], formula: "loss = -mean(sum(Y * log(A)))",
      derivative: "dZ = A - Y (with softmax)",
      summary: "How surprised a softmax output is by the true class; targets are one-hot rows or whole-number labels.",
      options: [.nonNegative("epsilon", 0, "if not 0, computes log(A + epsilon), as many tutorials do")],
      seeAlso: ["softmax", "binary_cross_entropy"]),
    formulas: LossFormulas(
      value: { $0[0] == 0 ? "-np.sum(Y * log(A)) / m" : "-np.sum(Y * log(A + epsilon)) / m" }, gradient: "-Y / A",
      fused: "A - Y", fusedForAnySum: "A * Ysum - Y"),
    isSumOverOutputs: true,
    activations: ["softmax"], targets: 0...(.infinity),
    // -sum_i y_i log a_i = sum_i y_i (log sum_j exp(z_j) - z_i)
    value: { batch in
      let (layout, kernels) = (batch.layout, batch.kernels)
      if let stride = layout.stride {
        return kernels.pointee.cross_entropy_columns(
          batch.z, batch.a, batch.y, layout.rows, stride, layout.units, batch.option)
      }
      return kernels.pointee.cross_entropy_rows(batch.z, batch.a, batch.y, layout.rows, layout.units, batch.option)
    },
    gradient: { $0.kernels.pointee.cross_entropy_gradient($0.a, $0.y, $1, $0.layout.count) },
    // The derivative is A·sum(Y) - Y; the sum is 1 for one-hot rows and any other probabilities.
    fusedGradient: { batch, result in
      let (layout, kernels) = (batch.layout, batch.kernels)
      if let stride = layout.stride {
        kernels.pointee.cross_entropy_backward_columns(batch.a, batch.y, result, stride, layout.units)
      } else {
        kernels.pointee.cross_entropy_backward_rows(batch.a, batch.y, result, layout.rows, layout.units)
      }
    })
}
