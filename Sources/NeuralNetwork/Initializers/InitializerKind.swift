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
  func draw(_ weights: Buffer, inputs: Int, units: Int, random: RandomState) throws(NetworkError) {
    if kind.name == "zeros" { return weights.clear() }
    let deviation = kind.deviation(inputs, units, values)
    for start in stride(from: 0, to: weights.count, by: Cancellation.stride) {
      if Cancellation.isRequested { throw .interrupted }
      let piece = start..<min(start + Cancellation.stride, weights.count)
      switch weights.precision {
      case .float64:
        for i in piece { weights.doubles[i] = random.standardNormal() * deviation }
      case .float32:
        let numbers = weights.bytes.assumingMemoryBound(to: Float.self)
        for i in piece { numbers[i] = Float(random.standardNormal() * deviation) }
      }
    }
  }
}
