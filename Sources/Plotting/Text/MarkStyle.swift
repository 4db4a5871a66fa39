/// How a series looks where a picture is made of characters.
struct MarkStyle {
  /// What stands for it.
  var character: Character = " "
  var ink: Color?
  /// What stands before its name in the legend.
  var sample = ""

  /// Told apart without colours too.
  private static let lines: [Character] = ["*", "+", "=", "~", "%", "&"]

  /// Those of all series of a panel.
  static func styles(_ panel: Panel, on surface: TextPicture.Surface) -> [MarkStyle] {
    var lineCount = 0
    return panel.series.map { series in
      switch series.mark {
      case .line(_, _, let style), .rule(_, _, let style):
        // Lines without names are parts of one thing.
        let character = lines[lineCount % lines.count]
        if series.name != nil { lineCount += 1 }
        let stroke: Character = style.dash == .solid ? "─" : "-"
        return MarkStyle(character, style.color, surface == .cells ? stroke : character, 2)
      case .points(_, _, let style): return MarkStyle(style.shape.character, ink(style, 0), style.shape.character, 1)
      case .bars(_, _, _, let color): return MarkStyle("#", color, surface == .cells ? "█" : "#", 2)
      case .band(_, _, _, let color): return MarkStyle(":", color, surface == .cells ? "█" : ":", 2)
      case .raster, .labels: return MarkStyle()
      }
    }
  }

  private init(_ character: Character = " ", _ ink: Color? = nil, _ mark: Character = " ", _ count: Int = 0) {
    self.character = character
    self.ink = ink
    sample = String(repeating: mark, count: count)
  }

  /// The colour of a point: that of its rim if it is a white one.
  static func ink(_ style: PointStyle, _ index: Int) -> Color? {
    guard let first = style.colors.first else { return nil }
    let color = style.colors.count > 1 && index < style.colors.count ? style.colors[index] : first
    return color == .white ? style.rim ?? color : color
  }
}

extension Color {
  /// The colour where it is written on the terminal's own background, which may be dark or light: a grey is the terminal's own.
  var onTerminal: Color? {
    let parts = [red, green, blue]
    return parts.max()! - parts.min()! < 32 ? nil : self
  }
}

extension PointStyle.Shape {
  /// Letters, which every font and every locale has.
  var character: Character {
    switch self {
    case .circle: "o"
    case .square, .cross: "x"
    case .triangle: "^"
    case .diamond: "#"
    case .down: "v"
    case .plus: "+"
    case .dot: "."
    case .star: "*"
    }
  }
}
