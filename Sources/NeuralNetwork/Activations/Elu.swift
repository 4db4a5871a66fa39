import CKernels
import Glibc

extension ActivationKind {
  public static let elu = ActivationKind(
    Documentation(
      "elu", formula: "elu(z) = z if z > 0 else alpha * (exp(z) - 1)",
      derivative: "elu'(z) = 1 if z > 0 else alpha * exp(z)",
      summary: "A relu with a smooth negative side that levels off at -alpha.",
      options: [.nonNegative("alpha", 1, "the depth of the negative side")], seeAlso: ["relu", "softplus"]),
    hasKinkAtZero: true, kernel: nn_elu, EluFunction.self)
}

private enum EluFunction: ElementwiseActivation {
  @inline(__always) static func value(_ z: Double, _ alpha: Double) -> Double { z > 0 ? z : alpha * expm1(z) }
  @inline(__always) static func slope(_ z: Double, _: Double, _ alpha: Double) -> Double {
    // Not a + alpha, which cancels.
    z > 0 ? 1 : alpha * exp(z)
  }
}
