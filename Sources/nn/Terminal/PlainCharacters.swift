/// ASCII for the characters that nn draws with, where the locale has no others. Letters that the user wrote stay.
enum PlainCharacters {
  /// - Parameter keepingWidth: one character for one, so that a caret below still points at its place.
  static func text(_ text: String, keepingWidth: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if !keepingWidth, let long = long[scalar] {
        result += long
      } else {
        result.unicodeScalars.append(short(scalar))
      }
    }
    return result
  }

  private static let long: [Unicode.Scalar: String] = [
    "→": "->", "←": "<-", "⇒": "=>", "↔": "<->", "…": "...", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "—": "--",
    "∂": "d", "∞": "inf",
  ]

  private static func short(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "→", "⇒", "▶", "≥": ">"
    case "←", "◀", "≤": "<"
    case "↑", "▲": "^"
    case "↓", "▼": "v"
    case "│", "┃", "║", "┆", "┊": "|"
    case "─", "━", "—", "–", "−", "‑": "-"
    case "═": "="
    case "\u{FFFD}": "?"
    case "×", "·", "•", "●", "∙": "*"
    case "○", "◦": "o"
    case "…": "."
    case "⋮": ":"
    case "≈": "~"
    case "∂": "d"
    case "‘", "’": "'"
    case "“", "”": "\""
    case "✓", "✔": "+"
    case "✗", "✘": "x"
    case "█", "▓", "▇", "■": "#"
    case "▒", "▆", "▅": "="
    case "░", "▄", "▃": "-"
    case "▂", "▁": "."
    case "\u{2500}"..."\u{257F}": "+"
    default: scalar
    }
  }
}
