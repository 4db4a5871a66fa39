import Glibc

/// The numbers beside an axis that is made of characters: as many as have room.
enum AxisTicks {
  /// - Parameters:
  ///   - most: of them, at least 2.
  ///   - isFitting: whether these have room.
  static func ticks(
    _ axis: Axis, _ range: ClosedRange<Double>, atMost most: Int, isFitting: ([Axis.Tick]) -> Bool
  ) -> [Axis.Tick] {
    if axis.isHidden { return [] }
    if let given = axis.ticks ?? (axis.scale == .logarithmic ? logarithmic(range) : nil) {
      let inside = given.filter { range.contains($0.position) }
      for step in 1...max(1, inside.count) {
        let some = inside.indices.filter { $0 % step == 0 }.map { inside[$0] }
        if some.count <= most, isFitting(some) { return some }
      }
      return []
    }
    for count in stride(from: most, through: 2, by: -1) {
      if let ticks = LinearTicks.ticks(range, atMost: count, isWhole: axis.isWhole), isFitting(ticks) { return ticks }
    }
    return []
  }

  private static func logarithmic(_ range: ClosedRange<Double>) -> [Axis.Tick] {
    if let ticks = LogTicks.ticks(range) { return ticks }
    let (low, high) = (Int(log10(range.lowerBound).rounded(.up)), Int(log10(range.upperBound).rounded(.down)))
    guard low <= high else { return [] }
    return (low...high).compactMap { power in
      guard let position = Double("1e\(power)") else { return nil }
      return Axis.Tick(position, (0..<6).contains(power) ? "\(Int(position))" : "\(position)")
    }
  }
}
