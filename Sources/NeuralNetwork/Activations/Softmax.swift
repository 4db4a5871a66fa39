import CKernels

extension ActivationKind {
  public static let softmax = ActivationKind(
    Documentation(
      "softmax", formula: "softmax(z)_i = exp(z_i) / sum_j exp(z_j)",
      derivative: "d softmax(z)_i / d z_j = a_i * ((1 if i == j else 0) - a_j)",
      summary: "Turns the numbers of a sample into probabilities that add up to 1: an output with several classes.",
      seeAlso: ["cross_entropy", "sigmoid"]),
    isRowWise: true,
    forward: { z, a, layout, _, precision in
      if let stride = layout.stride {
        precision.kernels.pointee.softmax_columns(z, a, stride, layout.units)
      } else {
        precision.kernels.pointee.softmax_rows(z, a, layout.rows, layout.units)
      }
    },
    // dz_j = sum_i da_i a_i (δ_ij - a_j) = a_j (da_j - sum_i da_i a_i)
    backward: { _, a, da, dz, layout, _, precision in
      if let stride = layout.stride {
        precision.kernels.pointee.softmax_backward_columns(a, da, dz, stride, layout.units)
      } else {
        precision.kernels.pointee.softmax_backward_rows(a, da, dz, layout.rows, layout.units)
      }
    })
}
