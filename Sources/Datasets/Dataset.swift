import Arrays

/// Samples and their targets.
public struct Dataset {
  /// samples × features, float64.
  public let features: NDArray
  /// 1-D, as many as samples: int64 labels, or float64 values.
  public let targets: NDArray
  /// One name per feature; empty if they have none.
  public let featureNames: [String]
  public let targetName: String?
  /// The words behind labels 0, 1, …; empty if the labels were numbers.
  public let labelNames: [String]

  public init(
    features: NDArray, targets: NDArray, featureNames: [String] = [], targetName: String? = nil,
    labelNames: [String] = []
  ) {
    self.features = features
    self.targets = targets
    self.featureNames = featureNames
    self.targetName = targetName
    self.labelNames = labelNames
  }
}
