import Arrays

/// The derivatives of each sample's own loss: rows × units each, in both conventions.
final class BackwardPass: @unchecked Sendable {
  let dz: [Buffer]
  let da: [Buffer]
  /// Whether ``da`` of the output is computed even where dZ has its own formula.
  let wantsOutputGradient: Bool
  /// The batch's targets, of a pass that a network keeps.
  let targets: Buffer?

  /// The index of the layer it stops at: below it nothing is computed.
  let lowest: Int
  /// What a kept pass was made with; both may be others by the time it is explained.
  var loss: Loss?
  var parameters: ParameterValues?

  init(
    _ layers: [DenseLayer], capacity: Int, wantsOutputGradient: Bool, targets: Buffer? = nil, lowest: Int = 0
  ) {
    let precision = layers[0].weights.precision
    func room() -> [Buffer] { layers.enumerated().map { Buffer($0 < lowest ? 0 : capacity * $1.units, precision) } }
    dz = room()
    da = room()
    self.wantsOutputGradient = wantsOutputGradient
    self.targets = targets
    self.lowest = lowest
  }

  /// Sets the parameters' gradients to `scale` times the block's `X.T @ dZ` and column sums of dZ, or adds that. `after` is told each value
  /// that is there, layers counted from 1.
  func run(
    _ pass: ForwardPass, targets: UnsafeRawPointer, loss: Loss, layers: [DenseLayer], scale: Double, adding: Bool,
    after: (EngineName) -> Void = { _ in }
  ) {
    let (rows, precision) = (pass.rows, pass.precision)
    let last = layers.count - 1
    let batch = pass.lossBatch(targets, outputs: layers[last].units, loss)
    let fused = loss.kind.fusedGradient
    if wantsOutputGradient || fused == nil {
      loss.kind.gradient(batch, da[last].bytes)
      after(.activationGradient(last + 1))
    }
    if let fused {
      fused(batch, dz[last].bytes)
    } else {
      throughActivation(last, pass, layers)
    }
    var index = last
    while true {
      let layer = layers[index]
      let d = dz[index].bytes
      after(.preactivationGradient(index + 1))
      precision.multiply(
        transposeA: true, m: layer.inputs, n: layer.units, k: rows, alpha: scale, pass.layerInput(index), d,
        beta: adding ? 1 : 0, layer.weights.gradient.bytes)
      precision.kernels.pointee.column_sums(d, layer.bias.gradient.bytes, rows, layer.units, scale, adding ? 1 : 0)
      after(.weightsGradient(index + 1))
      after(.biasGradient(index + 1))
      if index == lowest { break }
      precision.multiply(
        transposeB: true, m: rows, n: layer.inputs, k: layer.units, d, layer.weights.value.bytes, da[index - 1].bytes)
      if pass.isDropping, let mask = pass.dropped[index]?.mask {
        Dropout.backward(mask, da[index - 1], count: rows &* layer.inputs)
      }
      index -= 1
      after(.activationGradient(index + 1))
      throughActivation(index, pass, layers)
    }
  }

  private func throughActivation(_ index: Int, _ pass: ForwardPass, _ layers: [DenseLayer]) {
    let layer = layers[index]
    layer.activation.kind.backward(
      pass.z[index].bytes, pass.a[index].bytes, da[index].bytes, dz[index].bytes,
      BatchLayout(rows: pass.rows, units: layer.units, stride: nil), layer.activation.option, pass.precision)
  }
}
