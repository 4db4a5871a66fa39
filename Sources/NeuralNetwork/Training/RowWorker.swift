import Arrays
import CKernels

/// A batch in rows, through BLAS or, of few rows, the kernels' products. Each thread takes a share of the rows through all layers and back; then the threads share the gradients of
/// the weights, which need all rows.
final class RowWorker: BatchWorker {
  private let layers: [DenseLayer]
  private let precision: Precision
  private let threads: Int
  private let forward: ForwardPass
  private let backward: BackwardPass
  /// Rows gathered in a random order, or from the other precision.
  private let x: Buffer
  private let y: Buffer
  /// Multiplications of a sample on its way forward.
  private let work: Int
  /// The block of the moment, read by the threads.
  private let job = UnsafeMutablePointer<Job>.allocate(capacity: 1)
  /// What each share of a block found.
  private let found: UnsafeMutableBufferPointer<Found>

  private struct Job {
    /// With as many rows as a block has at most.
    let batch: Batch
    let shares: Int
    /// Where the block's rows lie.
    let input: UnsafeRawPointer
    let targets: UnsafeRawPointer
    let copies: (x: Bool, y: Bool)
    let scale: Double
    let isAdding: Bool
    /// Whose parameters take their step as soon as their gradients are there.
    let network: Unmanaged<Network>?
  }

  private struct Found {
    var loss = 0.0
    var right = 0
  }

  init(_ layers: [DenseLayer], rows: Int, threads: Int) {
    let capacity = min(rows, Self.blockRows(layers))
    self.layers = layers
    self.threads = threads
    precision = layers[0].weights.precision
    forward = ForwardPass(layers, capacity: capacity, training: true)
    backward = BackwardPass(layers, capacity: capacity, wantsOutputGradient: false)
    x = Buffer(capacity * layers[0].inputs, precision)
    y = Buffer(capacity * layers[layers.count - 1].units, precision)
    work = layers.reduce(0) { $0 + $1.weights.count }
    found = .allocate(capacity: threads)
    found.initialize(repeating: Found())
  }

  deinit {
    job.deallocate()
    found.deallocate()
  }

  /// As many rows as keep the matrix product busy (16 MB of values), never more than an eighth of the memory.
  static func blockRows(_ layers: [DenseLayer]) -> Int {
    let width = layers.reduce(layers[0].inputs) { $0 + 4 * $1.units } * layers[0].weights.precision.itemSize
    return max(1, min(min(max((16 << 20) / width, 256), 4096), Memory.bytes / 8 / width))
  }

  /// A share has 16 rows and a million multiplications at least: smaller products would mostly rearrange the weights.
  private func shares(_ rows: Int) -> Int { max(1, min(threads, rows / 16, (rows * work) >> 20)) }

  func step(_ batch: Batch, _ random: RandomState, updating network: Network?) -> Double {
    let isShared = shares(min(forward.capacity, batch.rows)) > 1
    var sum = 0.0
    var done = 0
    while done < batch.rows {
      let block = block(batch, from: done)
      let isLast = done + block.rows == batch.rows
      sum +=
        run(
          block, scale: 1 / Double(batch.rows), isAdding: done > 0, random, updating: isShared && isLast ? network : nil
        ).loss
      done += block.rows
    }
    if !isShared { network?.finishUpdate() }
    return sum
  }

  func evaluate(_ x: Samples, _ y: Samples, _ loss: Loss, _ task: Task) -> (sum: Double, right: Int) {
    let batch = Batch(x: x, y: y, order: nil, start: 0, rows: x.count, loss: loss, task: task)
    var total = Found()
    var done = 0
    while done < batch.rows {
      let block = block(batch, from: done)
      let part = run(block, scale: 0, isAdding: false, nil, updating: nil)
      total.loss += part.loss
      total.right += part.right
      done += block.rows
    }
    return (total.loss, total.right)
  }

  private func block(_ batch: Batch, from done: Int) -> Batch {
    Batch(
      x: batch.x, y: batch.y, order: batch.order, start: batch.start + done,
      rows: min(forward.capacity, batch.rows - done), loss: batch.loss, task: batch.task)
  }

