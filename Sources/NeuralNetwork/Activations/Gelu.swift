import CKernels
import Glibc

extension ActivationKind {
  public static let gelu = ActivationKind(
    Documentation(
      "gelu", formula: "gelu(z) = z * Phi(z), Phi(z) = (1 + erf(z / sqrt(2))) / 2",
      derivative: "gelu'(z) = Phi(z) + z * exp(-z^2 / 2) / sqrt(2 * pi)",
      summary: "A smooth relu that weighs a value by the normal distribution; used in transformers.",
      seeAlso: ["relu", "swish"]), kernel: nn_gelu, GeluFunction.self)
}

private enum GeluFunction: ElementwiseActivation {
  @inline(__always) static func value(_ z: Double, _: Double) -> Double { z * (0.5 * erfc(-z * 0.5.squareRoot())) }
  @inline(__always) static func slope(_ z: Double, _: Double, _: Double) -> Double {
    // At an infinity the second term is 0, not infinity times 0.
    let bell = exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
    return 0.5 * erfc(-z * 0.5.squareRoot()) + (bell == 0 ? 0 : z * bell)
  }
}
