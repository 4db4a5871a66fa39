import Arrays
import Glibc

/// Shifts and scales each feature so that those it was fitted to have mean 0 and deviation 1: (x − mean) / deviation.
///
/// Fit it to the training part and apply it to the test part too. A feature that never changes is only shifted.
public struct Standardizer: Sendable, Equatable {
  public let means: [Double]
  /// Population deviations, √(Σ(x − mean)²/n); 1 for a feature that never changes.
  public let deviations: [Double]

  public init(means: [Double], deviations: [Double]) {
    precondition(means.count == deviations.count)
    self.means = means
    self.deviations = deviations
  }

  /// `data` is samples × features.
  public init(fitting data: NDArray) throws {
    guard data.dimensions == 2 else {
      throw ArrayError.badValue("standardize needs samples x features, not the shape \(data.shape.text)")
    }
    guard data.shape[0] > 0 else { throw ArrayError.emptyReduction(operation: "standardize") }
    let (samples, width) = (data.shape[0], data.shape[1])
    let values = data.doubleValues
    guard values.allSatisfy(\.isFinite) else { throw DatasetError.notFinite(what: "the data") }
    var sums = [Double](repeating: 0, count: width)
    var isConstant = [Bool](repeating: true, count: width)
    for i in values.indices {
      sums[i % width] += values[i]
      if values[i] != values[i % width] { isConstant[i % width] = false }
    }
    let means = sums.map { $0 / Double(samples) }
    var squares = [Double](repeating: 0, count: width)
    for i in values.indices {
      let difference = values[i] - means[i % width]
      squares[i % width] += difference * difference
    }
    self.means = means
    deviations = (0..<width).map { j in
      let deviation = sqrt(squares[j] / Double(samples))
      // Rounding may leave a tiny deviation where there is none.
      return isConstant[j] || deviation == 0 || !deviation.isFinite ? 1 : deviation
    }
  }

  /// The scaled data, float64: samples × features, or one sample of all features.
  public func apply(to data: NDArray) throws -> NDArray {
    guard data.dimensions == 2 || data.dimensions == 1, data.shape[data.dimensions - 1] == means.count else {
      throw DatasetError.featureMismatch(
        expected: means.count, found: data.dimensions == 0 ? 0 : data.shape[data.dimensions - 1])
    }
    var values = data.doubleValues
    let width = means.count
    for i in values.indices { values[i] = (values[i] - means[i % width]) / deviations[i % width] }
    return NDArray(values, shape: data.shape)
  }
}