  /// Works a block; in a training, back to the gradients too.
  private func run(
    _ batch: Batch, scale: Double, isAdding: Bool, _ random: RandomState?, updating network: Network?
  ) -> Found {
    let rows = batch.rows
    let input = batch.x.rows(batch.order, batch.start, precision)
    let targets = batch.y.rows(batch.order, batch.start, precision)
    let shares = shares(rows)
    job.initialize(
      to: Job(
        batch: batch, shares: shares, input: input ?? UnsafeRawPointer(x.bytes),
        targets: targets ?? UnsafeRawPointer(y.bytes), copies: (input == nil, targets == nil), scale: scale,
        isAdding: isAdding, network: network.map { Unmanaged.passUnretained($0) }))
    defer { job.deinitialize(count: 1) }
    forward.begin(job.pointee.input, rows: rows, layers, random: random)
    // Where the rows are too few to be shared, a product may still be.
    if shares > 1 { Processors.productsStayAlone(true) }
    defer { if shares > 1 { Processors.productsStayAlone(false) } }
    let itself = Unmanaged.passUnretained(self).toOpaque()
    nn_parallel(
      Int32(shares),
      { context, index, _ in Unmanaged<RowWorker>.fromOpaque(context!).takeUnretainedValue().workRows(Int(index)) },
      itself,
      Int32(shares))
    if batch.task == nil {
      nn_parallel(
        Int32(shares),
        { context, index, _ in Unmanaged<RowWorker>.fromOpaque(context!).takeUnretainedValue().workGradients(Int(index))
        }, itself,
        Int32(shares))
    }
    var total = Found()
    for index in 0..<shares {
      total.loss += found[index].loss
      total.right += found[index].right
    }
    return total
  }

  /// A share of the rows, through all layers and, in a training, back to dZ of the first.
  private func workRows(_ index: Int) {
    let rows = Share(index: index, count: job.pointee.shares).range(of: job.pointee.batch.rows)
    let (first, count) = (rows.lowerBound, rows.count)
    let last = layers.count - 1
    let size = precision.itemSize
    let start = job.pointee.batch.start + first
    if job.pointee.copies.x {
      job.pointee.batch.x.copyRows(
        job.pointee.batch.order, start, count, to: x.bytes + first &* layers[0].inputs &* size, precision)
    }
    if job.pointee.copies.y {
      job.pointee.batch.y.copyRows(
        job.pointee.batch.order, start, count, to: y.bytes + first &* layers[last].units &* size, precision)
    }
    for layer in 0...last { forward.work(layer, layers[layer], first: first, count) }
    let loss = job.pointee.batch.loss
    let batch = forward.lossBatch(
      job.pointee.targets, outputs: layers[last].units, loss, first: first, count: count)
    found[index].loss = loss.kind.value(batch)
    if let task = job.pointee.batch.task {
      found[index].right = batch.countRight(task)
      return
    }
    backward.outputGradient(forward, job.pointee.targets, loss, layers[last], first: first, count)
    for layer in (1..<layers.count).reversed() {
      backward.inputGradient(layer, forward, layers[layer], first: first, count)
      backward.throughActivation(layer - 1, forward, layers[layer - 1], first: first, count)
    }
  }

  /// A share of each layer's dW, by its inputs; the biases' belong to the last share.
  private func workGradients(_ index: Int) {
    let share = Share(index: index, count: job.pointee.shares)
    for number in (0..<layers.count).reversed() {
      let layer = layers[number]
      let inputs = share.range(of: layer.inputs)
      if !inputs.isEmpty {
        backward.weightsGradient(
          number, forward, layer, inputs: inputs.lowerBound, inputs.count, scale: job.pointee.scale,
          adding: job.pointee.isAdding)
      }
      if share.isLast {
        backward.biasGradient(
          number, forward, layer, scale: job.pointee.scale, adding: job.pointee.isAdding)
      }
    }
    // The others read these parameters no more.
    job.pointee.network?.takeUnretainedValue().update(share)
  }
}
