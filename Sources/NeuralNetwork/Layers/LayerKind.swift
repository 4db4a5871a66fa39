/// What help says about the kinds of layers.
public struct LayerKind: Documented {
  public static let kind = "layer"
  public static let catalog = Catalog<LayerKind>([.dense, .dropout])

  public let documentation: Documentation
}

extension LayerKind {
  public static let dense = LayerKind(
    documentation: Documentation(
      "dense", aliases: ["layer"], formula: "Z = X @ W + b,  A = activation(Z)",
      derivative: "dW = X.T @ dZ / m,  db = mean of dZ,  dX = dZ @ W.T",
      summary: "Every unit adds up all inputs, each times its weight, and a bias; then comes the activation.",
      seeAlso: ["relu", "he", "dropout"]))

  public static let dropout = LayerKind(
    documentation: Documentation(
      "dropout", formula: "A = X * mask / (1 - rate), mask = 0 with probability rate",
      derivative: "dX = dA * mask / (1 - rate)",
      summary: "While training, sets a random share of the values to zero, so that no unit relies on another.",
      options: [dropoutRate], seeAlso: ["dense"]))

  static let dropoutRate = OptionDeclaration.fraction("rate", 0.5, "the share of values set to zero")
}
