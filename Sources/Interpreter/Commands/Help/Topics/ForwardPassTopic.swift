extension HelpTopic {
  static let forwardPass = HelpTopic(
    name: "forward pass", aliases: ["feed-forward", "feedforward"],
    summary: "from the input to the prediction, layer by layer.",
    formula: { session in
      session.isInRows
        ? """
        Z1 = X @ W1 + b1      each unit adds up its inputs, weighted, and its bias
        A1 = relu(Z1)         its activation bends the sum
        Z2 = A1 @ W2 + b2     the next layer takes what this one gives on
        A2 = sigmoid(Z2)      the last activation is the prediction, also yhat
        """
        : """
        z1 = W1 @ x + b1      each unit adds up its inputs, weighted, and its bias
        a1 = relu(z1)         its activation bends the sum
        z2 = W2 @ a1 + b2     the next layer takes what this one gives on
        a2 = sigmoid(z2)      the last activation is the prediction, also yhat
        """
    },
    text: { _ in
      """
      One matrix product does all units of a layer and all samples at once. Without the activation two layers would
      be one: the product of two matrices is a matrix again.

      forward computes this and binds every name in it; backward uses them again, so it needs no second pass.
      """
    },
    examples: [
      "network 2 -> 3 relu -> 1 sigmoid", "x = [0.5, -0.2]", "forward x", "sigmoid(relu(x @ W1 + b1) @ W2 + b2)",
    ],
    seeAlso: ["forward", "shapes", "activations", "chain rule"])
}
