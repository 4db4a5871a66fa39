import Arrays

/// The values of a batch on its way through the layers: rows × units each, in both conventions.
///
/// A pass that a network keeps is never written again, so that snapshots may share it; a training writes its own over and over.
final class ForwardPass: @unchecked Sendable {
  /// Rows there is room for.
  let capacity: Int
  /// Rows in use.
  private(set) var rows = 0
  private(set) var input: UnsafePointer<Double>
  /// Keeps ``input``'s memory.
  let inputArray: NDArray?
  let z: [NDArray]
  let a: [NDArray]
  /// The dropped-out input of a layer and its mask; only for layers with a dropout, and only in a training.
  let dropped: [(values: NDArray, mask: NDArray)?]

  /// Whether the last run dropped values: a training does, an evaluation in its memory does not.
  private(set) var isDropping = false

  /// Without an `input`, each ``run(_:rows:through:random:)`` brings its own.
  init(_ layers: [DenseLayer], capacity: Int, input: NDArray? = nil, training: Bool = false) {
    self.capacity = capacity
    inputArray = input
    // Replaced before it is read.
    self.input = UnsafePointer(input?.doubles ?? layers[0].weights.value.doubles)
    z = layers.map { NDArray(uninitialized: [capacity, $0.units], .float64) }
    a = layers.map { NDArray(uninitialized: [capacity, $0.units], .float64) }
    dropped = layers.map { layer in
      guard training && layer.dropout > 0 else { return nil }
      let shape: Dims = [capacity, layer.inputs]
      return (NDArray(uninitialized: shape, .float64), NDArray(uninitialized: shape, .float64))
    }
  }

  /// The prediction, rows × outputs.
  var output: NDArray { a[a.count - 1] }

  /// `Z = A_before @ W + b`, `A = g(Z)`, layer by layer.
  func run(_ x: UnsafePointer<Double>, rows: Int, through layers: [DenseLayer], random: RandomState? = nil) {
    self.rows = rows
    input = x
    isDropping = random != nil
    for (index, layer) in layers.enumerated() {
      if let (values, mask) = dropped[index], let random {
        Dropout.forward(
          before(index), mask.doubles, values.doubles, count: rows &* layer.inputs, rate: layer.dropout, random: random)
      }
      DenseKernels.forward(
        layerInput(index), layer.weights.value.doubles, layer.bias.value.doubles, z[index].doubles, rows: rows,
        inputs: layer.inputs, units: layer.units)
      layer.activation.kind.forward(
        z[index].doubles, a[index].doubles, rows, layer.units, layer.activation.values)
    }
  }

  /// What a layer multiplies with its weights.
  func layerInput(_ index: Int) -> UnsafePointer<Double> {
    if isDropping, let dropped = dropped[index] { return UnsafePointer(dropped.values.doubles) }
    return before(index)
  }

  private func before(_ index: Int) -> UnsafePointer<Double> {
    index == 0 ? input : UnsafePointer(a[index - 1].doubles)
  }
}
