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
    let output = try outputRows(input)
    let (samples, width) = (output.shape[0], output.shape[1])
    let labels: NDArray
    switch task {
    case .regression: return output.oriented(declaration.convention)
    case .binary, .sign:
      labels = NDArray(uninitialized: [samples, width], .int64)
      for i in 0..<(samples * width) { labels.ints[i] = Self.label(output.doubles[i], task) }
    case .multiclass:
      labels = NDArray(uninitialized: [samples, 1], .int64)
      for row in 0..<samples { labels.ints[row] = Self.largest(output.doubles + row * width, width) }
    }
    return labels.oriented(declaration.convention)
  }

  /// Loss and, for a classification, accuracy in 0...1: the share of right labels (of right elements with several sigmoid outputs).
  public func evaluate(_ input: NDArray, _ targets: NDArray) throws(NetworkError) -> Evaluation {
    let loss = try effectiveLoss()
    let x = try reader.input(input, copying: false)
    let y = try reader.targets(targets, samples: x.shape[0])
    let work = workspace(for: x.shape[0], batchSize: x.shape[0])
    return evaluate(x, y, loss, work.forward)
  }

  /// Block by block, in the memory of `pass`.
  func evaluate(_ x: NDArray, _ y: NDArray, _ loss: Loss, _ pass: ForwardPass) -> Evaluation {
    let samples = x.shape[0]
    let task = task
    var sum = 0.0
    var right = 0
    var start = 0
    while start < samples {
      let rows = min(pass.capacity, samples - start)
      pass.run(x.doubles + start * declaration.inputs, rows: rows, through: layers)
      let targets = y.doubles + start * outputs
      sum += loss.kind.value(pass.lossBatch(targets, outputs: outputs), loss.values)
      right += Self.countRight(pass.output.doubles, targets, rows, outputs, task)
      start += rows
    }
    let judged = task == .multiclass ? samples : samples * outputs
    return Evaluation(
      loss: sum / Double(samples), accuracy: task == .regression ? nil : Double(right) / Double(judged))
  }

  private func outputRows(_ input: NDArray) throws(NetworkError) -> NDArray {
    _ = try effectiveLoss()
    let x = try reader.input(input, copying: false)
    let samples = x.shape[0]
    guard Memory.holds(samples, outputs) else { throw .batchTooLarge(samples: samples, units: outputs) }
    let result = NDArray(uninitialized: [samples, outputs], .float64)
    let pass = workspace(for: samples, batchSize: samples).forward
    var start = 0
    while start < samples {
      let rows = min(pass.capacity, samples - start)
      pass.run(x.doubles + start * declaration.inputs, rows: rows, through: layers)
      (result.doubles + start * outputs).update(from: pass.output.doubles, count: rows * outputs)
      start += rows
    }
    return result
  }

  private static func countRight(
    _ a: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ rows: Int, _ outputs: Int, _ task: Task
  ) -> Int {
    var right = 0
    switch task {
    case .regression: break
    case .binary, .sign:
      for i in 0..<(rows * outputs) where Double(label(a[i], task)) == y[i] { right += 1 }
    case .multiclass:
      for row in 0..<rows where largest(a + row * outputs, outputs) == largest(y + row * outputs, outputs) {
        right += 1
      }
    }
    return right
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
