import CKernels

extension OptimizerKind {
  public static let sgd = OptimizerKind(
    Documentation(
      "sgd", aliases: ["gradient_descent"],
      formula: "v = momentum * v + dW;  W -= lr * v  (nesterov: W -= lr * (dW + momentum * v))",
      summary: "Gradient descent: walks against the gradient, with momentum if asked.",
      options: [
        .nonNegative("lr", 0.01, "the learning rate"),
        .fraction("momentum", 0, "how much of the last step goes on"),
        .flag("nesterov", "looks ahead along the momentum"),
        .nonNegative("weight_decay", 0, "adds weight_decay * W to the gradient"),
      ],
      seeAlso: ["adam", "rmsprop"]),
    slots: ["velocity"],
    isPlainDescent: { options in options[1] == 0 && options[3] == 0 },
    update: { u in
      var kernel = u.kernel(rate: u.learningRate, decay: u.options[3], (u.options[1], u.options[2], 0, 0, 0))
      u.precision.kernels.pointee.sgd(&kernel)
    },
    rule: { rule in
      let (rate, momentum) = (rule["lr"], rule["momentum"])
      let g = rule.decayedGradient()
      if momentum == 0 { return rule.set("W", "W - lr * \(g)", rule["W"] - rate * rule[g]) }
      rule.set("velocity", "momentum * velocity + \(g)", momentum * rule["velocity"] + rule[g])
      if rule["nesterov"] != 0 {
        let move = rule[g] + momentum * rule["velocity"]
        rule.set("W", "W - lr * (\(g) + momentum * velocity)", rule["W"] - rate * move)
      } else {
        rule.set("W", "W - lr * velocity", rule["W"] - rate * rule["velocity"])
      }
    })
}
