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
    slots: ["square", "momentum"],
    update: { u in
      let (alpha, epsilon, momentum, decay) = (u.options[1], u.options[2], u.options[3], u.options[4])
      let (square, velocity) = (u.slot(0), u.slot(1))
      for i in 0..<u.count {
        let g = u.gradient[i] + decay * u.parameter[i]
        square[i] = alpha * square[i] + (1 - alpha) * g * g
        var move = g / (square[i].squareRoot() + epsilon)
        if momentum != 0 {
          velocity[i] = momentum * velocity[i] + move
          move = velocity[i]
        }
        u.parameter[i] -= u.learningRate * move
      }
    })
}
