extension HelpTopic {
  static let chainRule = HelpTopic(
    name: "chain rule", aliases: ["backpropagation", "backprop", "backward pass"],
    summary: "the slope of nested functions is the product of their slopes; backpropagation is that.",
    formula: { session in
      session.isInRows
        ? """
        y = f(g(x))   dy/dx = f'(g(x)) * g'(x)

        dZ2 = A2 - Y                 sigmoid or softmax with its cross-entropy
        dW2 = A1.T @ dZ2 / m         the input of the layer times what comes back
        db2 = dZ2.sum(axis=0, keepdims=True) / m
        dA1 = dZ2 @ W2.T             back through the weights
        dZ1 = dA1 * relu'(Z1)        back through the activation
        dW1 = X.T @ dZ1 / m          and the same again, layer by layer
        """
        : """
        y = f(g(x))   dy/dx = f'(g(x)) * g'(x)

        dz2 = a2 - y                 sigmoid or softmax with its cross-entropy
        dW2 = dz2 @ a1.T / m         what comes back times the input of the layer
        db2 = dz2.sum(axis=1, keepdims=True) / m
        da1 = W2.T @ dz2             back through the weights
        dz1 = da1 * relu'(z1)        back through the activation
        dW1 = dz1 @ x.T / m          and the same again, layer by layer
        """
    },
    text: { session in
      let (z, a) = session.isInRows ? ("Z", "A") : ("z", "a")
      return """
        Going from the loss back to the input, each step multiplies by one more slope and keeps what is there for the step before: one backward
        pass gives the gradient of every parameter. d\(z) and d\(a) are each sample's own; dW and db are means over the m samples.
        """
    },
    examples: [
      "network 2 -> 3 relu -> 1 sigmoid", "forward [0.5, -0.2]", "backward [1]", "dZ2", "A2 - 1", "A1.T @ dZ2 / m",
    ],
    seeAlso: ["backward", "losses", "shapes", "gradient descent"])
}
