import Arrays

extension Network {
  /// Runs the network on a batch and keeps the pass for ``backward(_:)``. Returns the prediction, a fresh array:
  /// m × outputs (rows) or outputs × m (columns); a 1-D sample is a batch of one.
  @discardableResult public func forward(_ input: NDArray) throws(NetworkError) -> NDArray {
    _ = try effectiveLoss()
    let x = try reader.input(input, copying: true)
    let samples = x.shape[0]
    try check(samples: samples)
    let pass = ForwardPass(layers, capacity: samples, input: x)
    pass.run(x.doubles, rows: samples, through: layers)
    forwardPass = pass
    backwardPass = nil
    return show(pass.output)
  }

  /// The gradients of the mean loss over the batch of the last ``forward(_:)``. Returns the loss.
  @discardableResult public func backward(_ targets: NDArray) throws(NetworkError) -> Double {
    let lossFunction = try effectiveLoss()
    guard let pass = forwardPass else { throw .backwardBeforeForward }
    let y = try reader.targets(targets, samples: pass.rows)
    let backward = BackwardPass(layers, capacity: pass.rows, wantsOutputGradient: true)
    for parameter in allParameters { parameter.gradient.doubles.update(repeating: 0, count: parameter.count) }
    backward.run(pass, targets: y.doubles, loss: lossFunction, layers: layers)
    let scale = 1 / Double(pass.rows)
    for parameter in allParameters {
      for i in 0..<parameter.count { parameter.gradient.doubles[i] *= scale }
    }
    let sum = lossFunction.kind.value(pass.lossBatch(y.doubles, outputs: outputs), lossFunction.values)
    backwardPass = backward
    hasGradients = true
    loss = sum / Double(pass.rows)
    gradientBatchSize = pass.rows
    return withExtendedLifetime(y) { sum / Double(pass.rows) }
  }

  /// One update with the gradients of the last ``backward(_:)``. `learningRate` nil is the optimizer's.
  public func step(learningRate: Double? = nil) throws(NetworkError) {
    let rate = try checked(learningRate)
    guard hasGradients else { throw .stepBeforeBackward }
    update(rate)
  }

  /// What an engine name stands for, a fresh copy (float64; `loss` and `m` are 0-d, `m` int64); nil if it has not been computed.
  /// Parameters are the live arrays.
  public func value(_ name: EngineName) -> NDArray? {
    switch name {
    case .weights, .bias: return parameter(name)
    case .activation(0): return show(forwardPass?.inputArray)
    case .activation(let layer): return show(pick(forwardPass?.a, layer))
    case .preactivation(let layer): return show(pick(forwardPass?.z, layer))
    case .prediction: return show(forwardPass?.output)
    case .activationGradient(let layer): return show(pick(backwardPass?.da, layer))
    case .preactivationGradient(let layer): return show(pick(backwardPass?.dz, layer))
    case .weightsGradient, .biasGradient: return hasGradients ? show(find(name)?.gradient) : nil
    case .loss: return loss.map { NDArray(scalar: .float($0)) }
    case .batchSize: return batchSize.map { NDArray(scalar: .int($0)) }
    }
  }

  /// Samples of the last backward or, without one, of the last forward.
  public var batchSize: Int? { gradientBatchSize ?? forwardPass?.rows }

  /// The names ``forward(_:)`` binds for this network, in the order they are computed.
  public var forwardNames: [EngineName] {
    [.activation(0)] + (0..<depth).flatMap { [.preactivation($0 + 1), .activation($0 + 1)] } + [.prediction]
  }

  /// The names ``backward(_:)`` binds for this network, in the order they are computed.
  public var backwardNames: [EngineName] {
    [.batchSize, .loss]
      + (0..<depth).reversed().flatMap { index -> [EngineName] in
        let layer = index + 1
        return [
          .activationGradient(layer), .preactivationGradient(layer), .weightsGradient(layer), .biasGradient(layer),
        ]
      }
  }
}

extension Network {
  var reader: BatchReader {
    BatchReader(
      inputs: declaration.inputs, outputs: outputs, convention: declaration.convention,
      takesLabels: task == .multiclass)
  }

  /// A fresh copy in the convention's orientation.
  func show(_ rows: NDArray) -> NDArray { rows.copied().oriented(declaration.convention) }
  private func show(_ rows: NDArray?) -> NDArray? { rows.map { show($0) } }

  private func pick(_ arrays: [NDArray]?, _ layer: Int) -> NDArray? {
    guard let arrays, layer >= 1, layer <= arrays.count else { return nil }
    return arrays[layer - 1]
  }

  /// Whether a pass of so many samples fits into memory.
  func check(samples: Int) throws(NetworkError) {
    let width = layers.reduce(declaration.inputs) { $0 + 4 * $1.units }
    guard Memory.holds(samples, width) else { throw .batchTooLarge(samples: samples, units: width) }
  }

  /// The learning rate of a step, checked.
  func checked(_ learningRate: Double?) throws(NetworkError) -> Double {
    let option = declaration.optimizer.kind.documentation.options[0]
    guard let learningRate else { return declaration.optimizer.values[0] }
    guard option.accepts(learningRate) else {
      throw .badOption(owner: "step", option: "lr", value: learningRate, expected: option.range)
    }
    return learningRate
  }

  /// Every parameter goes one step along its gradient.
  func update(_ learningRate: Double) {
    stepCount += 1
    for layer in layers {
      update(layer.weights, learningRate)
      update(layer.bias, learningRate)
    }
  }

  private func update(_ parameter: Parameter, _ learningRate: Double) {
    let optimizer = declaration.optimizer
    optimizer.kind.update(
      .init(
        parameter: parameter.value.doubles, gradient: parameter.gradient.doubles, slots: parameter.moments.doubles,
        count: parameter.count, learningRate: learningRate, step: stepCount, options: optimizer.values))
  }
}
