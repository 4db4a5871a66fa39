import Arrays

/// Samples and their targets.
public struct Dataset {
  /// samples × features, float64.
  public let features: NDArray
  /// 1-D, as many as samples: int64 labels, or float64 values. Of any further shape if each sample has several targets; samples come first.
  public let targets: NDArray
  /// One name per feature; empty if they have none.
  public let featureNames: [String]
  public let targetName: String?
  /// The words behind labels 0, 1, …; empty if the labels were numbers.
  public let labelNames: [String]
  /// What reading the file did; nil for data that were made.
  public let report: ReadingReport?
  /// The test part that a file keeps beside the training part.
  public let test: (features: NDArray, targets: NDArray)?

  public init(
    features: NDArray, targets: NDArray, featureNames: [String] = [], targetName: String? = nil,
    labelNames: [String] = [], report: ReadingReport? = nil, test: (features: NDArray, targets: NDArray)? = nil
  ) {
    self.features = features
    self.targets = targets
    self.featureNames = featureNames
    self.targetName = targetName
    self.labelNames = labelNames
    self.report = report
    self.test = test
  }
}
