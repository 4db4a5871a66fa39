import Arrays

/// The derivatives of each sample's own loss: rows × units each, in both conventions.
final class BackwardPass: @unchecked Sendable {
  let dz: [NDArray]
  let da: [NDArray]
  /// Whether ``da`` of the output is computed even where dZ has its own formula.
  let wantsOutputGradient: Bool

  init(_ layers: [DenseLayer], capacity: Int, wantsOutputGradient: Bool) {
    dz = layers.map { NDArray(uninitialized: [capacity, $0.units], .float64) }
    da = layers.map { NDArray(uninitialized: [capacity, $0.units], .float64) }
    self.wantsOutputGradient = wantsOutputGradient
  }

  /// Adds the batch's `X.T @ dZ` and column sums of dZ to the parameters' gradients; the 1/m is the caller's.
  func run(_ pass: ForwardPass, targets: UnsafePointer<Double>, loss: Loss, layers: [DenseLayer]) {
    let rows = pass.rows
    let last = layers.count - 1
    let batch = pass.lossBatch(targets, outputs: layers[last].units)
    let fused = loss.kind.fusedGradient
    if wantsOutputGradient || fused == nil { loss.kind.gradient(batch, da[last].doubles, loss.values) }
    if let fused {
      fused(batch, dz[last].doubles, loss.values)
    } else {
      throughActivation(last, pass, layers)
    }
    var index = last
    while true {
      let layer = layers[index]
      DenseKernels.accumulate(
        pass.layerInput(index), dz[index].doubles, layer.weights.gradient.doubles, layer.bias.gradient.doubles,
        rows: rows, inputs: layer.inputs, units: layer.units)
      if index == 0 { break }
      DenseKernels.backward(
        dz[index].doubles, layer.weights.value.doubles, da[index - 1].doubles, rows: rows, inputs: layer.inputs,
        units: layer.units)
      if pass.isDropping, let mask = pass.dropped[index]?.mask {
        Dropout.backward(mask.doubles, da[index - 1].doubles, count: rows &* layer.inputs)
      }
      index -= 1
      throughActivation(index, pass, layers)
    }
  }

  private func throughActivation(_ index: Int, _ pass: ForwardPass, _ layers: [DenseLayer]) {
    let layer = layers[index]
    layer.activation.kind.backward(
      pass.z[index].doubles, pass.a[index].doubles, da[index].doubles, dz[index].doubles, pass.rows, layer.units,
      layer.activation.values)
  }
}

extension ForwardPass {
  /// The output beside its targets, as losses take it.
  func lossBatch(_ targets: UnsafePointer<Double>, outputs: Int) -> LossKind.Batch {
    LossKind.Batch(
      z: z[z.count - 1].doubles, a: a[a.count - 1].doubles, y: targets, rows: rows, outputs: outputs)
  }
}
