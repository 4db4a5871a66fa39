/// How far a training has come; what a person who waits wants to see.
public struct TrainingProgress: Sendable, Equatable {
  /// Whole epochs done, of this training.
  public let epoch: Int
  public let epochs: Int
  /// Of all steps, 0...1; moves within an epoch too.
  public let share: Double
  /// The mean loss of the last whole epoch; before the first that of the last step.
  public let loss: Double
  /// On the training data, as it was lately; nil for a regression and while it has not been computed.
  public let accuracy: Double?
  /// The losses of the epochs so far, at most ``curveLength`` of them, evenly picked.
  public let curve: [Double]
  /// Since the training began.
  public let seconds: Double

  public static let curveLength = 16

  public init(
    epoch: Int, epochs: Int, share: Double, loss: Double, accuracy: Double?, curve: [Double], seconds: Double
  ) {
    self.epoch = epoch
    self.epochs = epochs
    self.share = share
    self.loss = loss
    self.accuracy = accuracy
    self.curve = curve
    self.seconds = seconds
  }

  /// What is still to come if it goes on as fast; nil before anything is done.
  public var secondsLeft: Double? { share > 0 ? seconds * (1 - share) / share : nil }

  /// At most `count` of the values, evenly picked, the last included.
  public static func picked(_ values: [Double], _ count: Int) -> [Double] {
    guard values.count > count, count > 1 else { return Array(values.suffix(max(0, count))) }
    return (0..<count).map { values[$0 * (values.count - 1) / (count - 1)] }
  }
}
