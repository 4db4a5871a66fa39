/// Escape sequences of a terminal that can do more than write lines (ECMA-48).
enum Screen {
  private static var canMove: Bool { (environment("TERM") ?? "dumb") != "dumb" }

  /// An empty screen; what stood on it stays in the terminal's memory where there is one.
  static var clear: String { canMove ? "\u{1B}[H\u{1B}[2J" : "" }

  /// Takes away the rows above the cursor.
  static func erase(_ rows: Int) -> String { canMove ? "\u{1B}[\(rows)A\r\u{1B}[J" : "" }

  /// The rows that so many characters take.
  static func rows(_ characters: Int) -> Int {
    let width = TerminalTraits.width
    return max(1, (characters + width - 1) / width)
  }
}
