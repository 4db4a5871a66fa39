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
    let x: Samples
    let y: Samples
    let order: UnsafePointer<Int64>?
    let start: Int
    let rows: Int
    let chunkRows: Int
    let loss: Loss
    /// nil in a training.
    let task: Task?
    let isTraining: Bool
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

  func step(
    _ x: Samples, _ y: Samples, _ order: UnsafePointer<Int64>?, start: Int, rows: Int, _ loss: Loss, _: RandomState,
    updating network: Network?
  ) -> Double {
    let count = run(
      Job(
        x: x, y: y, order: order, start: start, rows: rows, chunkRows: chunkRows(rows), loss: loss, task: nil,
        isTraining: true))
    collect(count, scale: 1 / Double(rows))
    network?.finishUpdate()
    var sum = 0.0
    for index in 0..<count { sum += chunks[index].loss }
    return sum
  }

  func evaluate(_ x: Samples, _ y: Samples, _ loss: Loss, _ task: Task) -> (sum: Double, right: Int) {
    let count = run(
      Job(
        x: x, y: y, order: nil, start: 0, rows: x.count, chunkRows: chunkRows(x.count), loss: loss, task: task,
        isTraining: false))
    var (sum, right) = (0.0, 0)
    for index in 0..<count {
      sum += chunks[index].loss
      right += chunks[index].right
    }
    return (sum, right)
  }

  /// Works all chunks; returns how many there are.
  private func run(_ job: Job) -> Int {
    let count = (job.rows + job.chunkRows - 1) / job.chunkRows
    while chunks.count < count { chunks.append(ColumnChunk(plan, blockRows, precision)) }
    self.job.initialize(to: job)
    nn_parallel(
      Int32(threads),
      { context, index, _ in Unmanaged<ColumnWorker>.fromOpaque(context!).takeUnretainedValue().work(Int(index)) },
      Unmanaged.passUnretained(self).toOpaque(), Int32(count))
    self.job.deinitialize(count: 1)
    return count
  }

  private func work(_ index: Int) {
    let job = UnsafePointer(job)
    let chunk = chunks[index]
    let (value, gradient, fused) = (
      job.pointee.loss.kind.value, job.pointee.loss.kind.gradient, job.pointee.loss.kind.fusedGradient
    )
    let (task, option, isTraining) = (job.pointee.task, job.pointee.loss.values.first ?? 0, job.pointee.isTraining)
    let (x, y, order) = (job.pointee.x, job.pointee.y, job.pointee.order)
    let end = min(job.pointee.rows, (index + 1) * job.pointee.chunkRows)
    chunk.loss = 0
    chunk.right = 0
    if isTraining { chunk.clearGradients() }
    var row = index * job.pointee.chunkRows
    while row < end {
      let rows = min(blockRows, end - row)
      // Whole vectors of either precision in 64 bytes.
      let lanes = 64 / precision.itemSize
      let stride = (rows + lanes - 1) / lanes * lanes
      x.columns(order, job.pointee.start + row, rows, to: chunk.x, stride: stride, precision)
      y.columns(order, job.pointee.start + row, rows, to: chunk.y, stride: stride, precision)
      chunk.forward(stride)
      let batch = chunk.lossBatch(rows, stride, option: option)
      chunk.loss += value(batch)
      if let task { chunk.right += batch.countRight(task) }
      if isTraining { chunk.backward(batch, gradient: gradient, fused: fused) }
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
