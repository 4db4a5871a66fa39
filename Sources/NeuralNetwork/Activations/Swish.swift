import CKernels
import Glibc

extension ActivationKind {
  public static let swish = ActivationKind(
    Documentation(
      "swish", aliases: ["silu"], formula: "swish(z) = z * sigmoid(z)",
      derivative: "swish'(z) = sigmoid(z) + swish(z) * (1 - sigmoid(z))",
      summary: "A smooth relu that dips a little below zero; also called SiLU.", seeAlso: ["relu", "gelu"]),
    kernel: nn_swish, SwishFunction.self)
}

private enum SwishFunction: ElementwiseActivation {
  @inline(__always) static func value(_ z: Double, _: Double) -> Double { z / (1 + exp(-z)) }
  @inline(__always) static func slope(_ z: Double, _ a: Double, _: Double) -> Double {
    let gate = 1 / (1 + exp(-z))
    return gate + a * (1 - gate)
  }
}
