import Arrays
import Glibc

/// Which way the losses of a training went.
public struct TrainingCourse: Sendable, Equatable {
  public enum Trouble: Sendable, Equatable {
    /// A target that the loss is not made for, so that it may fall below 0 without end.
    case target(Double, loss: String)
    /// The loss of this epoch, counted from 1, is no finite number.
    case notFinite(epoch: Int)
    /// The loss is higher at the end than it was.
    case grew(from: Double, epoch: Int, to: Double)
    /// The loss no longer falls, though the network is hardly better than one answer for all samples.
    case stalled(at: Double, epochs: Int)
  }

  public let losses: [Double]
  /// nil if it went well, or was too short to tell.
  public let trouble: Trouble?

  private static let fewestEpochs = 50

  /// `baseline` is the loss of the best answer that does not look at the sample (see ``Network/baseline(_:)``), asked for only where it matters.
  /// `misfit` is what ``Network/misfit(_:)`` says of the targets.
  public init(_ losses: [Double], misfit: Trouble? = nil, baseline: () -> Double?) {
    self.losses = losses
    let course = TrainingCourse.trouble(losses, misfit == nil ? baseline : { nil })
    if case .notFinite? = course { trouble = course } else { trouble = misfit ?? course }
  }

  private static func trouble(_ losses: [Double], _ baseline: () -> Double?) -> Trouble? {
    guard let first = losses.first, let last = losses.last else { return nil }
    if let epoch = losses.firstIndex(where: { !$0.isFinite }) { return .notFinite(epoch: epoch + 1) }
    let best = losses.indices.min { losses[$0] < losses[$1] }!
    let middle = losses[losses.count / 2]
    let isFlat = losses.count >= fewestEpochs && middle - last < 5e-3 * abs(middle)
    guard last.exceeds(first, by: 0.2) || last.exceeds(losses[best], by: 2) || isFlat else { return nil }
    guard let baseline = baseline(), baseline > 1e-12 else {
      // Without a measure only what is beyond the noise of batches.
      return last.exceeds(first, by: 2) ? .grew(from: first, epoch: 1, to: last) : nil
    }
    if last.exceeds(first, by: 0.2) && last > baseline { return .grew(from: first, epoch: 1, to: last) }
    if last.exceeds(losses[best], by: 2) && last > 0.5 * baseline {
      return .grew(from: losses[best], epoch: best + 1, to: last)
    }
    return isFlat && last >= 0.95 * baseline ? .stalled(at: last, epochs: losses.count) : nil
  }

  /// The largest rise above the first loss, of finite ones.
  var peak: (epoch: Int, loss: Double)? {
    let highest = losses.indices.filter { losses[$0].isFinite }.max { losses[$0] < losses[$1] }
    return highest.map { ($0 + 1, losses[$0]) }
  }

  /// The share of the second half's epochs in which the loss rose by more than a thousandth.
  var risingShare: Double {
    let half = losses.dropFirst(losses.count / 2)
    guard half.count > 1 else { return 0 }
    let rises = zip(half, half.dropFirst()).count { $1.exceeds($0, by: 1e-3) }
    return Double(rises) / Double(half.count - 1)
  }
}

extension Network {
  /// How a training's losses went, judged with the targets it was done with.
  public func course(of result: TrainingResult, targets: NDArray) -> TrainingCourse {
    let axis = declaration.convention == .rows ? 0 : targets.dimensions - 1
    let samples = targets.dimensions == 0 ? 1 : targets.shape[axis]
    let rows = try? reader.targets(targets, samples: samples)
    return TrainingCourse(result.losses, misfit: rows.flatMap(misfit)) { rows.flatMap(baseline) }
  }

  /// The first of the targets, which lie in rows, that the loss is not made for.
  func misfit(_ targets: NDArray) -> TrainingCourse.Trouble? {
    guard let loss = try? effectiveLoss(), let range = loss.kind.targets else { return nil }
    for i in 0..<targets.count where targets.doubles[i] < range.lowerBound || targets.doubles[i] > range.upperBound {
      return .target(targets.doubles[i], loss: loss.name)
    }
    return nil
  }

  /// The same of the targets of the last ``backward(_:to:onStage:)``.
  public var misfitOfLastTargets: TrainingCourse.Trouble? {
    backwardPass?.targets.flatMap { misfit($0.matrix($0.count / outputs, outputs)) }
  }

  /// The mean loss of the best answer that does not look at the sample: the frequencies of the classes, the mean of the targets.
  /// `targets` lie in rows, samples × outputs. nil where the loss has none that is simple.
  func baseline(_ targets: NDArray) -> Double? {
    guard let loss = try? effectiveLoss() else { return nil }
    let (rows, width) = (targets.shape[0], targets.shape[1])
    var total = 0.0
    for output in 0..<width {
      var (sum, squares) = (0.0, 0.0)
      for row in 0..<rows {
        let value = targets.doubles[row * width + output]
        sum += value
        squares += value * value
      }
      let mean = sum / Double(rows)
      let variance = max(squares / Double(rows) - mean * mean, 0)
      switch loss.name {
      case "binary_cross_entropy": total += (entropy(mean) + entropy(1 - mean)) / Double(width)
      case "cross_entropy": total += entropy(mean)
      case "mse": total += variance / Double(width)
      case "sum_squared_error": total += variance / 2
      default: return nil
      }
    }
    return total.isFinite ? total : nil
  }
}

extension Double {
  /// Whether it lies above another number by more than this share of its size, whatever the sign of both.
  func exceeds(_ other: Double, by share: Double) -> Bool { self - other > share * abs(other) }
}

/// -p log p
private func entropy(_ p: Double) -> Double { p > 0 ? -p * log(p) : 0 }
