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
    slots: ["mean", "square"], update: { adamUpdate($0, decoupled: false) }, rule: { adamRule(&$0, decoupled: false) })
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

func adamRule(_ rule: inout UpdateRule, decoupled: Bool) {
  if decoupled && rule["weight_decay"] != 0 {
    rule.set("W", "W * (1 - lr * weight_decay)", rule["W"] * (1 - rule["lr"] * rule["weight_decay"]))
  }
  let g = decoupled ? "dW" : rule.decayedGradient()
  let (beta1, beta2) = (rule["beta1"], rule["beta2"])
  rule.set("mean", "beta1 * mean + (1 - beta1) * \(g)", beta1 * rule["mean"] + (1 - beta1) * rule[g])
  rule.set(
    "square", "beta2 * square + (1 - beta2) * \(g)**2", beta2 * rule["square"] + (1 - beta2) * rule[g] * rule[g])
  rule.set("mhat", "mean / (1 - beta1**t)", rule["mean"] / (1 - pow(beta1, rule["t"])))
  rule.set("shat", "square / (1 - beta2**t)", rule["square"] / (1 - pow(beta2, rule["t"])))
  rule.set(
    "W", "W - lr * mhat / (sqrt(shat) + epsilon)",
    rule["W"] - rule["lr"] * rule["mhat"] / (rule["shat"].squareRoot() + rule["epsilon"]))
}
