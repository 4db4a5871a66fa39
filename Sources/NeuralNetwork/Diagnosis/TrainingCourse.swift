import Arrays
import Glibc

/// Which way the losses of a training went.
public struct TrainingCourse: Sendable, Equatable {
  public enum Trouble: Sendable, Equatable {
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
  public init(_ losses: [Double], baseline: () -> Double?) {
    self.losses = losses
    trouble = TrainingCourse.trouble(losses, baseline)
  }

  private static func trouble(_ losses: [Double], _ baseline: () -> Double?) -> Trouble? {
    guard let first = losses.first, let last = losses.last else { return nil }
    if let epoch = losses.firstIndex(where: { !$0.isFinite }) { return .notFinite(epoch: epoch + 1) }
    let best = losses.indices.min { losses[$0] < losses[$1] }!
    let middle = losses[losses.count / 2]
    let isFlat = losses.count >= fewestEpochs && middle - last < 5e-3 * abs(middle)
    guard last > 1.2 * first || last > 3 * losses[best] || isFlat else { return nil }
    guard let baseline = baseline(), baseline > 1e-12 else {
      // Without a measure only what is beyond the noise of batches.
      return last > 3 * first ? .grew(from: first, epoch: 1, to: last) : nil
    }
    if last > 1.2 * first && last > baseline { return .grew(from: first, epoch: 1, to: last) }
    if last > 3 * losses[best] && last > 0.5 * baseline {
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
    let rises = zip(half, half.dropFirst()).count { $1 > $0 * (1 + 1e-3) }
    return Double(rises) / Double(half.count - 1)
  }
}

extension Network {
  /// How a training's losses went, judged with the targets it was done with.
  public func course(of result: TrainingResult, targets: NDArray) -> TrainingCourse {
    TrainingCourse(result.losses) {
      let axis = declaration.convention == .rows ? 0 : targets.dimensions - 1
      let samples = targets.dimensions == 0 ? 1 : targets.shape[axis]
      return (try? reader.targets(targets, samples: samples)).flatMap(baseline)
    }
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

/// -p log p
private func entropy(_ p: Double) -> Double { p > 0 ? -p * log(p) : 0 }
