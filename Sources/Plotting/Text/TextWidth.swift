/// Text in columns of the screen.
public enum TextWidth {
  /// How many columns a character takes: wide East Asian ones and emoji two, combining marks none.
  public static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    let value = scalar.value
    if value < 0x300 { return 1 }
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    let isWide =
      (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value) || (0xAC00...0xD7A3).contains(value)
      || (0xF900...0xFAFF).contains(value) || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
      || (0x1F300...0x1FAFF).contains(value)
    return isWide ? 2 : 1
  }

  /// One line of at most `width` columns; what is cut off becomes `…`, line ends become spaces.
  public static func shortened(_ text: String, to width: Int) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.screenWidth > width else { return line }
    return prefix(line, max(0, width - 1)) + "…"
  }

  /// Lines of at most `width` columns, broken at spaces, and where there is none inside the word. Each after the first begins with `indent`.
  public static func wrapped(_ text: String, to width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = String(line)
      while rest.screenWidth > width {
        let fitting = prefix(rest, width)
        let isAtSpace = rest.dropFirst(fitting.count).first == " "
        let space = isAtSpace ? fitting.endIndex : fitting.lastIndex(of: " ")
        let head = space.map { $0 > fitting.startIndex ? fitting[..<$0] : fitting[...] } ?? fitting[...]
        // The line's own indent is no place to break at.
        let taken = head.allSatisfy { $0 == " " } ? fitting[...] : head
        lines.append(String(taken))
        rest = indent + rest.dropFirst(taken.count).drop { $0 == " " }
      }
      lines.append(rest)
    }
    return lines
  }

  private static func prefix(_ text: String, _ width: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += columns(character)
        return used <= width
      })
  }
}

extension String {
  /// Columns on the screen.
  public var screenWidth: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + TextWidth.columns($1) } }
  public func padded(_ width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - screenWidth)) }
  public func paddedLeft(_ width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - screenWidth)) + self
  }
  public func centered(_ width: Int) -> String {
    let space = Swift.max(0, width - screenWidth)
    return String(repeating: " ", count: space / 2) + self + String(repeating: " ", count: space - space / 2)
  }
}
