/// What ``Network/step(learningRate:)`` would do to one element of a parameter.
public struct StepExplanation: Sendable, Equatable {
  /// As the convention shows it.
  public let index: [Int]
  /// This step's number, counted from 1 since the optimizer was set.
  public let step: Int
  /// The optimizer's formulas with their numbers; the last gives the new value.
  public let lines: [ScalarFormula]
  public let before: Double
  public let after: Double
}

extension Network {
  /// What a step with the present gradients would do to the element of `W1`, `b2`, … at `index` (as the convention shows it). Changes nothing.
  public func explainStep(
    _ name: EngineName, at index: [Int], learningRate: Double? = nil
  ) throws(NetworkError) -> StepExplanation {
    let rate = try checked(learningRate)
    try requireGradients()
    guard let parameter = find(name), name.isParameter else {
      throw .unknownParameter(name.text(declaration.convention))
    }
    guard index.count == 2 else { throw .unknownParameter(name.text(declaration.convention)) }
    let (row, column) = declaration.convention == .rows ? (index[0], index[1]) : (index[1], index[0])
    guard (0..<parameter.rows).contains(row), (0..<parameter.columns).contains(column) else {
      throw .unknownParameter(name.text(declaration.convention) + "[\(index[0]), \(index[1])]")
    }
    takeImages()
    let place = row * parameter.columns + column
    let before = parameter.value[place]
    let element = "[\(index[0]), \(index[1])]"
    var rule = UpdateRule(
      declaration.optimizer, parameter: (name.text(declaration.convention) + element, before),
      gradient: (name.gradient.text(declaration.convention) + element, parameter.gradient[place]),
      slots: declaration.optimizer.kind.slots.indices.map { parameter.moments[$0 * parameter.count + place] },
      rate: rate, step: stepCount + 1)
    declaration.optimizer.kind.rule(&rule)
    return StepExplanation(
      index: index, step: stepCount + 1, lines: rule.lines, before: before, after: rule.lines.last!.value)
  }

  /// The optimizer's formulas for a whole parameter: `W1 = W1 - lr * dW1`.
  public func stepFormulas(of name: EngineName) -> [String] {
    var rule = UpdateRule(
      declaration.optimizer, parameter: (name.text(declaration.convention), 0),
      gradient: (name.gradient.text(declaration.convention), 0),
      slots: declaration.optimizer.kind.slots.map { _ in 0 }, rate: declaration.optimizer.values[0], step: 1)
    declaration.optimizer.kind.rule(&rule)
    return rule.lines.map(\.text)
  }
}

extension EngineName {
  /// The gradient of a parameter.
  public var gradient: EngineName {
    switch self {
    case .weights(let layer): .weightsGradient(layer)
    case .bias(let layer): .biasGradient(layer)
    default: self
    }
  }
}
