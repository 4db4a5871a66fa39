import Arrays

/// Mean and deviation of each feature: (x − mean) / deviation has mean 0 and deviation 1. A feature that never changes is only shifted.
public struct Standardizer: Sendable, Equatable {
  public let means: [Double]
  /// Population deviations, √(Σ(x − mean)²/n); 1 for a feature that never changes; infinite where the squares are no longer numbers.
  public let deviations: [Double]

  /// `data` is samples × features.
  public init(fitting data: NDArray) throws {
    guard data.dimensions == 2 else {
      throw ArrayError.badValue("standardize needs samples x features, not the shape \(data.shape.text)")
    }
    guard data.shape[0] > 0 else { throw ArrayError.emptyReduction(operation: "standardize") }
    let (samples, width) = (data.shape[0], data.shape[1])
    let values = data.doubleValues
    var sums = [Double](repeating: 0, count: width)
    var isConstant = [Bool](repeating: true, count: width)
    var isFinite = true
    try eachRow(values, width) { row in
      for j in 0..<width {
        sums[j] += row[j]
        if row[j] != values[j] { isConstant[j] = false }
        isFinite = isFinite && row[j].isFinite
      }
    }
    guard isFinite else { throw DatasetError.notFinite(what: "the data") }
    let means = sums.map { $0 / Double(samples) }
    var squares = [Double](repeating: 0, count: width)
    try eachRow(values, width) { row in
      for j in 0..<width {
        let difference = row[j] - means[j]
        squares[j] += difference * difference
      }
    }
    self.means = means
    deviations = (0..<width).map { j in
      let deviation = (squares[j] / Double(samples)).squareRoot()
      // Rounding may leave a tiny deviation where there is none.
      return isConstant[j] || deviation == 0 ? 1 : deviation
    }
  }
}

private func eachRow(_ values: [Double], _ width: Int, _ body: (UnsafePointer<Double>) -> Void) throws {
  if width == 0 { return }
  try values.withUnsafeBufferPointer { numbers in
    for start in stride(from: 0, to: numbers.count, by: width) {
      if start % Cancellation.stride < width { try Cancellation.check() }
      body(numbers.baseAddress! + start)
    }
  }
}
