import Glibc

/// Ticks of a logarithmic axis that spans too few powers of ten to show only those.
enum LogTicks {
  /// nil: the powers of ten are enough.
  static func ticks(_ range: ClosedRange<Double>, atMost most: Int = 10) -> [Axis.Tick]? {
    let decades = log10(range.upperBound) - log10(range.lowerBound)
    guard decades.isFinite, decades < 2.5 else { return nil }
    let most = max(most, 3)
    for digits in [[1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]] as [[Double]] {
      let ticks = ticks(range, digits)
      if ticks.count > most { continue }
      // Within less than an octave even distances read better.
      if ticks.count < 3 && decades < 1 { return LinearTicks.ticks(range, atMost: min(most, 6)) }
      return ticks.count > 1 ? ticks : nil
    }
    return nil
  }

  private static func ticks(_ range: ClosedRange<Double>, _ digits: [Double]) -> [Axis.Tick] {
    var ticks: [Axis.Tick] = []
    for power in Int(powerOfTen: range.lowerBound)...Int(powerOfTen: range.upperBound) {
      for digit in digits {
        // Read from its digits: 3 · 10⁻¹ is 0.30000000000000004.
        guard let position = Double("\(digit)e\(power)"), position > 0 else { continue }
        if range.contains(position) { ticks.append(Axis.Tick(position, text(position))) }
      }
    }
    return ticks
  }

  private static func text(_ value: Double) -> String {
    abs(value) < 1e6 ? LinearTicks.whole(value) ?? "\(value)" : LinearTicks.text(value, 0)
  }

  /// The powers of ten; where there are more than `most` those that are multiples of the same power.
  static func powers(_ range: ClosedRange<Double>, atMost most: Int = .max) -> [Axis.Tick] {
    let all = Int(powerOfTen: range.lowerBound)...Int(powerOfTen: range.upperBound)
    let step = (all.count - 1) / most + 1
    return all.filter { $0 % step == 0 }.compactMap { power in
      guard let position = Double("1e\(power)"), position > 0, range.contains(position) else { return nil }
      return Axis.Tick(position, text(position))
    }
  }
}
