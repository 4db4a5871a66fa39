import Glibc

/// Ticks at round distances.
enum LinearTicks {
  /// - Parameters:
  ///   - isWhole: only whole numbers have ticks.
  ///   - shift: the texts are those of numbers so many powers of ten as large.
  static func ticks(_ range: ClosedRange<Double>, atMost most: Int, isWhole: Bool = false, power shift: Int = 0)
    -> [Axis.Tick]?
  {
    let extent = range.width
    guard extent > 1e-300, extent.isFinite else { return nil }
    let power = Int(powerOfTen: extent / Double(most))
    let steps = [power, power + 1].flatMap { exponent in [1, 2, 5].map { (digit: $0, exponent: exponent) } }
    for (digit, exponent) in isWhole && power < 0 ? [(1, 0)] + steps.filter({ $0.exponent >= 0 }) : steps {
      // Read from its digits, so that multiples stay short.
      guard let step = Double("\(digit)e\(exponent)") else { return nil }
      let first = (range.lowerBound / step).rounded(.up)
      let last = (range.upperBound / step).rounded(.down)
      // Larger multiples have no neighbours.
      guard last - first < Double(most), max(abs(first), abs(last)) < 1e15 else { continue }
      return stride(from: first, through: last, by: 1).map { multiple in
        Axis.Tick(multiple * step, text(multiple * Double(digit), exponent + shift))
      }
    }
    return nil
  }

  /// A whole number without a point; nil for others.
  static func whole(_ value: Double) -> String? {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value, within: Int.min...Int.max))" : nil
  }

  /// A whole number times a power of ten.
  static func text(_ number: Double, _ exponent: Int) -> String {
    let value = exponent == 0 ? number : Double("\(Int(number, within: Int.min...Int.max))e\(exponent)") ?? 0
    guard value.isFinite, abs(value) >= 1e6 else { return whole(value) ?? "\(value)" }
    let power = Int(powerOfTen: value)
    let digits = value / pow(10, Double(power))
    return (whole(digits) ?? "\((digits * 100).rounded() / 100)") + "e\(power)"
  }
}
