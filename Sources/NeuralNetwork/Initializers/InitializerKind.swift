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
    _ weights: Parameter, inputs: Int, units: Int, random: RandomState
  ) {
    if kind.name == "zeros" {
      weights.value.clear()
      return
    }
    let deviation = kind.deviation(inputs, units, values)
    switch weights.precision {
    case .float64:
      for i in 0..<weights.count { weights.value.doubles[i] = random.standardNormal() * deviation }
    case .float32:
      let numbers = weights.value.bytes.assumingMemoryBound(to: Float.self)
      for i in 0..<weights.count { numbers[i] = Float(random.standardNormal() * deviation) }
    }
  }
}
