/// The ticks of an axis of a drawn picture, as many as have room for their numbers.
struct PictureTicks {
  /// nil: gnuplot's own choice does.
  let ticks: [Axis.Tick]?

  init(_ name: String, _ axis: Axis, _ range: ClosedRange<Double>, _ room: PanelRoom, _ lettering: Lettering) {
    let isX = name == "x"
    let length = isX ? room.width : room.height
    // A number of five digits with the space beside it; the height of a line and as much again.
    let most = Int(length / (isX ? lettering.width("0.000..") : 2 * lettering.lineHeight), within: 2...1000)
    if let given = axis.ticks {
      ticks = PictureTicks.thinned(given, range, isX ? length : .infinity, lettering)
    } else if axis.scale == .logarithmic {
      ticks = LogTicks.ticks(range, atMost: most)
    } else if axis.isWhole || most < 6 {
      ticks = LinearTicks.ticks(range, atMost: min(most, 10), isWhole: axis.isWhole)
    } else {
      ticks = nil
    }
  }

  /// Numbers that would run into each other lose every second one, or more; words stay.
  private static func thinned(
    _ ticks: [Axis.Tick], _ range: ClosedRange<Double>, _ length: Double, _ lettering: Lettering
  ) -> [Axis.Tick] {
    guard ticks.allSatisfy({ Double($0.text) != nil }) else { return ticks }
    var step = 1
    while step < ticks.count, crowd(ticks, range, length, lettering) > Double(step) { step *= 2 }
    return stride(from: 0, to: ticks.count, by: step).map { ticks[$0] }
  }

  /// How much of the distance between two ticks their texts take.
  private static func crowd(
    _ ticks: [Axis.Tick], _ range: ClosedRange<Double>, _ length: Double, _ lettering: Lettering
  ) -> Double {
    let sorted = ticks.sorted { $0.position < $1.position }
    let extent = range.upperBound - range.lowerBound
    var most = 0.0
    for (a, b) in zip(sorted, sorted.dropFirst()) where b.position > a.position {
      let space = (b.position - a.position) / extent * length
      most = max(most, (lettering.width(a.text) + lettering.width(b.text)) / 2 / space + lettering.width(".") / space)
    }
    return most
  }

  /// Whether words under the x axis would run into each other.
  static func needSlant(
    _ ticks: [Axis.Tick], _ axis: Axis, _ range: ClosedRange<Double>, _ room: PanelRoom, _ lettering: Lettering
  ) -> Bool {
    guard axis.scale == .linear, ticks.contains(where: { Double($0.text) == nil }) else { return false }
    return crowd(ticks, range, room.width, lettering) > 1
  }
}
