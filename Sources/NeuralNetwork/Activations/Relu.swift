import CKernels
import Glibc

extension ActivationKind {
  public static let relu = ActivationKind(
    Documentation(
      "relu", formula: "relu(z) = max(0, z)", derivative: "relu'(z) = 1 if z > 0 else 0",
      summary: "Passes positive values and shuts off negative ones; the usual choice for hidden layers.",
      seeAlso: ["leaky_relu", "elu", "gelu"]), hasKinkAtZero: true, kernel: nn_relu, ReluFunction.self)
}

private enum ReluFunction: ElementwiseActivation {
  /// As `np.maximum(0, z)`: a NaN stays one.
  @inline(__always) static func value(_ z: Double, _: Double) -> Double { z < 0 ? 0 : z }
  @inline(__always) static func slope(_ z: Double, _: Double, _: Double) -> Double { z > 0 ? 1 : 0 }
}
