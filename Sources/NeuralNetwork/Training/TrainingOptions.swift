import Arrays

/// How ``Network/train(_:_:options:random:report:shouldStop:)`` trains.
public struct TrainingOptions {
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
  /// Data the network does not learn from. Their loss is computed after every epoch.
  public var validation: (inputs: NDArray, targets: NDArray)?
  /// Stops when the validation loss (without validation: the training loss) has not improved for so many epochs. Whether it stops or all epochs
  /// are done, the parameters with the smallest loss are given back; not if it is interrupted.
  public var patience: Int?
  /// Scales the whole gradient down to this Euclidean norm.
  public var clipNorm: Double?
  /// Cuts every gradient element to ±this.
  public var clipValue: Double?
  /// Adds `l1 · sign(W)` to the gradients of the weights (not the biases); the reported loss is that of the data alone.
  public var l1 = 0.0
  /// Adds `l2 · W` to the gradients of the weights (not the biases); the reported loss is that of the data alone.
  public var l2 = 0.0

  public init(epochs: Int) { self.epochs = epochs }

  func validate() throws(NetworkError) {
    try check("epochs", Double(epochs), ">= 0", epochs >= 0)
    try check("every", Double(every), ">= 0", every >= 0)
    if let batchSize { try check("batch_size", Double(batchSize), ">= 1", batchSize >= 1) }
    if let patience { try check("patience", Double(patience), ">= 1", patience >= 1) }
    if let learningRate { try check("lr", learningRate, ">= 0", learningRate >= 0 && learningRate.isFinite) }
    if let clipNorm { try check("clip_norm", clipNorm, "> 0", clipNorm > 0) }
    if let clipValue { try check("clip_value", clipValue, "> 0", clipValue > 0) }
    try check("l1", l1, ">= 0", l1 >= 0 && l1.isFinite)
    try check("l2", l2, ">= 0", l2 >= 0 && l2.isFinite)
  }

  private func check(_ option: String, _ value: Double, _ range: String, _ holds: Bool) throws(NetworkError) {
    if !holds { throw .badOption(owner: "train", option: option, value: value, expected: range) }
  }
}
