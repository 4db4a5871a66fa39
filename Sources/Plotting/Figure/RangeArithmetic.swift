import Glibc

/// Numbers of the user become places, cells and counts only by these: they hold for every number, and for a range whose width is more
/// than the largest number or less than its ends can be told apart by.
extension ClosedRange<Double> {
  /// A range of finite ends and with a width.
  public static func visible(_ a: Double, _ b: Double) -> ClosedRange<Double> {
    guard !a.isNaN, !b.isNaN else { return 0...1 }
    let most = Double.greatestFiniteMagnitude
    let low = Swift.max(-most, Swift.min(a, b, most))
    let high = Swift.min(most, Swift.max(a, b, -most))
    if low < high { return low...high }
    return low == most ? low.nextDown...low : low...low.nextUp
  }

  /// The upper bound less the lower one; infinite where that is no number.
  var width: Double { upperBound - lowerBound }

  /// 0 at the lower bound, 1 at the upper one; 0.5 where they are the same.
  public func share(of value: Double) -> Double {
    if lowerBound == upperBound { return 0.5 }
    if width.isFinite { return (value - lowerBound) / width }
    return (value / 2 - lowerBound / 2) / (upperBound / 2 - lowerBound / 2)
  }

  /// The number at a share from 0 to 1.
  public func value(at share: Double) -> Double {
    width.isFinite ? lowerBound + width * share : lowerBound * (1 - share) + upperBound * share
  }
}

extension Int {
  /// The whole part of any number, within a range; NaN is its lower bound.
  public init(_ value: Double, within range: ClosedRange<Int>) {
    if value >= Double(range.upperBound) {
      self = range.upperBound
    } else {
      self = value > Double(range.lowerBound) ? Int(value) : range.lowerBound
    }
  }

  /// The power of ten at or below a number's magnitude; 0 for what has none.
  init(powerOfTen value: Double) {
    self.init(log10(abs(value)).rounded(.down), within: -400...400)
    if value == 0 || !value.isFinite { self = 0 }
  }
}
