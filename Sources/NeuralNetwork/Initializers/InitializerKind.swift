import Arrays

/// How the weights of a layer are drawn. Biases are always zero.
public struct InitializerKind: Documented {
  public static let kind = "initializer"
  public static let catalog = Catalog<InitializerKind>([.he, .xavier, .normal, .zeros])

  public let documentation: Documentation
  /// The standard deviation of the draws for a layer; 0 draws nothing.
  let deviation: @Sendable (_ inputs: Int, _ units: Int, _ options: [Double]) -> Double

  init(_ documentation: Documentation, deviation: @escaping @Sendable (Int, Int, [Double]) -> Double) {
    self.documentation = documentation
    self.deviation = deviation
  }
}

extension Initializer {
  /// Draws inputs × units weights in row order, as `randn(inputs, units) * deviation` does.
  func draw(
    _ weights: UnsafeMutablePointer<Double>, inputs: Int, units: Int, random: RandomState
  ) {
    if kind.name == "zeros" {
      weights.update(repeating: 0, count: inputs * units)
      return
    }
    let deviation = kind.deviation(inputs, units, values)
    for i in 0..<(inputs * units) { weights[i] = random.standardNormal() * deviation }
  }
}
