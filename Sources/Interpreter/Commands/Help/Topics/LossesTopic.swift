import NeuralNetwork

extension HelpTopic {
  static let losses = HelpTopic(
    name: "losses", aliases: ["loss function", "loss functions"],
    summary: "one number that says how wrong the predictions are; training makes it small.",
    text: { _ in
      table(LossKind.catalog) + "\n\n" + """
        The output decides which one fits: sigmoid takes binary_cross_entropy, softmax takes cross_entropy, anything
        else mse. Every loss is the mean over the samples, so it does not grow with the batch. help mse, and so on, gives the formula
        and the derivative.
        """
    },
    examples: [
      "y, p = np.array([1, 0, 1]), np.array([0.9, 0.2, 0.6])", "-mean(y * log(p) + (1 - y) * log(1 - p))",
      "mean((y - p) ** 2)",
    ],
    seeAlso: ["loss", "evaluate", "gradient descent"])
}
