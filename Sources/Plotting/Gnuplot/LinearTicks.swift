import Glibc

/// Ticks at round distances for a narrow panel, whose numbers would run into each other.
enum LinearTicks {
  static func ticks(_ range: ClosedRange<Double>, atMost most: Int) -> [Axis.Tick]? {
    let extent = range.upperBound - range.lowerBound
    guard extent > 0, extent.isFinite else { return nil }
    let power = Int(log10(extent / Double(most)).rounded(.down))
    for (digit, exponent) in [(1, power), (2, power), (5, power), (1, power + 1), (2, power + 1), (5, power + 1)] {
      // Read from its digits, so that multiples stay short.
      guard let step = Double("\(digit)e\(exponent)") else { return nil }
      let first = (range.lowerBound / step).rounded(.up)
      let last = (range.upperBound / step).rounded(.down)
      guard last - first < Double(most) else { continue }
      return stride(from: first, through: last, by: 1).map { multiple in
        Axis.Tick(multiple * step, text(multiple * Double(digit), exponent))
      }
    }
    return nil
  }

  /// A whole number times a power of ten.
  private static func text(_ number: Double, _ exponent: Int) -> String {
    let value = Double("\(Int(number))e\(exponent)") ?? 0
    return value == value.rounded() && abs(value) < 1e6 ? "\(Int(value))" : "\(value)"
  }
}
