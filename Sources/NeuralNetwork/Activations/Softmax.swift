import Glibc

extension ActivationKind {
  public static let softmax = ActivationKind(
    Documentation(
      "softmax", formula: "softmax(z)_i = exp(z_i) / sum_j exp(z_j)",
      derivative: "d softmax(z)_i / d z_j = a_i * ((1 if i == j else 0) - a_j)",
      summary: "Turns the numbers of a sample into probabilities that add up to 1: an output with several classes.",
      seeAlso: ["cross_entropy", "sigmoid"]),
    isRowWise: true,
    forward: { z, a, rows, units, _ in
      for row in 0..<rows {
        let z = z + row * units
        let a = a + row * units
        // Without its largest number taken off, exp would overflow; the quotient is the same.
        var largest = z[0]
        for i in 1..<max(units, 1) where z[i] > largest { largest = z[i] }
        var sum = 0.0
        for i in 0..<units {
          a[i] = exp(z[i] - largest)
          sum += a[i]
        }
        for i in 0..<units { a[i] /= sum }
      }
    },
    backward: { _, a, da, dz, rows, units, _ in
      // dz_j = sum_i da_i a_i (δ_ij - a_j) = a_j (da_j - sum_i da_i a_i)
      for row in 0..<rows {
        let offset = row * units
        var mean = 0.0
        for i in 0..<units { mean += da[offset + i] * a[offset + i] }
        for i in 0..<units { dz[offset + i] = a[offset + i] * (da[offset + i] - mean) }
      }
    })
}
