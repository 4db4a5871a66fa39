import CKernels
import Glibc

extension ActivationKind {
  public static let linear = ActivationKind(
    Documentation(
      "linear", aliases: ["identity", "none"], formula: "linear(z) = z", derivative: "linear'(z) = 1",
      summary: "Leaves the value as it is: the output of a regression.", seeAlso: ["mse", "mae", "huber"]),
    kernel: nn_linear, LinearFunction.self)
}

private enum LinearFunction: ElementwiseActivation {
  @inline(__always) static func value(_ z: Double, _: Double) -> Double { z }
  @inline(__always) static func slope(_: Double, _: Double, _: Double) -> Double { 1 }
}
