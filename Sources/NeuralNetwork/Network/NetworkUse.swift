import Arrays

/// What the output's numbers mean: decides ``Network/predict(_:)`` and ``Network/evaluate(_:_:)``.
public enum Task: Sendable, Equatable {
  /// Each output above 0.5 is class 1 (sigmoid).
  case binary
  /// The largest output is the class (softmax).
  case multiclass
  /// The sign of the output is the class, -1 or 1 (hinge loss).
  case sign
  /// The output is the answer.
  case regression
}

public struct Evaluation: Sendable, Equatable {
  public let loss: Double
  /// In 0...1; nil for a regression.
  public let accuracy: Double?

  public init(loss: Double, accuracy: Double?) {
    self.loss = loss
    self.accuracy = accuracy
  }
}

extension Network {
  public var task: Task {
    if declaration.loss?.name == "hinge" { return .sign }
    switch declaration.outputActivation?.name {
    case "sigmoid": return .binary
    case "softmax": return .multiclass
    default: return .regression
    }
  }

  /// The prediction of a batch, without keeping the pass.
  public func output(_ input: NDArray) throws(NetworkError) -> NDArray {
    try outputRows(input).oriented(declaration.convention)
  }

  /// int64 class labels, m × 1 (rows) or 1 × m (columns); several sigmoid outputs: one label each. A regression: the prediction itself.
  /// Leaves the last pass alone.
  public func predict(_ input: NDArray) throws(NetworkError) -> NDArray {
    labels(output: try output(input))
  }

  /// What ``predict(_:)`` says of predictions that ``output(_:)`` gave.
  public func labels(output: NDArray) -> NDArray {
    let output = (declaration.convention == .columns ? output.transposed : output).copied()
    let (samples, width) = (output.shape[0], output.shape[1])
    defer { withExtendedLifetime(output) {} }
    let labels: NDArray
    switch task {
    case .binary, .sign:
      labels = NDArray(uninitialized: [samples, width], .int64)
      for i in 0..<(samples * width) { labels.ints[i] = Self.label(output.doubles[i], task) }
    case .multiclass:
      labels = NDArray(uninitialized: [samples, 1], .int64)
      for row in 0..<samples { labels.ints[row] = Self.largest(output.doubles + row * width, width) }
    case .regression: return output.oriented(declaration.convention)
    }
    return labels.oriented(declaration.convention)
  }

  /// Loss and, for a classification, accuracy in 0...1: the share of right labels (of right elements with several sigmoid outputs).
  public func evaluate(_ input: NDArray, _ targets: NDArray) throws(NetworkError) -> Evaluation {
    let loss = try effectiveLoss()
    let x = try reader.input(input, copying: false)
    let y = try reader.targets(targets, samples: x.shape[0])
    takeImages()
    return evaluate(Samples(x), Samples(y), loss, worker(for: x.shape[0], batchSize: x.shape[0]))
  }

  func evaluate(_ x: Samples, _ y: Samples, _ loss: Loss, _ worker: BatchWorker) -> Evaluation {
    let task = task
    let (sum, right) = worker.evaluate(x, y, loss, task)
    let judged = task == .multiclass ? x.count : x.count * outputs
    return Evaluation(
      loss: sum / Double(x.count), accuracy: task == .regression ? nil : Double(right) / Double(judged))
  }

  private func outputRows(_ input: NDArray) throws(NetworkError) -> NDArray {
    _ = try effectiveLoss()
    let x = try reader.input(input, copying: false)
    let samples = x.shape[0]
    guard Memory.holds(samples, outputs) else { throw .batchTooLarge(samples: samples, units: outputs) }
    takeImages()
    let result = NDArray(uninitialized: [samples, outputs], .float64)
    let block = min(samples, RowWorker.blockRows(layers))
    let pass = ForwardPass(layers, capacity: block)
    let copy = Buffer(block * declaration.inputs, declaration.precision)
    let input = Samples(x)
    var start = 0
    while start < samples {
      if Cancellation.isRequested { throw .interrupted }
      let rows = min(block, samples - start)
      let place = input.rows(nil, start, declaration.precision)
      if place == nil { input.source.copyRows(nil, start, rows, to: copy.bytes, declaration.precision) }
      pass.run(place ?? UnsafeRawPointer(copy.bytes), rows: rows, through: layers)
      pass.output.write(to: result.doubles + start * outputs, rows * outputs)
      start += rows
    }
    return result
  }

  private static func label(_ a: Double, _ task: Task) -> Int {
    task == .sign ? (a > 0 ? 1 : -1) : (a > 0.5 ? 1 : 0)
  }

  /// The place of the largest number, the first of equal ones.
  private static func largest(_ values: UnsafePointer<Double>, _ count: Int) -> Int {
    var best = 0
    for i in 1..<max(count, 1) where values[i] > values[best] { best = i }
    return best
  }
}
