import Arrays

/// The values of a batch on its way through the layers: rows × units each, in both conventions.
///
/// A pass that a network keeps is never written again, so that snapshots may share it; a training writes its own over and over.
final class ForwardPass: @unchecked Sendable {
  /// Rows there is room for.
  let capacity: Int
  let precision: Precision
  /// Rows in use.
  private(set) var rows = 0
  private(set) var input: UnsafeRawPointer
  /// Keeps ``input``'s memory.
  let inputBuffer: Buffer?
  let z: [Buffer]
  let a: [Buffer]
  /// The dropped-out input of a layer and its mask; only for layers with a dropout, and only in a training.
  let dropped: [(values: Buffer, mask: Buffer)?]

  /// Whether the last run dropped values: a training does, an evaluation in its memory does not.
  private(set) var isDropping = false

  /// The parameters a kept pass was made with; they may be others by the time it is explained.
  var parameters: ParameterValues?

  /// Without an `input`, each ``run(_:rows:through:random:)`` brings its own.
  init(_ layers: [DenseLayer], capacity: Int, input: Buffer? = nil, training: Bool = false) {
    let precision = layers[0].weights.precision
    self.capacity = capacity
    self.precision = precision
    inputBuffer = input
    // Replaced before it is read.
    self.input = UnsafeRawPointer(input?.bytes ?? layers[0].weights.value.bytes)
    z = layers.map { Buffer(capacity * $0.units, precision) }
    a = layers.map { Buffer(capacity * $0.units, precision) }
    dropped = layers.map { layer in
      guard training && layer.dropout > 0 else { return nil }
      return (Buffer(capacity * layer.inputs, precision), Buffer(capacity * layer.inputs, precision))
    }
  }

  /// The prediction, rows × outputs.
  var output: Buffer { a[a.count - 1] }

  /// `Z = A_before @ W + b`, `A = g(Z)`, layer by layer. `after` is told the index of each layer that is done.
  func run(
    _ x: UnsafeRawPointer, rows: Int, through layers: [DenseLayer], random: RandomState? = nil,
    after: (Int) -> Void = { _ in }
  ) {
    self.rows = rows
    input = x
    isDropping = random != nil
    for (index, layer) in layers.enumerated() {
      if let (values, mask) = dropped[index], let random {
        Dropout.forward(before(index), mask, values, count: rows &* layer.inputs, rate: layer.dropout, random: random)
      }
      let (z, a) = (z[index].bytes, a[index].bytes)
      precision.multiply(
        m: rows, n: layer.units, k: layer.inputs, layerInput(index), layer.weights.value.bytes, z)
      finish(z, a, rows, layer)
      after(index)
    }
  }

  /// Bias and activation, a strip of rows after the other while it is in the first cache.
  private func finish(_ z: UnsafeMutableRawPointer, _ a: UnsafeMutableRawPointer, _ rows: Int, _ layer: DenseLayer) {
    let width = layer.units * precision.itemSize
    let strip = max(1, (16 << 10) / width)
    let kernels = precision.kernels
    var row = 0
    while row < rows {
      let count = min(strip, rows - row)
      kernels.pointee.add_bias(z + row * width, layer.bias.value.bytes, count, layer.units)
      layer.activation.kind.forward(
        z + row * width, a + row * width, BatchLayout(rows: count, units: layer.units, stride: nil),
        layer.activation.option, precision)
      row += count
    }
  }

  /// What a layer multiplies with its weights.
  func layerInput(_ index: Int) -> UnsafeRawPointer {
    if isDropping, let dropped = dropped[index] { return UnsafeRawPointer(dropped.values.bytes) }
    return before(index)
  }

  private func before(_ index: Int) -> UnsafeRawPointer {
    index == 0 ? input : UnsafeRawPointer(a[index - 1].bytes)
  }

  /// The output beside its targets, as losses take it.
  func lossBatch(_ targets: UnsafeRawPointer, outputs: Int, _ loss: Loss) -> LossBatch {
    LossBatch(
      z: z[z.count - 1].bytes, a: output.bytes, y: targets,
      layout: BatchLayout(rows: rows, units: outputs, stride: nil), precision: precision, options: loss.values)
  }
}
