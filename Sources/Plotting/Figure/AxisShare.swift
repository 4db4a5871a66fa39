import Glibc

extension Axis {
  /// Where a number lies on the axis: 0 at its beginning, 1 at its end, as it is drawn; NaN where it has no place.
  func share(_ value: Double, of range: ClosedRange<Double>) -> Double {
    let share: Double
    if scale == .logarithmic {
      guard value > 0 else { return .nan }
      share = log(value / range.lowerBound) / log(range.upperBound / range.lowerBound)
    } else {
      share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
    return isReversed ? 1 - share : share
  }

  /// The number at a place of the axis.
  func value(at share: Double, of range: ClosedRange<Double>) -> Double {
    let share = isReversed ? 1 - share : share
    return scale == .logarithmic
      ? range.lowerBound * pow(range.upperBound / range.lowerBound, share)
      : range.lowerBound + (range.upperBound - range.lowerBound) * share
  }
}
