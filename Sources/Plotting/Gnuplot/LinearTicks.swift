import Glibc

/// Ticks at round distances.
enum LinearTicks {
  /// - Parameter isWhole: only whole numbers have ticks.
  static func ticks(_ range: ClosedRange<Double>, atMost most: Int, isWhole: Bool = false) -> [Axis.Tick]? {
    let extent = range.upperBound - range.lowerBound
    guard extent > 0, extent.isFinite else { return nil }
    let power = Int(log10(extent / Double(most)).rounded(.down))
    let steps = [power, power + 1].flatMap { exponent in [1, 2, 5].map { (digit: $0, exponent: exponent) } }
    for (digit, exponent) in isWhole && power < 0 ? [(1, 0)] + steps.filter({ $0.exponent >= 0 }) : steps {
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
    if abs(value) >= 1e6 {
      let power = Int(log10(abs(value)).rounded(.down))
      let digits = value / pow(10, Double(power))
      return (digits == digits.rounded() ? "\(Int(digits))" : "\((digits * 100).rounded() / 100)") + "e\(power)"
    }
    return value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
