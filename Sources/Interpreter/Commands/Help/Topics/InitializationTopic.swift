import NeuralNetwork

extension HelpTopic {
  static let initialization = HelpTopic(
    name: "initialisation", aliases: ["initialization", "initializers", "initializer"],
    summary: "how the weights are drawn before the first step.",
    formula: { _ in
      InitializerKind.catalog.items.map { $0.name.padded(10) + $0.documentation.formula }.joined(separator: "\n")
    },
    text: { _ in
      """
      With equal weights all units of a layer compute the same and get the same gradient: they stay copies of one unit for ever. So the
      weights are random. Their size matters too: a unit adds up n inputs, and the sum has a variance n times that of one term. Too large
      weights make signals and gradients grow from layer to layer, too small ones let them vanish. he's factor keeps their size behind relu,
      xavier's behind tanh. Biases start at zero.
      """
    },
    examples: ["network 100 -> 50 relu -> 1 sigmoid", "init he seed=42", "np.std(W1), np.sqrt(2 / 100)"],
    seeAlso: ["init", "network", "seed"])
}
