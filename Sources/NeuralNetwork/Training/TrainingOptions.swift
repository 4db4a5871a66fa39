import Arrays

/// How ``Network/train(_:_:options:random:report:shouldStop:)`` trains.
public struct TrainingOptions: Sendable {
  public var epochs: Int
  /// Samples of a step; nil is the whole data set.
  public var batchSize: Int?
  /// Whether each epoch takes the samples in a new random order. Only with a `batchSize`.
  public var shuffle = true
  /// Reports every so many epochs; 0 never.
  public var every = 0
  /// Instead of the optimizer's learning rate.
  public var learningRate: Double?
  public var schedule: Schedule?
  /// Data the network does not learn from.
  public var validation: (inputs: NDArray, targets: NDArray)?
  /// Stops when the validation loss (without validation: the training loss) has not improved for so many epochs.
  public var patience: Int?
  /// Scales the whole gradient down to this Euclidean norm.
  public var clipNorm: Double?
  /// Cuts every gradient element to ±this.
  public var clipValue: Double?
  /// Adds `l1 · sign(W)` to the gradients of the weights (not the biases).
  public var l1 = 0.0
  /// Adds `l2 · W` to the gradients of the weights (not the biases).
  public var l2 = 0.0

  public init(epochs: Int) { self.epochs = epochs }
}
