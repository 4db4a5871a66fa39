/// What colours, or the characters that stand for them, mean: a bar beside a panel.
enum ColorBarText {
  static func ticks(_ bar: ColorBar, height: Int) -> [Axis.Tick] {
    let axis = Axis(ticks: bar.ticks)
    let range = bar.shading.range
    guard range.lowerBound < range.upperBound else { return bar.ticks ?? [] }
    return AxisTicks.ticks(axis, range, atMost: max(2, height / 3)) { $0.count <= height }
  }

  /// 0 at the bottom, 1 at the top.
  static func share(_ value: Double, _ bar: ColorBar) -> Double {
    let range = bar.shading.range
    return range.lowerBound < range.upperBound ? Axis().share(value, of: range) : 0.5
  }

  /// - Parameter row: from the top.
  static func cell(_ bar: ColorBar, _ row: Int, of height: Int, _ surface: TextPicture.Surface) -> TextGrid.Cell {
    func value(_ place: Double) -> Double { Axis().value(at: 1 - place / Double(height), of: bar.shading.range) }
    switch surface {
    case .cells:
      return TextGrid.Cell(
        character: "▀", ink: bar.shading.color(value(Double(row) + 0.25)),
        paper: bar.shading.color(value(Double(row) + 0.75)))
    case .characters:
      let value = value(Double(row) + 0.5)
      return TextGrid.Cell(character: bar.shading.character(value), ink: bar.shading.color(value)?.onTerminal)
    }
  }
}

extension Shading {
  /// From little to much.
  private static let ramp: [Character] = [".", ":", "-", "=", "+", "%", "#", "@"]

  /// The character that stands for a number's colour.
  func character(_ value: Double) -> Character {
    if case .classes = self { return Shading.ramp[Int(value, within: 0...1_000_000) % Shading.ramp.count] }
    let share = range.share(of: value)
    return Shading.ramp[Int(share * Double(Shading.ramp.count), within: 0...Shading.ramp.count - 1)]
  }
}
