import CKernels

extension Network {
  /// A share of the parameters has so many numbers at least.
  private static let leastShare = 1 << 14

  /// Every parameter goes one step along its gradient.
  func update(_ learningRate: Double) {
    beginUpdate(learningRate)
    finishUpdate()
  }

  /// Says what the next step is; each share of ``update(_:)`` then takes its part of it, once.
  func beginUpdate(_ learningRate: Double) {
    stepCount += 1
    lastRate = learningRate
  }

  /// The rate of the step that has begun, if it is `W -= rate * dW` and no more: then a weight may go it as soon as its gradient is there.
  var descentRate: Double? {
    declaration.optimizer.kind.isPlainDescent(declaration.optimizer.values) ? lastRate : nil
  }

  /// All shares of the step, on the network's threads. The bits do not depend on their number.
  func finishUpdate() {
    var count = 0
    for layer in layers { count += layer.weights.count }
    let shares = max(1, min(threads, count / Self.leastShare))
    if shares == 1 { return update(.whole) }
    nn_parallel(
      Int32(shares),
      {
        let share = Share(index: Int($1), count: Int($2))
        Unmanaged<Network>.fromOpaque($0!)._withUnsafeGuaranteedRef { $0.update(share) }
      },
      Unmanaged.passUnretained(self).toOpaque(), Int32(shares))
  }

  /// A share of the rows of the weights; the biases belong to the last. The weights of the first `done` layers have gone their step.
  func update(_ share: Share, done: Int = 0) {
    for (index, layer) in layers.enumerated() {
      if index >= done {
        let rows = share.range(of: layer.inputs)
        update(layer.weights, rows.lowerBound * layer.units..<rows.upperBound * layer.units)
      }
      if share.isLast { update(layer.bias, 0..<layer.units) }
    }
  }

  private func update(_ parameter: Parameter, _ part: Range<Int>) {
    let offset = part.lowerBound * parameter.precision.itemSize
    declaration.optimizer.kind.update(
      .init(
        parameter: parameter.value.bytes + offset, gradient: parameter.gradient.bytes + offset,
        slots: parameter.moments.bytes + offset, slotStep: parameter.count, count: part.count,
        precision: parameter.precision, learningRate: lastRate!, step: stepCount, options: declaration.optimizer.values)
    )
  }
}
