import Glibc

extension LossKind {
  public static let crossEntropy = LossKind(
    Documentation(
      "cross_entropy", aliases: ["categorical_cross_entropy", "ce"], formula: "loss = -mean(sum(Y * log(A)))",
      derivative: "dZ = A - Y (with softmax)",
      summary: "How surprised a softmax output is by the true class; targets are one-hot rows or whole-number labels.",
      options: [.nonNegative("epsilon", 0, "if not 0, computes log(A + epsilon), as many tutorials do")],
      seeAlso: ["softmax", "binary_cross_entropy"]),
    activations: ["softmax"],
    value: { batch, options in
      let epsilon = options[0]
      var sum = 0.0
      if epsilon > 0 {
        for i in 0..<batch.count { sum -= batch.y[i] * log(batch.a[i] + epsilon) }
        return sum
      }
      // -sum_i y_i log a_i = sum_i y_i (log sum_j exp(z_j) - z_i)
      for row in 0..<batch.rows {
        let z = batch.z + row * batch.outputs
        let y = batch.y + row * batch.outputs
        var largest = z[0]
        for i in 1..<max(batch.outputs, 1) where z[i] > largest { largest = z[i] }
        var total = 0.0
        for i in 0..<batch.outputs { total += exp(z[i] - largest) }
        let logarithm = log(total)
        for i in 0..<batch.outputs where y[i] != 0 { sum += y[i] * (logarithm - (z[i] - largest)) }
      }
      return sum
    },
    gradient: { batch, result, _ in
      for i in 0..<batch.count { result[i] = batch.y[i] == 0 ? 0 : -batch.y[i] / batch.a[i] }
    },
    fusedGradient: { batch, result, _ in
      // The derivative is A·sum(Y) - Y; the sum is 1 for one-hot rows and any other probabilities.
      for row in 0..<batch.rows {
        let offset = row * batch.outputs
        var total = 0.0
        for i in 0..<batch.outputs { total += batch.y[offset + i] }
        for i in 0..<batch.outputs { result[offset + i] = batch.a[offset + i] * total - batch.y[offset + i] }
      }
    })
}
