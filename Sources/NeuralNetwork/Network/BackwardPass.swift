import Arrays
import CKernels

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

  /// The columns `inputs` of dA of the layer before, whose layer `before` has an activation that goes number by number, and of its dZ; of all rows.
  func inputGradient(_ index: Int, _ pass: ForwardPass, _ layer: DenseLayer, _ before: DenseLayer, inputs: Range<Int>) {
    let precision = pass.precision
    let place = inputs.lowerBound &* precision.itemSize
    let weights = layer.weights.value.bytes + place &* layer.units
    var factors = nn_product(
      a: dz[index].bytes, step_i: layer.units, step_k: 1, b: weights, b_row: 1, b_column: layer.units, bias: nil,
      c: da[index - 1].bytes + place, c_row: layer.inputs, m: pass.rows, n: inputs.count, k: layer.units, scale: 1,
      add: 0, parameter: nil, rate: 0, soon: nn_rows())
    precision.kernels.pointee.rows_product(&factors)
    let (activation, option) = (before.activation.kind.backward, before.activation.option)
    let row = BatchLayout(rows: 1, units: inputs.count, stride: nil)
    for sample in 0..<pass.rows {
      let at = place &+ sample &* layer.inputs &* precision.itemSize
      activation(
        pass.z[index - 1].bytes + at, pass.a[index - 1].bytes + at, da[index - 1].bytes + at, dz[index - 1].bytes + at,
        row, option, precision)
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
      product(
        input, d, layer, target, rows: count, units: layer.units, samples: pass.rows, scale: scale, adding: adding,
        rate: nil, soon: nn_rows())
    } else {
      pass.precision.multiply(
        transposeA: true, m: count, n: layer.units, k: pass.rows, alpha: scale, input, rowLength: layer.inputs, d,
        beta: adding ? 1 : 0, target)
    }
  }

  /// The columns `units` of dW, and the step `W -= rate * dW` of their weights; brings `soon` near.
  func weightsDescent(
    _ index: Int, _ pass: ForwardPass, _ layer: DenseLayer, units: Range<Int>, scale: Double, adding: Bool,
    rate: Double, soon: nn_rows
  ) {
    let first = units.lowerBound &* pass.precision.itemSize
    product(
      pass.layerInput(index), dz[index].bytes + first, layer, layer.weights.gradient.bytes + first, rows: layer.inputs,
      units: units.count, samples: pass.rows, scale: scale, adding: adding, rate: rate, soon: soon)
  }

  /// A part of `X.T @ dZ`, by the kernels, from its place on in X, dZ and dW.
  private func product(
    _ x: UnsafeRawPointer, _ d: UnsafeRawPointer, _ layer: DenseLayer, _ target: UnsafeMutableRawPointer, rows: Int,
    units: Int, samples: Int, scale: Double, adding: Bool, rate: Double?, soon: nn_rows
  ) {
    let place = target - layer.weights.gradient.bytes
    var factors = nn_product(
      a: x, step_i: 1, step_k: layer.inputs, b: d, b_row: layer.units, b_column: 1, bias: nil, c: target,
      c_row: layer.units, m: rows, n: units, k: samples, scale: scale, add: adding ? 1 : 0,
      parameter: rate == nil ? nil : layer.weights.value.bytes + place, rate: rate ?? 0, soon: soon)
    layer.weights.precision.kernels.pointee.rows_product(&factors)
  }

  func biasGradient(_ index: Int, _ pass: ForwardPass, _ layer: DenseLayer, scale: Double, adding: Bool) {
    pass.precision.kernels.pointee.column_sums(
      dz[index].bytes, layer.bias.gradient.bytes, pass.rows, layer.units, scale, adding ? 1 : 0)
  }
}
