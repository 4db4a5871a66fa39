import Arrays
import CKernels

/// A batch in rows, through BLAS. Each thread takes a share of the rows through all layers and back; then the threads share the gradients of
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
    let x: Samples
    let y: Samples
    let order: UnsafePointer<Int64>?
    let start: Int
    let rows: Int
    let shares: Int
    /// Where the block's rows lie.
    let input: UnsafeRawPointer
    let targets: UnsafeRawPointer
    let copies: (x: Bool, y: Bool)
    let loss: Loss
    /// nil in a training.
    let task: Task?
    let scale: Double
    let isAdding: Bool
    /// Whose parameters take their step as soon as their gradients are there.
    let network: Unmanaged<Network>?

    /// A share of `count` things.
    func share(_ index: Int, of count: Int) -> Range<Int> { count * index / shares..<count * (index + 1) / shares }
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

  func step(
    _ x: Samples, _ y: Samples, _ order: UnsafePointer<Int64>?, start: Int, rows: Int, _ loss: Loss,
    _ random: RandomState, updating network: Network?
  ) -> Double {
    var sum = 0.0
    var done = 0
    let isShared = shares(min(forward.capacity, rows)) > 1
    while done < rows {
      let block = min(forward.capacity, rows - done)
      sum +=
        run(
          x, y, order, start: start + done, rows: block, loss, task: nil, scale: 1 / Double(rows), isAdding: done > 0,
          random, updating: isShared && done + block == rows ? network : nil
        ).loss
      done += block
    }
    if !isShared { network?.finishUpdate() }
    return sum
  }

  func evaluate(_ x: Samples, _ y: Samples, _ loss: Loss, _ task: Task) -> (sum: Double, right: Int) {
    var total = Found()
    var done = 0
    while done < x.count {
      let block = min(forward.capacity, x.count - done)
      let part = run(
        x, y, nil, start: done, rows: block, loss, task: task, scale: 0, isAdding: false, nil, updating: nil)
      total.loss += part.loss
      total.right += part.right
      done += block
    }
    return (total.loss, total.right)
  }

  /// Works a block; with a `random`, back to the gradients too.
  private func run(
    _ x: Samples, _ y: Samples, _ order: UnsafePointer<Int64>?, start: Int, rows: Int, _ loss: Loss, task: Task?,
    scale: Double, isAdding: Bool, _ random: RandomState?, updating network: Network?
  ) -> Found {
    let (input, targets) = (x.rows(order, start, precision), y.rows(order, start, precision))
    let shares = shares(rows)
    job.initialize(
      to: Job(
        x: x, y: y, order: order, start: start, rows: rows, shares: shares,
        input: input ?? UnsafeRawPointer(self.x.bytes), targets: targets ?? UnsafeRawPointer(self.y.bytes),
        copies: (input == nil, targets == nil), loss: loss, task: task, scale: scale, isAdding: isAdding,
        network: network.map { Unmanaged.passUnretained($0) }))
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
    if task == nil {
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
    let rows = job.pointee.share(index, of: job.pointee.rows)
    let (first, count) = (rows.lowerBound, rows.count)
    let last = layers.count - 1
    let size = precision.itemSize
    let start = job.pointee.start + first
    if job.pointee.copies.x {
      job.pointee.x.copyRows(
        job.pointee.order, start, count, to: x.bytes + first &* layers[0].inputs &* size, precision)
    }
    if job.pointee.copies.y {
      job.pointee.y.copyRows(
        job.pointee.order, start, count, to: y.bytes + first &* layers[last].units &* size, precision)
    }
    for layer in 0...last { forward.work(layer, layers[layer], first: first, count) }
    let loss = job.pointee.loss
    let batch = forward.lossBatch(
      job.pointee.targets, outputs: layers[last].units, loss, first: first, count: count)
    found[index].loss = loss.kind.value(batch)
    if let task = job.pointee.task {
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
    for number in (0..<layers.count).reversed() {
      let layer = layers[number]
      let inputs = job.pointee.share(index, of: layer.inputs)
      if !inputs.isEmpty {
        backward.weightsGradient(
          number, forward, layer, inputs: inputs.lowerBound, inputs.count, scale: job.pointee.scale,
          adding: job.pointee.isAdding)
      }
      if index == job.pointee.shares - 1 {
        backward.biasGradient(
          number, forward, layer, scale: job.pointee.scale, adding: job.pointee.isAdding)
      }
    }
    // The others read these parameters no more.
    job.pointee.network?.takeUnretainedValue().update(share: index, of: job.pointee.shares)
  }
}
