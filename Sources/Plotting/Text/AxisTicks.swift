/// The numbers beside an axis that is made of characters: as many as have room.
enum AxisTicks {
  /// - Parameters:
  ///   - most: of them, at least 2.
  ///   - isFitting: whether these have room.
  static func ticks(
    _ axis: Axis, _ range: ClosedRange<Double>, atMost most: Int, isFitting: ([Axis.Tick]) -> Bool
  ) -> [Axis.Tick] {
    if axis.isHidden { return [] }
    if let given = axis.ticks ?? (axis.scale == .logarithmic ? LogTicks.ticks(range) ?? LogTicks.powers(range) : nil) {
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
}
