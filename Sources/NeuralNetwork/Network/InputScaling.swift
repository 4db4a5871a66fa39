import Arrays

/// How raw input is scaled on its way in, feature by feature: `A0 = (X - mean) / deviation`.
///
/// It belongs to the network: ``BatchReader/input(_:copying:)``, through which every batch comes in, applies it once, and files keep it. The
/// user's own arrays stay raw.
public struct InputScaling: Sendable, Equatable {
  public let means: [Double]
  public let deviations: [Double]

  /// nil unless there are as many of both, all finite, and every deviation is above 0.
  public init?(means: [Double], deviations: [Double]) {
    guard means.count == deviations.count, means.allSatisfy(\.isFinite),
      deviations.allSatisfy({ $0 > 0 && $0.isFinite })
    else { return nil }
    self.means = means
    self.deviations = deviations
  }

  /// Scales samples × features in place.
  func apply(to batch: NDArray) throws(NetworkError) {
    let width = means.count
    let samplesOfLook = max(1, Cancellation.stride / max(width, 1))
    for sample in 0..<(width == 0 ? 0 : batch.count / width) {
      if sample % samplesOfLook == 0, Cancellation.isRequested { throw .interrupted }
      let row = batch.doubles + sample * width
      for feature in 0..<width { row[feature] = (row[feature] - means[feature]) / deviations[feature] }
    }
  }
}

extension Network {
  /// What every input is scaled with; nil takes it as it is.
  public var scaling: InputScaling? { declaration.scaling }

  /// Passes made with another scaling are forgotten. It must have a mean for each input.
  public func setScaling(_ scaling: InputScaling?) {
    precondition(scaling == nil || scaling!.means.count == declaration.inputs)
    if scaling == declaration.scaling { return }
    observer?.networkWillChange(self)
    declaration.scaling = scaling
    dropResults()
  }

  /// Notes what the classes and the features of its training data are called; names that do not fit its shape are left out.
  public func setNames(classes: [String], features: [String]) {
    let count = task == .multiclass ? outputs : task == .binary && outputs == 1 ? 2 : 0
    let classes = classes.count == count ? classes : []
    let features = features.count == declaration.inputs ? features : []
    if classes == declaration.classNames, features == declaration.featureNames { return }
    observer?.networkWillChange(self)
    declaration.classNames = classes
    declaration.featureNames = features
  }
}
