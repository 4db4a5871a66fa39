import Plotting
import Support

/// Writes a picture of characters with the terminal's escape sequences (ECMA-48 SGR), as many colours as it has.
struct GridText {
  let traits: TerminalTraits

  func text(_ grid: TextGrid) -> TerminalText {
    var text = ""
    for row in 0..<grid.height {
      var current = ""
      for cell in grid.row(row) {
        guard let character = cell.character else { continue }
        let wanted = code(cell)
        if wanted != current {
          // Everything back first: a cell may have a colour less than the one before.
          text += "\u{1B}[0m" + (wanted.isEmpty ? "" : "\u{1B}[\(wanted)m")
          current = wanted
        }
        text += String(character).withVisibleControls
      }
      if !current.isEmpty { text += "\u{1B}[0m" }
      text += "\n"
    }
    return TerminalText(traits.isUnicode ? text : PlainCharacters.text(text, keepingWidth: true))
  }

  private func code(_ cell: TextGrid.Cell) -> String {
    guard traits.colours != .none else { return "" }
    let isBlank = cell.character == " "
    let parts = [isBlank ? nil : cell.ink.map { code($0, 38) }, cell.paper.map { code($0, 48) }]
    return parts.compactMap { $0 }.joined(separator: ";")
  }

  /// - Parameter kind: 38 for the character, 48 for what is behind it.
  private func code(_ color: Color, _ kind: Int) -> String {
    switch traits.colours {
    case .none: ""
    case .basic: "\(kind - 8 + GridText.basic(color))"
    case .many: "\(kind);5;\(GridText.palette(color))"
    case .all: "\(kind);2;\(color.red);\(color.green);\(color.blue)"
    }
  }

  /// Of the eight colours that every terminal has, the one of the same hue: each bit a part that is strong.
  private static func basic(_ color: Color) -> Int {
    let parts = [color.red, color.green, color.blue].map(Double.init)
    let strong = 0.66 * parts.max()!
    return parts.enumerated().reduce(0) { $0 | ($1.element > strong ? 1 << $1.offset : 0) }
  }

  /// The nearest of xterm's 6 × 6 × 6 colours and 24 greys.
  private static func palette(_ color: Color) -> Int {
    let levels = [0, 95, 135, 175, 215, 255]
    let parts = [color.red, color.green, color.blue].map(Int.init)
    let places = parts.map { part in levels.indices.min { abs(levels[$0] - part) < abs(levels[$1] - part) }! }
    let gray = min(max((parts.reduce(0, +) / 3 - 3) / 10, 0), 23)
    func distance(_ other: [Int]) -> Int { zip(parts, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
    let isGray = distance([8 + 10 * gray, 8 + 10 * gray, 8 + 10 * gray]) < distance(places.map { levels[$0] })
    return isGray ? 232 + gray : 16 + 36 * places[0] + 6 * places[1] + places[2]
  }
}
