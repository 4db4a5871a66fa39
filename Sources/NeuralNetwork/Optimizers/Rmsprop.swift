import CKernels

extension OptimizerKind {
  public static let rmsprop = OptimizerKind(
    Documentation(
      "rmsprop", formula: "s = alpha * s + (1 - alpha) * dW^2;  W -= lr * dW / (sqrt(s) + epsilon)",
      summary: "Divides each gradient by the running size of its own past, so that all parameters move alike.",
      options: [
        .nonNegative("lr", 0.01, "the learning rate"),
        .fraction("alpha", 0.99, "how slowly the running mean forgets"),
        .nonNegative("epsilon", 1e-8, "keeps the division from 0"),
        .fraction("momentum", 0, "how much of the last step goes on"),
        .nonNegative("weight_decay", 0, "adds weight_decay * W to the gradient"),
      ],
      seeAlso: ["adam", "sgd"]),
    slots: ["square", "velocity"],
    update: { u in
      var kernel = u.kernel(
        rate: u.learningRate, decay: u.options[4], (u.options[1], u.options[2], u.options[3], 0, 0))
      u.precision.kernels.pointee.rmsprop(&kernel)
    },
    rule: { rule in
      let g = rule.decayedGradient()
      let (alpha, momentum) = (rule["alpha"], rule["momentum"])
      rule.set(
        "square", "alpha * square + (1 - alpha) * \(g)**2",
        alpha * rule["square"] + (1 - alpha) * rule[g] * rule[g])
      rule.set("move", "\(g) / (sqrt(square) + epsilon)", rule[g] / (rule["square"].squareRoot() + rule["epsilon"]))
      if momentum == 0 { return rule.set("W", "W - lr * move", rule["W"] - rule["lr"] * rule["move"]) }
      rule.set("velocity", "momentum * velocity + move", momentum * rule["velocity"] + rule["move"])
      rule.set("W", "W - lr * velocity", rule["W"] - rule["lr"] * rule["velocity"])
    })
}
