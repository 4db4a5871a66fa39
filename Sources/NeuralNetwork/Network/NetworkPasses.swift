import Arrays

extension Network {
  /// Runs the network on a batch and keeps the pass for ``backward(_:to:onStage:)``. Returns the prediction, a fresh array:
  /// m × outputs (rows) or outputs × m (columns); a 1-D sample is a batch of one.
  /// - Parameters:
  ///   - layer: stops after this layer, counted from 1, and returns its activation; nothing beyond it has a value then.
  ///   - onStage: told each value as soon as it is there.
  @discardableResult public func forward(
    _ input: NDArray, to layer: Int? = nil, onStage: (EngineName) -> Void = { _ in }
  ) throws(NetworkError) -> NDArray {
    _ = try effectiveLoss()
    let last = try checked(layer: layer) ?? depth
    let x = try reader.input(input, copying: true)
    let samples = x.shape[0]
    try check(samples: samples)
    observer?.networkWillChange(self)
    takeImages(rounding: true)
    let input = inPrecision(x)
    let used = Array(layers.prefix(last))
    let pass = ForwardPass(used, capacity: samples, input: input)
    pass.parameters = ParameterValues(used)
    forwardPass = pass
    backwardPass = nil
    pass.run(input.bytes, rows: samples, through: used) { index in
      onStage(.preactivation(index + 1))
      onStage(.activation(index + 1))
    }
    return show(pass.output, used[last - 1].units)
  }

  /// The gradients of the mean loss over the batch of the last ``forward(_:to:onStage:)``. Returns the loss.
  /// - Parameters:
  ///   - layer: stops after the gradients of this layer, counted from 1; those before it have none then.
  ///   - onStage: told each value as soon as it is there.
  @discardableResult public func backward(
    _ targets: NDArray, to layer: Int? = nil, onStage: (EngineName) -> Void = { _ in }
  ) throws(NetworkError) -> Double {
    let lossFunction = try effectiveLoss()
    let pass = try wholeForward()
    let lowest = try checked(layer: layer) ?? 1
    let target = inPrecision(try reader.targets(targets, samples: pass.rows, copying: true))
    let backward = BackwardPass(
      layers, capacity: pass.rows, wantsOutputGradient: true, targets: target, lowest: lowest - 1)
    observer?.networkWillChange(self)
    takeImages(rounding: true)
    let now = ParameterValues(layers)
    backward.parameters = pass.parameters.map { $0 == now ? $0 : now } ?? now
    backward.loss = lossFunction
    let mean = lossFunction.kind.value(pass.lossBatch(target.bytes, outputs: outputs, lossFunction)) / Double(pass.rows)
    loss = mean
    gradientBatchSize = pass.rows
    backwardPass = backward
    gradientsFrom = lowest
    lastRate = nil
    onStage(.loss)
    backward.run(
      pass, targets: target.bytes, loss: lossFunction, layers: layers, scale: 1 / Double(pass.rows), adding: false,
      after: onStage)
    return mean
  }

  /// One update with the gradients of the last ``backward(_:to:onStage:)``. `learningRate` nil is the optimizer's.
  public func step(learningRate: Double? = nil) throws(NetworkError) {
    let rate = try checked(learningRate)
    try requireGradients()
    observer?.networkWillChange(self)
    takeImages(rounding: true)
    update(rate)
    showImages()
  }

  /// Throws where there is no forward pass through all layers.
  public func requireForward() throws(NetworkError) { _ = try wholeForward() }

  private func wholeForward() throws(NetworkError) -> ForwardPass {
    guard let pass = forwardPass else { throw .backwardBeforeForward }
    guard pass.z.count == depth else { throw .forwardStopped(layer: pass.z.count) }
    return pass
  }

  /// Errors where not every parameter has a gradient.
  func requireGradients() throws(NetworkError) {
    guard let gradientsFrom else { throw .stepBeforeBackward }
    guard gradientsFrom == 1 else { throw .backwardStopped(layer: gradientsFrom) }
  }

  /// What an engine name stands for, a fresh copy (float64; `loss` and `m` are 0-d, `m` int64); nil if it has not been computed.
  /// Parameters are the live arrays.
  public func value(_ name: EngineName) -> NDArray? {
    switch name {
    case .weights, .bias: return parameter(name)
    case .activation(0): return showIfAny(forwardPass?.inputBuffer, declaration.inputs)
    case .activation(let layer): return showIfAny(pick(forwardPass?.a, layer), units(layer))
    case .preactivation(let layer): return showIfAny(pick(forwardPass?.z, layer), units(layer))
    case .prediction: return showIfAny(forwardPass?.z.count == depth ? forwardPass?.output : nil, outputs)
    case .activationGradient(let layer): return showIfAny(pickGradient(backwardPass?.da, layer), units(layer))
    case .preactivationGradient(let layer): return showIfAny(pickGradient(backwardPass?.dz, layer), units(layer))
    case .weightsGradient(let layer), .biasGradient(let layer):
      guard let gradientsFrom, layer >= gradientsFrom, let parameter = find(name) else { return nil }
      return show(parameter.gradient, parameter.columns)
    case .loss: return loss.map { NDArray(scalar: .float($0)) }
    case .batchSize: return batchSize.map { NDArray(scalar: .int($0)) }
    }
  }

  /// Inputs, already scaled, and targets of the last ``backward(_:)``, fresh copies in the convention's orientation (labels as one-hot targets); nil without one.
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
      takesLabels: task == .multiclass, activation: declaration.outputActivation?.name ?? "linear",
      scaling: declaration.scaling)
  }

  /// A batch as it is given, before any scaling, in the convention's orientation.
  public func oriented(_ input: NDArray) throws(NetworkError) -> NDArray {
    try reader.ofScaledInput.input(input, copying: true).oriented(declaration.convention)
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

  private func pickGradient(_ arrays: [Buffer]?, _ layer: Int) -> Buffer? {
    guard let backwardPass, layer > backwardPass.lowest else { return nil }
    return pick(arrays, layer)
  }

  /// A layer to stop at, counted from 1.
  private func checked(layer: Int?) throws(NetworkError) -> Int? {
    guard let layer, layer < 1 || layer > depth else { return layer }
    throw .unknownLayer(layer, depth: depth)
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

}
