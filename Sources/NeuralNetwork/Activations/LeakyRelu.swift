import CKernels
import Glibc

extension ActivationKind {
  public static let leakyRelu = ActivationKind(
    Documentation(
      "leaky_relu", aliases: ["leakyrelu"], formula: "leaky_relu(z) = z if z > 0 else alpha * z",
      derivative: "leaky_relu'(z) = 1 if z > 0 else alpha",
      summary: "A relu that lets a little of the negative values through, so that no unit dies.",
      options: [.nonNegative("alpha", 0.01, "the slope for negative values")], seeAlso: ["relu", "elu"]),
    hasKinkAtZero: true, kernel: nn_leaky_relu, LeakyReluFunction.self)
}

private enum LeakyReluFunction: ElementwiseActivation {
  @inline(__always) static func value(_ z: Double, _ alpha: Double) -> Double { z > 0 ? z : alpha * z }
  @inline(__always) static func slope(_ z: Double, _: Double, _ alpha: Double) -> Double { z > 0 ? 1 : alpha }
}
