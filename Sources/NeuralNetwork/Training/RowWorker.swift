import Arrays
import CKernels

/// A batch in rows, through BLAS.
final class RowWorker: BatchWorker {
  private let layers: [DenseLayer]
  private let precision: Precision
  let forward: ForwardPass
  private let backward: BackwardPass
  /// Rows gathered in a random order, or from the other precision.
  private let x: Buffer
  private let y: Buffer

  init(_ layers: [DenseLayer], rows: Int) {
    let capacity = min(rows, Self.blockRows(layers))
    self.layers = layers
    precision = layers[0].weights.precision
    forward = ForwardPass(layers, capacity: capacity, training: true)
    backward = BackwardPass(layers, capacity: capacity, wantsOutputGradient: false)
    x = Buffer(capacity * layers[0].inputs, precision)
    y = Buffer(capacity * layers[layers.count - 1].units, precision)
  }

  /// As many rows as keep the matrix product busy (16 MB of values), never more than an eighth of the memory.
  static func blockRows(_ layers: [DenseLayer]) -> Int {
    let width = layers.reduce(layers[0].inputs) { $0 + 4 * $1.units } * layers[0].weights.precision.itemSize
    return max(1, min(min(max((16 << 20) / width, 256), 4096), Memory.bytes / 8 / width))
  }

  func step(
    _ x: Samples, _ y: Samples, _ order: UnsafePointer<Int64>?, start: Int, rows: Int, _ loss: Loss,
    _ random: RandomState
  ) -> Double {
    var sum = 0.0
    var done = 0
    while done < rows {
      let block = min(forward.capacity, rows - done)
      let input = x.rows(order, start + done, block, copyingTo: self.x.bytes, precision)
      let targets = y.rows(order, start + done, block, copyingTo: self.y.bytes, precision)
      forward.run(input, rows: block, through: layers, random: random)
      backward.run(
        forward, targets: targets, loss: loss, layers: layers, scale: 1 / Double(rows), adding: done > 0)
      sum += loss.kind.value(forward.lossBatch(targets, outputs: y.width, loss))
      done += block
    }
    return sum
  }

  func evaluate(_ x: Samples, _ y: Samples, _ loss: Loss, _ task: Task) -> (sum: Double, right: Int) {
    let kernels = precision.kernels
    var (sum, right) = (0.0, 0)
    var done = 0
    while done < x.count {
      let block = min(forward.capacity, x.count - done)
      let input = x.rows(nil, done, block, copyingTo: self.x.bytes, precision)
      let targets = y.rows(nil, done, block, copyingTo: self.y.bytes, precision)
      forward.run(input, rows: block, through: layers)
      sum += loss.kind.value(forward.lossBatch(targets, outputs: y.width, loss))
      if let (threshold, low, high) = task.classes {
        right += kernels.pointee.count_right(forward.output.bytes, targets, block * y.width, threshold, low, high)
      } else if task == .multiclass {
        right += kernels.pointee.count_right_classes(forward.output.bytes, targets, block, y.width, y.width, 1)
      }
      done += block
    }
    return (sum, right)
  }
}
