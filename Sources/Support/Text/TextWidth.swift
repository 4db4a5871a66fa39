import CLocale

/// Text in columns of the screen.
package enum TextWidth {
  /// How many columns a character takes: glibc's wcwidth(3) of what it is made of; of a joined emoji two, of a control character one.
  package static func columns(_ character: Character) -> Int {
    if let ascii = character.utf8.first, ascii < 0x80, character.utf8.count == 1 { return 1 }
    // What no table knows is drawn as one sign.
    let columns = character.unicodeScalars.reduce(0) { sum, scalar in
      let width = nn_columns(scalar.value)
      return sum + (width < 0 ? 1 : Int(width))
    }
    return min(2, columns)
  }

  /// One line of at most `width` columns; what is cut off becomes `…`, line ends become spaces.
  package static func shortened(_ text: String, to width: Int) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.screenWidth > width else { return line }
    return prefix(line, max(0, width - 1)) + "…"
  }

  /// Lines of at most `width` columns, broken at spaces, and where there is none inside the word. Each after the first begins with `indent`.
  package static func wrapped(_ text: String, to width: Int, indent: String = "") -> [String] {
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
  package var screenWidth: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + TextWidth.columns($1) } }
  package func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - screenWidth))
  }
  package func paddedLeft(_ width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - screenWidth)) + self
  }
  package func centered(_ width: Int) -> String {
    let space = Swift.max(0, width - screenWidth)
    return String(repeating: " ", count: space / 2) + self + String(repeating: " ", count: space - space / 2)
  }
}
