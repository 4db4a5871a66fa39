import CKernels
import Glibc

extension ActivationKind {
  public static let softplus = ActivationKind(
    Documentation(
      "softplus", formula: "softplus(z) = log(1 + exp(z))", derivative: "softplus'(z) = sigmoid(z)",
      summary: "A smooth relu that is never quite zero.", seeAlso: ["relu", "sigmoid"]), kernel: nn_softplus,
    SoftplusFunction.self)
}

private enum SoftplusFunction: ElementwiseActivation {
  @inline(__always) static func value(_ z: Double, _: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  @inline(__always) static func slope(_ z: Double, _: Double, _: Double) -> Double { 1 / (1 + exp(-z)) }
}
