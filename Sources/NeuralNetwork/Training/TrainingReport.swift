/// One epoch as it is reported.
public struct EpochReport: Sendable, Equatable {
  /// Counts from 1 within this training.
  public let epoch: Int
  public let epochs: Int
  /// The mean loss over the epoch's samples, each before its update.
  public let loss: Double
  /// After the epoch's update, on the training data; nil for a regression.
  public let accuracy: Double?
  /// After the epoch's update.
  public let validationLoss: Double?
  public let validationAccuracy: Double?
  public let learningRate: Double
}

public enum TrainingEnd: Sendable, Equatable {
  case finished
  /// `shouldStop` said so.
  case interrupted
  /// `patience` ran out.
  case earlyStopped
}

/// What a training did.
public struct TrainingResult: Sendable, Equatable {
  /// One loss for each whole epoch.
  public let losses: [Double]
  /// Epochs asked for.
  public let epochs: Int
  /// Steps taken, of this training.
  public let steps: Int
  public let end: TrainingEnd
  /// The first epoch whose loss was NaN or infinite.
  public let firstNonFiniteEpoch: Int?
  /// Where `patience` gave back the parameters of an earlier epoch: that epoch, counted from 1, and the loss it was chosen by.
  public let restored: EpochLoss?
}

/// What a network remembers of all its trainings.
public struct History: Sendable, Equatable {
  /// One for each epoch since the parameters were drawn.
  public var losses = SharedList<Double>()
  /// The loss of the validation data after each epoch, for the trainings that had such data.
  public var validation = SharedList<EpochLoss>()
  /// The reported epochs; `epoch` and `epochs` are those of the training they belong to.
  public var reports = SharedList<EpochReport>()
  /// The last whole epoch, reported or not; its accuracy is there only if it was.
  public var last: EpochReport?
  public var lastTraining: TrainingRecord?

  /// Those of the last training, of all trainings if that is not known; nil without any.
  public var lastLosses: [Double]? {
    losses.isEmpty ? nil : Array(losses.suffix(lastTraining?.epochs ?? losses.count))
  }
}

/// A loss and when it was taken.
public struct EpochLoss: Sendable, Equatable {
  /// Counts from 1 over all trainings, as ``History/losses`` does.
  public let epoch: Int
  public let loss: Double
}

/// How the last training was done.
public struct TrainingRecord: Sendable, Equatable {
  /// Whole epochs that were done.
  public let epochs: Int
  /// Before a schedule changed it.
  public let learningRate: Double
  /// Samples of a step; nil for all.
  public let batchSize: Int?
  /// Whether the learning rate stayed the same.
  public let isConstant: Bool
  /// The epoch whose parameters `patience` gave back; nil if they are those of the last.
  public let restoredEpoch: Int?
}
