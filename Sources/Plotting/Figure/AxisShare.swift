import Glibc

extension Axis {
  /// Where a number lies on the axis: 0 at its beginning, 1 at its end, as it is drawn; NaN where it has no place.
  func share(_ value: Double, of range: ClosedRange<Double>) -> Double {
    let share: Double
    if scale == .logarithmic {
      guard value > 0 else { return .nan }
      share = (log(value) - log(range.lowerBound)) / (log(range.upperBound) - log(range.lowerBound))
    } else {
      share = range.share(of: value)
    }
    return isReversed ? 1 - share : share
  }

  /// The number at a place of the axis.
  func value(at share: Double, of range: ClosedRange<Double>) -> Double {
    let share = isReversed ? 1 - share : share
    guard scale == .logarithmic else { return range.value(at: share) }
    return exp((log(range.lowerBound)...log(range.upperBound)).value(at: share))
  }
}
