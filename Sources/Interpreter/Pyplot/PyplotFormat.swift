import Plotting

/// A line's format as Matplotlib writes it: `r--`, `bo`, `k:`.
struct PyplotFormat {
  var color: Color?
  /// nil: no line.
  var dash: LineStyle.Dash?
  /// nil: no markers.
  var shape: PointStyle.Shape?

  init?(_ text: String) {
    var rest = Substring(text)
    var hasLine = false
    while let first = rest.first {
      if let (sign, style) = PyplotFormat.dashes.first(where: { rest.hasPrefix($0.0) }) {
        dash = style
        hasLine = true
        rest = rest.dropFirst(sign.count)
      } else if let shape = PyplotFormat.markers[String(first)] {
        self.shape = shape
        rest = rest.dropFirst()
      } else if rest.hasPrefix("C"), let digit = rest.dropFirst().first, let index = digit.wholeNumberValue {
        color = Palette.color(index)
        rest = rest.dropFirst(2)
      } else if "bgrcmykw".contains(first) {
        color = Color(named: String(first))
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    if !hasLine && shape == nil { dash = .solid }
  }

  static let dashes: [(String, LineStyle.Dash)] = [
    ("--", .dashed), ("-.", .dashDotted), ("-", .solid), (":", .dotted),
  ]

  static let markers: [String: PointStyle.Shape] = [
    "o": .circle, ".": .dot, "s": .square, "^": .triangle, "v": .down, "D": .diamond, "d": .diamond, "x": .cross,
    "+": .plus, "*": .star, "X": .cross, "P": .plus, ",": .dot,
  ]

  /// `linestyle=`: a sign or a word.
  static func dash(_ text: String) -> LineStyle.Dash? {
    switch text {
    case "solid": .solid
    case "dashed": .dashed
    case "dotted": .dotted
    case "dashdot": .dashDotted
    default: dashes.first { $0.0 == text }?.1
    }
  }
}
