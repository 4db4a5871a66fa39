import Arrays
import CKernels

/// A batch in rows, through BLAS or, of few rows, the kernels' products. Of few rows the threads share the units of the first, large layers, forward
/// and back; the other layers each takes a share of the rows through, and back; then they share the gradients of the weights, which need all rows.
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
  /// What each share of a block's rows found.
  private let found: UnsafeMutableBufferPointer<Found>

  /// What a share of a block does.
  private enum Phase {
    /// Gathers rows.
    case copy
    /// Takes all rows through some units of this layer.
    case units(Int)
    /// Takes some rows through the layers from this one on and, in a training, back.
    case rows(Int)
    /// Takes all rows back to some inputs of this layer.
    case inputs(Int)
    /// Computes some columns or rows of the weights' gradients, and steps along them.
    case gradients
  }

  private struct Job {
    var phase = Phase.copy
    /// With as many rows as a block has at most.
    let batch: Batch
    let shares: Int
    /// What is shared by units is so in smaller pieces, so that the threads end together.
    let pieces: Int
    let gradientPieces: Int
    /// Where the block's rows lie.
    let input: UnsafeRawPointer
    let targets: UnsafeRawPointer
    /// Whence rows are gathered; nil where they lie as they must.
    let sources: (x: Samples.Source?, y: Samples.Source?)
    let scale: Double
    let isAdding: Bool
    /// Whose parameters take their step as soon as their gradients are there.
    let network: Unmanaged<Network>?
    /// So many layers, from the first, are shared by units.
    let unitLayers: Int
    /// Of a step that is plain descent, so that their weights go it together with their gradients.
    let descentRate: Double?
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

  /// A share has 16 rows and a million multiplications at least: of fewer rows a thread would mostly rearrange the weights.
  private func shares(_ rows: Int) -> Int { max(1, min(threads, rows / 16, (rows * work) >> 20)) }

  /// How many layers, from the first, the threads share by units: each then rearranges its own part of the weights instead of all, and has it in
  /// its cache the next time. More rows do not stay in its cache beside them, and go through BLAS.
  private func layersByUnits(_ rows: Int, _ shares: Int) -> Int {
    guard shares > 1 && rows <= 512 else { return 0 }
    return layers.prefix {
      $0.dropout == 0 && !$0.activation.kind.isRowWise && $0.units >= shares * unitGroup
        && (rows * $0.weights.count) >> 20 > 0
    }.count
  }

  /// So many for each thread, none of them without a unit: more would rearrange more, and fewer would leave a thread without work at the end.
  private func pieces(_ shares: Int, _ unitLayers: Int, each: Int) -> Int {
    layers.prefix(unitLayers).reduce(unitLayers > 0 ? each * shares : shares) { min($0, $1.units / unitGroup) }
  }

  /// Units that threads do not divide: a cache line's, and whole vectors.
  private var unitGroup: Int { 64 / precision.itemSize }

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
    let unitLayers = layersByUnits(rows, shares)
    job.initialize(
      to: Job(
        batch: batch, shares: shares, pieces: pieces(shares, unitLayers, each: 2),
        // Of few units there is less to rearrange than to wait for.
        gradientPieces: pieces(shares, unitLayers, each: layers[0].units <= 256 ? 4 : 2),
        input: input ?? UnsafeRawPointer(x.bytes), targets: targets ?? UnsafeRawPointer(y.bytes),
        sources: (input == nil ? batch.x.source : nil, targets == nil ? batch.y.source : nil),
        scale: scale, isAdding: isAdding, network: network.map { Unmanaged.passUnretained($0) },
        unitLayers: unitLayers, descentRate: network?.descentRate))
    defer { job.deinitialize(count: 1) }
    forward.begin(job.pointee.input, rows: rows, layers, random: random)
    // Where the rows are too few to be shared, a product may still be.
    if shares > 1 { Processors.productsStayAlone(true) }
    defer { if shares > 1 { Processors.productsStayAlone(false) } }
    if unitLayers > 0 && (input == nil || targets == nil) { work(.copy) }
    for layer in 0..<unitLayers { work(.units(layer)) }
    work(.rows(unitLayers))
    if batch.task == nil {
      for layer in (0..<unitLayers).dropFirst().reversed() { work(.inputs(layer)) }
      work(.gradients)
    }
    var total = Found()
    for index in 0..<shares {
      total.loss += found[index].loss
      total.right += found[index].right
    }
    return total
  }

  /// All shares of a phase, on the threads.
  private func work(_ phase: Phase) {
    job.pointee.phase = phase
    let shares = job.pointee.shares
    let count =
      switch phase {
      case .rows: shares
      case .gradients: job.pointee.descentRate == nil ? shares : job.pointee.gradientPieces
      case .copy: 4 * shares
      case .units, .inputs: job.pointee.pieces
      }
    nn_parallel(
      Int32(shares),
      { context, index, count in
        // Threads that count references to one object wait for each other.
        Unmanaged<RowWorker>.fromOpaque(context!)._withUnsafeGuaranteedRef {
          $0.work(Share(index: Int(index), count: Int(count)))
        }
      }, Unmanaged.passUnretained(self).toOpaque(), Int32(count))
  }

  private func work(_ share: Share) {
    switch job.pointee.phase {
    case .copy: copyRows(share.range(of: job.pointee.batch.rows))
    case .units(let layer):
      forward.work(layer, layers[layer], units: share.range(of: layers[layer].units, by: unitGroup))
    case .rows(let first):
      let rows = share.range(of: job.pointee.batch.rows)
      if first == 0 { copyRows(rows) }
      found[share.index] = workRows(rows, from: first)
    case .inputs(let layer):
      backward.inputGradient(
        layer, forward, layers[layer], layers[layer - 1], inputs: share.range(of: layers[layer].inputs, by: unitGroup))
    case .gradients: workGradients(share)
    }
  }

  private func copyRows(_ rows: Range<Int>) {
    let (order, start) = (job.pointee.batch.order, job.pointee.batch.start + rows.lowerBound)
    func copy(_ source: Samples.Source?, to target: Buffer) {
      guard let source else { return }
      let place = rows.lowerBound &* source.width &* precision.itemSize
      source.copyRows(order, start, rows.count, to: target.bytes + place, precision)
    }
    copy(job.pointee.sources.x, to: x)
    copy(job.pointee.sources.y, to: y)
  }

  /// The rows that this share will gather next.
  private func nextRows(_ share: Share) -> nn_rows {
    guard let source = job.pointee.sources.x else { return nn_rows() }
    let start = job.pointee.batch.start + job.pointee.batch.rows
    let rows = share.range(of: min(job.pointee.batch.rows, job.pointee.batch.x.count - start))
    return source.rows(job.pointee.batch.order, start + rows.lowerBound, rows.count)
  }

  /// Some rows through the layers from `firstLayer` on and, in a training, back to dZ of the layer before it, or of the first.
  private func workRows(_ rows: Range<Int>, from firstLayer: Int) -> Found {
    let (first, count) = (rows.lowerBound, rows.count)
    let last = layers.count - 1
    for layer in firstLayer..<layers.count { forward.work(layer, layers[layer], first: first, count) }
    let loss = job.pointee.batch.loss
    let batch = forward.lossBatch(
      job.pointee.targets, outputs: layers[last].units, loss, first: first, count: count)
    var found = Found(loss: loss.kind.value(batch))
    if let task = job.pointee.batch.task {
      found.right = batch.countRight(task)
      return found
    }
    backward.outputGradient(forward, job.pointee.targets, loss, layers[last], first: first, count)
    for layer in (max(1, firstLayer)..<layers.count).reversed() {
      backward.inputGradient(layer, forward, layers[layer], first: first, count)
      backward.throughActivation(layer - 1, forward, layers[layer - 1], first: first, count)
    }
    return found
  }

  /// A share of each layer's dW, by its inputs or its units; the biases' belong to the last share.
  private func workGradients(_ share: Share) {
    let (scale, isAdding) = (job.pointee.scale, job.pointee.isAdding)
    let descending = job.pointee.descentRate == nil ? 0 : job.pointee.unitLayers
    for number in (0..<layers.count).reversed() {
      let layer = layers[number]
      if number < descending {
        backward.weightsDescent(
          number, forward, layer, units: share.range(of: layer.units, by: unitGroup), scale: scale, adding: isAdding,
          rate: job.pointee.descentRate!, soon: number == 0 ? nextRows(share) : nn_rows())
      } else {
        let inputs = share.range(of: layer.inputs)
        if !inputs.isEmpty {
          backward.weightsGradient(
            number, forward, layer, inputs: inputs.lowerBound, inputs.count, scale: scale, adding: isAdding)
        }
      }
      if share.isLast {
        backward.biasGradient(number, forward, layer, scale: scale, adding: isAdding)
      }
    }
    // The others read these parameters no more.
    job.pointee.network?._withUnsafeGuaranteedRef { $0.update(share, done: descending) }
  }
}
