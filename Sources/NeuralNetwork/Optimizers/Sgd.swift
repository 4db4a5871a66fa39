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
    slots: ["momentum"],
    update: { u in
      let (momentum, nesterov, decay) = (u.options[1], u.options[2] != 0, u.options[3])
      let rate = u.learningRate
      if momentum == 0 && decay == 0 {
        for i in 0..<u.count { u.parameter[i] -= rate * u.gradient[i] }
        return
      }
      let velocity = u.slot(0)
      for i in 0..<u.count {
        var g = u.gradient[i] + decay * u.parameter[i]
        if momentum != 0 {
          velocity[i] = momentum * velocity[i] + g
          g = nesterov ? g + momentum * velocity[i] : velocity[i]
        }
        u.parameter[i] -= rate * g
      }
    })
}
