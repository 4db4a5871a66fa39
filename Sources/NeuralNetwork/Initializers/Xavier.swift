extension InitializerKind {
  /// Glorot and Bengio (2010), the normal form.
  public static let xavier = InitializerKind(
    Documentation(
      "xavier", aliases: ["glorot"], formula: "W = randn(inputs, units) * sqrt(2 / (inputs + units))",
      summary: "Normal numbers scaled so that a layer of tanh keeps the size of its signals, forward and backward.",
      seeAlso: ["he", "tanh"]),
    deviation: { inputs, units, _ in (2 / (Double(inputs) + Double(units))).squareRoot() })
}
