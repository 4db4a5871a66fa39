import CKernels
import Glibc

extension ActivationKind {
  public static let sigmoid = ActivationKind(
    Documentation(
      "sigmoid", aliases: ["logistic", "σ"], formula: "sigmoid(z) = 1 / (1 + exp(-z))",
      derivative: "sigmoid'(z) = sigmoid(z) * (1 - sigmoid(z))",
      summary: "Squeezes any number into 0 to 1: a probability, for an output with two classes.",
      seeAlso: ["binary_cross_entropy", "softmax", "tanh"]), kernel: nn_sigmoid, SigmoidFunction.self)
}

private enum SigmoidFunction: ElementwiseActivation {
  /// exp(-z) may overflow to infinity, and 1 / infinity is the right 0.
  @inline(__always) static func value(_ z: Double, _: Double) -> Double { 1 / (1 + exp(-z)) }
  /// σ(z) (1 - σ(z)) without the difference, which loses its digits where σ is nearly 1.
  @inline(__always) static func slope(_ z: Double, _ a: Double, _: Double) -> Double { a / (1 + exp(z)) }
}
