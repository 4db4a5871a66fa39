import Glibc

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
    activations: ["sigmoid"],
    value: { batch, options in
      let epsilon = options[0]
      var sum = 0.0
      if epsilon > 0 {
        for i in 0..<batch.count {
          let (a, y) = (batch.a[i], batch.y[i])
          sum -= y * log(a + epsilon) + (1 - y) * log(1 - a + epsilon)
        }
      } else {
        // -y log σ(z) - (1 - y) log(1 - σ(z)) = max(z, 0) - z y + log(1 + exp(-|z|))
        for i in 0..<batch.count {
          let (z, y) = (batch.z[i], batch.y[i])
          sum += max(z, 0) - z * y + log1p(exp(-abs(z)))
        }
      }
      return sum / Double(batch.outputs)
    },
    gradient: { batch, result, _ in
      let scale = 1 / Double(batch.outputs)
      for i in 0..<batch.count {
        let (a, y) = (batch.a[i], batch.y[i])
        // A term whose factor is 0 is left out, for 0 / 0 would be NaN.
        let forOne = y == 0 ? 0 : y / a
        let forZero = y == 1 ? 0 : (1 - y) / (1 - a)
        result[i] = (forZero - forOne) * scale
      }
    },
    fusedGradient: { batch, result, _ in
      difference(batch, result)
      if batch.outputs > 1 {
        let scale = 1 / Double(batch.outputs)
        for i in 0..<batch.count { result[i] *= scale }
      }
    })
}
