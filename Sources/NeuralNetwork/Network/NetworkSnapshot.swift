import Arrays

/// The whole state of a network as a value: declaration, parameters, gradients, moments, passes, history.
public struct NetworkSnapshot: Sendable, Equatable {
  public internal(set) var declaration: NetworkDeclaration
  public let history: History
  /// Each parameter in the order W1, b1, W2, …; weights in row order, inputs × units.
  var parameters: [ParameterSnapshot]
  var stepCount: Int
  var hasGradients: Bool
  var loss: Double?
  var gradientBatchSize: Int?
  var forwardPass: ForwardPass?
  var backwardPass: BackwardPass?

  /// Passes are never written again, so equal ones are the same ones.
  public static func == (left: Self, right: Self) -> Bool {
    left.declaration == right.declaration && left.history == right.history && left.parameters == right.parameters
      && left.stepCount == right.stepCount && left.hasGradients == right.hasGradients && left.loss == right.loss
      && left.gradientBatchSize == right.gradientBatchSize && left.forwardPass === right.forwardPass
      && left.backwardPass === right.backwardPass
  }
}

struct ParameterSnapshot: Sendable, Equatable {
  let value: [Double]
  let gradient: [Double]
  let moments: [Double]

  init(_ parameter: Parameter) {
    value = parameter.value.numbers
    gradient = parameter.gradient.numbers
    moments = parameter.moments.numbers
  }

  func write(to parameter: Parameter) {
    parameter.value.fill(value)
    parameter.gradient.fill(gradient)
    if parameter.moments.count != moments.count {
      parameter.moments = Buffer(zeros: moments.count, parameter.precision)
    }
    parameter.moments.fill(moments)
    parameter.showImage()
  }
}

extension Network {
  /// The whole state as a value.
  public func snapshot() -> NetworkSnapshot {
    takeImages()
    return NetworkSnapshot(
      declaration: declaration, history: history, parameters: allParameters.map(ParameterSnapshot.init),
      stepCount: stepCount, hasGradients: hasGradients, loss: loss, gradientBatchSize: gradientBatchSize,
      forwardPass: forwardPass, backwardPass: backwardPass)
  }

  /// A network of its own with that state.
  public convenience init(_ snapshot: NetworkSnapshot) {
    self.init(blank: snapshot.declaration)
    take(snapshot)
  }

  /// Takes that state. Where the layers have the same shapes, the parameters' arrays stay the same objects.
  public func restore(_ snapshot: NetworkSnapshot) {
    if snapshot.declaration.layers != declaration.layers || snapshot.declaration.inputs != declaration.inputs
      || snapshot.declaration.convention != declaration.convention
      || snapshot.declaration.precision != declaration.precision
    {
      layers = snapshot.declaration.makeLayers()
      keptWorker = nil
    }
    take(snapshot)
  }

  private func take(_ snapshot: NetworkSnapshot) {
    declaration = snapshot.declaration
    history = snapshot.history
    for (parameter, saved) in zip(allParameters, snapshot.parameters) { saved.write(to: parameter) }
    stepCount = snapshot.stepCount
    hasGradients = snapshot.hasGradients
    loss = snapshot.loss
    gradientBatchSize = snapshot.gradientBatchSize
    forwardPass = snapshot.forwardPass
    backwardPass = snapshot.backwardPass
  }
}
