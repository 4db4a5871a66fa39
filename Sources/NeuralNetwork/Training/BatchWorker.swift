import Arrays

/// Samples `start ..< start + rows`, of `order` if there is one, and what is computed of them.
struct Batch {
  let x: Samples
  let y: Samples
  let order: UnsafePointer<Int64>?
  let start: Int
  let rows: Int
  let loss: Loss
  /// What is counted as right; nil in a training.
  let task: Task?
}

/// What runs a batch through the network and back, block by block, in memory made once for a network and a batch size.
protocol BatchWorker: AnyObject {
  /// Leaves the mean gradients over the batch in the parameters, and takes the step that `network` has begun along them
  /// (see ``Network/beginUpdate(_:)``), nil for none. Returns the sum of the samples' losses before it.
  func step(_ batch: Batch, _ random: RandomState, updating network: Network?) -> Double

  /// The sum of the samples' losses, and how many answers are right; without dropout.
  func evaluate(_ x: Samples, _ y: Samples, _ loss: Loss, _ task: Task) -> (sum: Double, right: Int)
}

extension Network {
  /// The worker of the last training or evaluation if it fits, else a new one. Small layers go in columns, so that a block passes through all of
  /// them inside the first cache; large ones, and dropout, through BLAS.
  func worker(for samples: Int, batchSize: Int) -> BatchWorker {
    let rows = min(samples, batchSize)
    if let kept = keptWorker, kept.rows == rows { return kept.worker }
    let made: BatchWorker =
      ColumnWorker.fits(layers)
      ? ColumnWorker(layers, rows: rows, threads: threads) : RowWorker(layers, rows: rows, threads: threads)
    keptWorker = (rows, made)
    return made
  }
}

extension Task {
  /// The element-wise tasks: above the threshold is the class `high`, else `low`.
  var classes: (threshold: Double, low: Double, high: Double)? {
    switch self {
    case .binary: (0.5, 0, 1)
    case .sign: (0, -1, 1)
    case .multiclass, .regression: nil
    }
  }
}
