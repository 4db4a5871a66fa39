import Arrays

extension Network {
  /// Runs the network on a batch and keeps the pass for ``backward(_:)``. Returns the prediction, a fresh array:
  /// m × outputs (rows) or outputs × m (columns); a 1-D sample is a batch of one.
  @discardableResult public func forward(_ input: NDArray) throws(NetworkError) -> NDArray {
    _ = try effectiveLoss()
    let x = try reader.input(input, copying: true)
    let samples = x.shape[0]
    try check(samples: samples)
    observer?.networkWillChange(self)
    takeImages()
    let input = inPrecision(x)
    let pass = ForwardPass(layers, capacity: samples, input: input)
    pass.run(input.bytes, rows: samples, through: layers)
    forwardPass = pass
    backwardPass = nil
    return show(pass.output, outputs)
  }

  /// The gradients of the mean loss over the batch of the last ``forward(_:)``. Returns the loss.
  @discardableResult public func backward(_ targets: NDArray) throws(NetworkError) -> Double {
    let lossFunction = try effectiveLoss()
    guard let pass = forwardPass else { throw .backwardBeforeForward }
    let target = inPrecision(try reader.targets(targets, samples: pass.rows, copying: true))
    observer?.networkWillChange(self)
    let backward = BackwardPass(layers, capacity: pass.rows, wantsOutputGradient: true, targets: target)
    takeImages()
    backward.run(
      pass, targets: target.bytes, loss: lossFunction, layers: layers, scale: 1 / Double(pass.rows), adding: false)
    let sum = lossFunction.kind.value(pass.lossBatch(target.bytes, outputs: outputs, lossFunction))
    backwardPass = backward
    hasGradients = true
    loss = sum / Double(pass.rows)
    gradientBatchSize = pass.rows
    return withExtendedLifetime(target) { sum / Double(pass.rows) }
  }

  /// One update with the gradients of the last ``backward(_:)``. `learningRate` nil is the optimizer's.
  public func step(learningRate: Double? = nil) throws(NetworkError) {
    let rate = try checked(learningRate)
    guard hasGradients else { throw .stepBeforeBackward }
    observer?.networkWillChange(self)
    takeImages()
    update(rate)
    showImages()
  }

  /// What an engine name stands for, a fresh copy (float64; `loss` and `m` are 0-d, `m` int64); nil if it has not been computed.
  /// Parameters are the live arrays.
  public func value(_ name: EngineName) -> NDArray? {
    switch name {
    case .weights, .bias: return parameter(name)
    case .activation(0): return showIfAny(forwardPass?.inputBuffer, declaration.inputs)
    case .activation(let layer): return showIfAny(pick(forwardPass?.a, layer), units(layer))
    case .preactivation(let layer): return showIfAny(pick(forwardPass?.z, layer), units(layer))
    case .prediction: return showIfAny(forwardPass?.output, outputs)
    case .activationGradient(let layer): return showIfAny(pick(backwardPass?.da, layer), units(layer))
    case .preactivationGradient(let layer): return showIfAny(pick(backwardPass?.dz, layer), units(layer))
    case .weightsGradient, .biasGradient:
      guard hasGradients, let parameter = find(name) else { return nil }
      return show(parameter.gradient, parameter.columns)
    case .loss: return loss.map { NDArray(scalar: .float($0)) }
    case .batchSize: return batchSize.map { NDArray(scalar: .int($0)) }
    }
  }

  /// Inputs and targets of the last ``backward(_:)``, fresh copies in the convention's orientation (labels as one-hot targets); nil without one.
  public var lastBatch: (inputs: NDArray, targets: NDArray)? {
    guard let inputs = forwardPass?.inputBuffer, let targets = backwardPass?.targets else { return nil }
    return (show(inputs, declaration.inputs), show(targets, outputs))
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
  func show(_ rows: Buffer, _ width: Int) -> NDArray {
    rows.matrix(rows.count / width, width).oriented(declaration.convention)
  }
  private func showIfAny(_ rows: Buffer?, _ width: Int) -> NDArray? {
    guard let rows else { return nil }
    return show(rows, width)
  }

  private func units(_ layer: Int) -> Int { layer >= 1 && layer <= depth ? layers[layer - 1].units : 1 }

  /// A batch's own memory, or a copy of it in float32.
  func inPrecision(_ batch: NDArray) -> Buffer {
    if declaration.precision == .float64 { return Buffer(sharing: batch) }
    let result = Buffer(batch.count, .float32)
    result.read(from: batch.doubles, batch.count)
    return result
  }

  private func pick(_ arrays: [Buffer]?, _ layer: Int) -> Buffer? {
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
        parameter: parameter.value.bytes, gradient: parameter.gradient.bytes, slots: parameter.moments.bytes,
        count: parameter.count, precision: parameter.precision, learningRate: learningRate, step: stepCount,
        options: optimizer.values))
  }
}
