extension HelpTopic {
  static let gradientDescent = HelpTopic(
    name: "gradient descent", aliases: ["gradient", "learning rate", "lr"],
    summary: "walk downhill on the loss, a small step at a time.",
    formula: { _ in
      """
      W := W - lr * dW
      b := b - lr * db
      """
    },
    text: { _ in
      """
      dW says how the loss grows with each weight, so a step against it makes the loss smaller, if the step is small. With a learning
      rate lr too small nothing seems to happen; too large, and the step lands on the other side, higher up: the loss jumps or grows.

      step does it once, train N does forward, backward, step N times. batch_size= takes the gradient from a part of the samples: less exact,
      and much cheaper. The optimizers differ in how they make the step from the gradient.
      """
    },
    examples: [
      "w = 4.0", "for i in range(5):", "    w = w - 0.3 * 2 * w   # the slope of w**2 is 2*w", "    print(w, w ** 2)",
    ],
    seeAlso: ["step", "train", "optimizers", "schedules", "chain rule"])
}
