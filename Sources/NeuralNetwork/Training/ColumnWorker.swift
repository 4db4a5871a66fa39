import Arrays
import CKernels
import Glibc

/// A batch in columns: blocks of a fixed number of rows pass through all layers and back while they are in the first cache, with samples
/// as the lanes of the vectors. Blocks belong to chunks, which depend on the batch alone; each chunk sums its gradients for itself, and
/// the chunks' sums are added in their order, so that the result has the same bits for any number of threads.
final class ColumnWorker: BatchWorker {
  private let layers: [DenseLayer]
  private let plan: UnsafeMutableBufferPointer<ColumnLayer>
  private let precision: Precision
  private let threads: Int
  private let blockRows: Int
  private var chunks: [ColumnChunk] = []
  /// The work of the moment, read by the threads.
  private let job = UnsafeMutablePointer<Job>.allocate(capacity: 1)

  private struct Job {
    let batch: Batch
    let chunkRows: Int
  }

  /// Whether the layers are small enough, and have no dropout.
  static func fits(_ layers: [DenseLayer]) -> Bool {
    layers[0].inputs <= 256
      && layers.allSatisfy { $0.dropout == 0 && $0.inputs * $0.units <= 4096 && $0.units <= 256 }
  }

  init(_ layers: [DenseLayer], rows: Int, threads: Int) {
    self.layers = layers
    self.threads = threads
    precision = layers[0].weights.precision
    plan = .allocate(capacity: layers.count)
    _ = plan.initialize(from: layers.map(ColumnLayer.init))
    // z, a and dz of each layer, x and y.
    let width = layers.reduce(layers[0].inputs + layers[layers.count - 1].units) { $0 + 3 * $1.units }
    let fitting = (32 << 10) / (width * precision.itemSize)
    blockRows = min(max(fitting / 64 * 64, 64), 512)
  }

  deinit {
    plan.deinitialize()
    plan.deallocate()
    job.deallocate()
  }

  /// A chunk is at least 16 blocks, and there are at most 16.
  private func chunkRows(_ rows: Int) -> Int {
    let blocks = (rows + blockRows - 1) / blockRows
    let count = max(1, min(16, blocks / 16))
    return (blocks + count - 1) / count * blockRows
  }

  func step(_ batch: Batch, _: RandomState, updating network: Network?) -> Double {
    let count = run(batch)
    collect(count, scale: 1 / Double(batch.rows))
    network?.finishUpdate()
    var sum = 0.0
    for index in 0..<count { sum += chunks[index].loss }
    return sum
  }

  func evaluate(_ x: Samples, _ y: Samples, _ loss: Loss, _ task: Task) -> (sum: Double, right: Int) {
    let count = run(Batch(x: x, y: y, order: nil, start: 0, rows: x.count, loss: loss, task: task))
    var (sum, right) = (0.0, 0)
    for index in 0..<count {
      sum += chunks[index].loss
      right += chunks[index].right
    }
    return (sum, right)
  }

  /// Works all chunks; returns how many there are.
  private func run(_ batch: Batch) -> Int {
    let chunkRows = chunkRows(batch.rows)
    let count = (batch.rows + chunkRows - 1) / chunkRows
    while chunks.count < count { chunks.append(ColumnChunk(plan, blockRows, precision)) }
    job.initialize(to: Job(batch: batch, chunkRows: chunkRows))
    nn_parallel(
      Int32(threads),
      { context, index, _ in
        Unmanaged<ColumnWorker>.fromOpaque(context!)._withUnsafeGuaranteedRef { $0.work(Int(index)) }
      },
      Unmanaged.passUnretained(self).toOpaque(), Int32(count))
    job.deinitialize(count: 1)
    return count
  }

  private func work(_ index: Int) {
    let job = UnsafePointer(job)
    let chunk = chunks[index]
    let (value, gradient, fused) = (
      job.pointee.batch.loss.kind.value, job.pointee.batch.loss.kind.gradient, job.pointee.batch.loss.kind.fusedGradient
    )
    let (task, option) = (job.pointee.batch.task, job.pointee.batch.loss.values.first ?? 0)
    let (x, y, order) = (job.pointee.batch.x, job.pointee.batch.y, job.pointee.batch.order)
    let start = job.pointee.batch.start
    let end = min(job.pointee.batch.rows, (index + 1) * job.pointee.chunkRows)
    chunk.loss = 0
    chunk.right = 0
    if task == nil { chunk.clearGradients() }
    var row = index * job.pointee.chunkRows
    while row < end {
      let rows = min(blockRows, end - row)
      // Whole vectors of either precision in 64 bytes.
      let lanes = 64 / precision.itemSize
      let stride = (rows + lanes - 1) / lanes * lanes
      x.columns(order, start + row, rows, to: chunk.x, stride: stride, precision)
      y.columns(order, start + row, rows, to: chunk.y, stride: stride, precision)
      chunk.forward(stride)
      let batch = chunk.lossBatch(rows, stride, option: option)
      chunk.loss += value(batch)
      if let task {
        chunk.right += batch.countRight(task)
      } else {
        chunk.backward(batch, gradient: gradient, fused: fused)
      }
      row += rows
    }
  }

  /// The parameters' gradients: the chunks' sums, times `scale`.
  private func collect(_ count: Int, scale: Double) {
    let kernels = precision.kernels
    for (index, layer) in layers.enumerated() {
      for isBias in [false, true] {
        let parameter = isBias ? layer.bias : layer.weights
        let target = parameter.gradient.bytes
        for number in 0..<count {
          let chunk = chunks[number]
          let source = isBias ? chunk.db(index) : chunk.dw(index)
          if number == 0 {
            memcpy(target, source, parameter.count * precision.itemSize)
          } else {
            kernels.pointee.add(target, source, parameter.count)
          }
        }
        kernels.pointee.scale(target, parameter.count, scale)
      }
    }
  }
}
