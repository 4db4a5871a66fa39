import Arrays
import CKernels

/// The values of a batch on its way through the layers: rows × units each, in both conventions.
///
/// A pass that a network keeps is never written again, so that snapshots may share it; a training writes its own over and over.
final class ForwardPass: @unchecked Sendable {
  /// Rows there is room for.
  let capacity: Int
  let precision: Precision
  /// Whether it is a training's: of small batches its products are kernels' own, which round as BLAS does, but in another order.
  let isTraining: Bool
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
    isTraining = training
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
    begin(x, rows: rows, layers, random: random)
    for index in 0..<layers.count {
      work(index, layers[index], first: 0, rows)
      after(index)
    }
  }

  /// Takes the input of a batch and draws what is dropped, layer by layer and for all rows, so that it does not depend on who works
  /// which rows.
  func begin(_ x: UnsafeRawPointer, rows: Int, _ layers: [DenseLayer], random: RandomState?) {
    self.rows = rows
    input = x
    isDropping = random != nil
    guard let random else { return }
    for index in 0..<layers.count {
      guard let mask = dropped[index]?.mask else { continue }
      Dropout.draw(mask, count: rows &* layers[index].inputs, rate: layers[index].dropout, random: random)
    }
  }

  /// Takes `count` rows from `first` on through layer `index`. Different rows may be worked at the same time.
  func work(_ index: Int, _ layer: DenseLayer, first: Int, _ count: Int) {
    let (from, to) = (first &* layer.inputs &* precision.itemSize, first &* layer.units &* precision.itemSize)
    if isDropping, let (values, mask) = dropped[index] {
      Dropout.apply(
        mask.bytes + from, to: before(index) + from, values.bytes + from, count: count &* layer.inputs, precision)
    }
    let (z, a) = (z[index].bytes + to, a[index].bytes + to)
    if takesKernels(count, layer) {
      product(index, layer, layerInput(index) + from, z, rows: count, units: 0..<layer.units)
      activate(layer, z, a, count)
    } else {
      precision.multiply(
        m: count, n: layer.units, k: layer.inputs, layerInput(index) + from, layer.weights.value.bytes, z)
      finish(z, a, count, layer)
    }
  }

  /// Takes all rows through the units `units` of layer `index`, which has no dropout and whose activation goes number by number. Different units may
  /// be worked at the same time.
  func work(_ index: Int, _ layer: DenseLayer, units: Range<Int>) {
    let first = units.lowerBound &* precision.itemSize
    let (z, a) = (z[index].bytes + first, a[index].bytes + first)
    product(index, layer, layerInput(index), z, rows: rows, units: units)
    let (activation, option) = (layer.activation.kind.forward, layer.activation.option)
    let row = BatchLayout(rows: 1, units: units.count, stride: nil)
    for sample in 0..<rows {
      let place = sample &* layer.units &* precision.itemSize
      activation(z + place, a + place, row, option, precision)
    }
  }

  /// `Z = A_before @ W + b` of some rows and units, by the kernels.
  private func product(
    _ index: Int, _ layer: DenseLayer, _ input: UnsafeRawPointer, _ z: UnsafeMutableRawPointer, rows: Int,
    units: Range<Int>
  ) {
    let first = units.lowerBound &* precision.itemSize
    var factors = nn_product(
      a: input, step_i: layer.inputs, step_k: 1, b: layer.weights.value.bytes + first, b_row: layer.units, b_column: 1,
      bias: layer.bias.value.bytes + first, c: z, c_row: layer.units, m: rows, n: units.count, k: layer.inputs,
      scale: 1, add: 0, parameter: nil, rate: 0, soon: nn_rows())
    precision.kernels.pointee.rows_product(&factors)
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
      activate(layer, z + row * width, a + row * width, count)
      row += count
    }
  }

  /// Whether the kernels' product of so many rows is faster than that of BLAS, where each thread has rows of its own: all of them rearrange all
  /// weights then, which more rows would only pay for in BLAS' way. The weights of few units are soon rearranged.
  func takesKernels(_ rows: Int, _ layer: DenseLayer) -> Bool {
    isTraining && (rows <= 64 || rows <= 512 && layer.units <= 32) && layer.units > 1
  }

  private func activate(
    _ layer: DenseLayer, _ z: UnsafeMutableRawPointer, _ a: UnsafeMutableRawPointer, _ count: Int
  ) {
    layer.activation.kind.forward(
      z, a, BatchLayout(rows: count, units: layer.units, stride: nil), layer.activation.option, precision)
  }

  /// What a layer multiplies with its weights.
  func layerInput(_ index: Int) -> UnsafeRawPointer {
    if isDropping, let dropped = dropped[index] { return UnsafeRawPointer(dropped.values.bytes) }
    return before(index)
  }

  private func before(_ index: Int) -> UnsafeRawPointer {
    index == 0 ? input : UnsafeRawPointer(a[index - 1].bytes)
  }

  /// The output beside its targets, as losses take it; of all rows or of `count` from `first` on.
  func lossBatch(
    _ targets: UnsafeRawPointer, outputs: Int, _ loss: Loss, first: Int = 0, count: Int? = nil
  ) -> LossBatch {
    let place = first &* outputs &* precision.itemSize
    return LossBatch(
      z: z[z.count - 1].bytes + place, a: output.bytes + place, y: targets + place,
      layout: BatchLayout(rows: count ?? rows, units: outputs, stride: nil), precision: precision,
      option: loss.values.first ?? 0)
  }
}
