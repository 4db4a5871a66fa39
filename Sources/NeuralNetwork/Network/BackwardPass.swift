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
    let rows = pass.rows
    var index = layers.count - 1
    outputGradient(pass, targets, loss, layers[index], first: 0, rows) { after(.activationGradient(index + 1)) }
    while true {
      after(.preactivationGradient(index + 1))
      weightsGradient(index, pass, layers[index], inputs: 0, layers[index].inputs, scale: scale, adding: adding)
      biasGradient(index, pass, layers[index], scale: scale, adding: adding)
      after(.weightsGradient(index + 1))
      after(.biasGradient(index + 1))
      if index == lowest { break }
      inputGradient(index, pass, layers[index], first: 0, rows)
      index -= 1
      after(.activationGradient(index + 1))
      throughActivation(index, pass, layers[index], first: 0, rows)
    }
  }

  // Different rows may be worked at the same time, and then different gradients.

  /// dZ of the output, for `count` rows from `first` on. `after` is called where dA is there too.
  func outputGradient(
    _ pass: ForwardPass, _ targets: UnsafeRawPointer, _ loss: Loss, _ layer: DenseLayer, first: Int, _ count: Int,
    after: () -> Void = {}
  ) {
    let last = dz.count - 1
    let batch = pass.lossBatch(targets, outputs: layer.units, loss, first: first, count: count)
    let place = first &* layer.units &* pass.precision.itemSize
    let fused = loss.kind.fusedGradient
    if wantsOutputGradient || fused == nil {
      loss.kind.gradient(batch, da[last].bytes + place)
      after()
    }
    if let fused {
      fused(batch, dz[last].bytes + place)
    } else {
      throughActivation(last, pass, layer, first: first, count)
    }
  }

  /// dA of the layer before: `dZ @ W.T`, and through that layer's dropout.
  func inputGradient(_ index: Int, _ pass: ForwardPass, _ layer: DenseLayer, first: Int, _ count: Int) {
    let size = pass.precision.itemSize
    let target = da[index - 1].bytes + first &* layer.inputs &* size
    pass.precision.multiply(
      transposeB: true, m: count, n: layer.inputs, k: layer.units, dz[index].bytes + first &* layer.units &* size,
      layer.weights.value.bytes, target)
    if pass.isDropping, let mask = pass.dropped[index]?.mask {
      Dropout.apply(
        mask.bytes + first &* layer.inputs &* size, to: target, target, count: count &* layer.inputs, pass.precision)
    }
  }

  /// dZ from dA.
  func throughActivation(_ index: Int, _ pass: ForwardPass, _ layer: DenseLayer, first: Int, _ count: Int) {
    let place = first &* layer.units &* pass.precision.itemSize
    layer.activation.kind.backward(
      pass.z[index].bytes + place, pass.a[index].bytes + place, da[index].bytes + place, dz[index].bytes + place,
      BatchLayout(rows: count, units: layer.units, stride: nil), layer.activation.option, pass.precision)
  }

  /// The rows `inputs ..< inputs + count` of dW.
  func weightsGradient(
    _ index: Int, _ pass: ForwardPass, _ layer: DenseLayer, inputs: Int, _ count: Int, scale: Double, adding: Bool
  ) {
    let size = pass.precision.itemSize
    let (input, d) = (pass.layerInput(index) + inputs &* size, dz[index].bytes)
    let target = layer.weights.gradient.bytes + inputs &* layer.units &* size
    if pass.takesKernels(pass.rows, layer) {
      pass.precision.kernels.pointee.rows_product(
        input, 1, layer.inputs, d, nil, scale, adding ? 1 : 0, target, count, layer.units, pass.rows)
    } else {
      pass.precision.multiply(
        transposeA: true, m: count, n: layer.units, k: pass.rows, alpha: scale, input, rowLength: layer.inputs, d,
        beta: adding ? 1 : 0, target)
    }
  }

  func biasGradient(_ index: Int, _ pass: ForwardPass, _ layer: DenseLayer, scale: Double, adding: Bool) {
    pass.precision.kernels.pointee.column_sums(
      dz[index].bytes, layer.bias.gradient.bytes, pass.rows, layer.units, scale, adding ? 1 : 0)
  }
}
