/// Rows of the terminal, and the escape sequences that move among them (ECMA-48).
enum Screen {
  /// Takes away the rows above the cursor; for a terminal that can be drawn over.
  static func erase(_ rows: Int) -> TerminalText { "\u{1B}[\(rows)A\r\u{1B}[J" }

  /// Takes everything in sight away and begins at the top.
  static let clear: TerminalText = "\u{1B}[H\u{1B}[2J"

  /// The rows that so many characters take.
  static func rows(_ characters: Int) -> Int {
    let width = TerminalTraits.width
    return max(1, (characters + width - 1) / width)
  }
}
