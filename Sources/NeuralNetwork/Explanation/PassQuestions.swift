import Arrays

extension Network {
  /// Samples of the last ``forward(_:to:onStage:)``, nil without one.
  public var forwardSamples: Int? { forwardPass?.rows }

  /// Whether the last passes have computed it and are still known. (Gradients may also be left of a training, or of a pass before the last forward.)
  public func isExplicable(_ name: EngineName) -> Bool {
    guard name.layer ?? 0 <= depth else { return false }
    return PassValues(self)?.has(name) ?? false
  }

  /// What stood in the formula of `name` when the last passes ran, a fresh array in the convention's orientation; nil if they have not computed it.
  /// - Parameter sample: of what belongs to samples, only this one.
  public func passValue(_ operand: Formula.Operand, in name: EngineName, sample: Int? = nil) -> NDArray? {
    guard let values = PassValues(self) else { return nil }
    let needed: EngineName? =
      switch operand.source {
      case .value(let name), .transposed(let name): name
      case .targets, .targetSums: .loss
      case .slope(let layer): .preactivation(layer)
      }
    if let needed, !values.has(needed) { return nil }
    var (rows, columns) = values.size(operand)
    var first = 0
    if let sample, operand.isOfSamples {
      guard (0..<rows).contains(sample) else { return nil }
      (first, rows) = (sample, 1)
    }
    let result = NDArray(uninitialized: [rows, columns], .float64)
    for row in 0..<rows {
      for column in 0..<columns {
        result.doubles[row * columns + column] = values.value(
          operand, first + row, column, inBackward: name.isOfBackward)
      }
    }
    return result.oriented(declaration.convention)
  }
}

extension Formula.Operand {
  /// Whether its rows (in the rows convention) are samples.
  fileprivate var isOfSamples: Bool {
    switch source {
    case .value(let name):
      switch name {
      case .activation, .preactivation, .prediction, .activationGradient, .preactivationGradient: true
      default: false
      }
    case .targets, .targetSums, .slope: true
    case .transposed: false
    }
  }
}
