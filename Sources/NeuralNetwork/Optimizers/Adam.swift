import CKernels
import Glibc

extension OptimizerKind {
  public static let adam = OptimizerKind(
    Documentation(
      "adam",
      formula: "m = beta1*m + (1-beta1)*dW;  v = beta2*v + (1-beta2)*dW^2;  "
        + "W -= lr * (m/(1-beta1^t)) / (sqrt(v/(1-beta2^t)) + epsilon)",
      summary: "Momentum and a step size for each parameter, both corrected for their start at zero.",
      options: adamOptions(decay: 0, "adds weight_decay * W to the gradient"), seeAlso: ["adamw", "rmsprop", "sgd"]),
    slots: ["mean", "square"], update: { adamUpdate($0, decoupled: false) })
}

func adamOptions(decay: Double, _ help: String) -> [OptionDeclaration] {
  [
    .nonNegative("lr", 0.001, "the learning rate"),
    .fraction("beta1", 0.9, "how slowly the mean of the gradients forgets"),
    .fraction("beta2", 0.999, "how slowly the mean of their squares forgets"),
    .nonNegative("epsilon", 1e-8, "keeps the division from 0"),
    .nonNegative("weight_decay", decay, help),
  ]
}

/// Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), algorithm 1;
/// decoupled decay as Loshchilov and Hutter (2019), algorithm 2.
func adamUpdate(_ u: OptimizerKind.Update, decoupled: Bool) {
  let (beta1, beta2, epsilon, decay) = (u.options[1], u.options[2], u.options[3], u.options[4])
  let correction = (1 - pow(beta2, Double(u.step))).squareRoot()
  var kernel = u.kernel(
    rate: u.learningRate / (1 - pow(beta1, Double(u.step))), decay: decoupled ? 0 : decay,
    (beta1, beta2, epsilon, correction, decoupled ? 1 - u.learningRate * decay : 1))
  u.precision.kernels.pointee.adam(&kernel)
}
