import CKernels
import Glibc

extension ActivationKind {
  public static let tanh = ActivationKind(
    Documentation(
      "tanh", formula: "tanh(z) = (exp(z) - exp(-z)) / (exp(z) + exp(-z))", derivative: "tanh'(z) = 1 - tanh(z)^2",
      summary: "Squeezes any number into -1 to 1, centred at zero.", seeAlso: ["sigmoid", "xavier"]), kernel: nn_tanh,
    TanhFunction.self)
}

private enum TanhFunction: ElementwiseActivation {
  @inline(__always) static func value(_ z: Double, _: Double) -> Double { Glibc.tanh(z) }
  /// 1 - tanh(z)² without the difference, which loses its digits where tanh is nearly 1.
  @inline(__always) static func slope(_ z: Double, _: Double, _: Double) -> Double {
    let e = exp(-2 * abs(z))
    return 4 * e / ((1 + e) * (1 + e))
  }
}
