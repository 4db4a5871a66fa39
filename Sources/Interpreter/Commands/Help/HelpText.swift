/// Help as lines of at most 79 columns.
struct HelpText {
  static let width = 78
  private(set) var text = StyledText()

  /// `name - summary`, wrapped.
  mutating func title(_ name: String, _ summary: String) {
    var lines = HelpText.wrapped("\(name) - \(summary)", indent: 0)
    if lines[0].hasPrefix(name) {
      text.append(name, .heading)
      lines[0] = String(lines[0].dropFirst(name.count))
    }
    for line in lines { text.append(line + "\n") }
  }

  mutating func heading(_ words: String) { text.append("\n\(words)\n", .heading) }
  mutating func blank() { text.append("\n") }

  /// Lines that stand as they are, indented by two.
  mutating func block(_ lines: String, _ style: StyledText.Style = .plain) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      text.append(line.isEmpty ? "\n" : "  \(line)\n", style)
    }
  }

  /// Prose is wrapped; lines that are indented or have columns (two spaces) stand as they are. Indented by two.
  mutating func details(_ lines: String) {
    var prose: [Substring] = []
    func flushed() -> [String] { prose.isEmpty ? [] : HelpText.wrapped(prose.joined(separator: " "), indent: 2) }
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      let isProse = !line.isEmpty && !line.hasPrefix(" ") && !line.contains("  ")
      if isProse {
        prose.append(line)
        continue
      }
      for wrapped in flushed() { text.append(wrapped + "\n") }
      prose = []
      text.append(line.isEmpty ? "\n" : "  \(line)\n")
    }
    for wrapped in flushed() { text.append(wrapped + "\n") }
  }

  /// Words, wrapped.
  mutating func paragraph(_ words: String, indent: Int = 0, _ style: StyledText.Style = .plain) {
    for line in HelpText.wrapped(words, indent: indent) { text.append(line + "\n", style) }
  }

  /// Lines to type.
  mutating func examples(_ lines: [String]) {
    if lines.isEmpty { return }
    heading("Examples")
    block(lines.joined(separator: "\n"), .code)
  }

  mutating func seeAlso(_ names: [String]) {
    if names.isEmpty { return }
    blank()
    paragraph("See also: \(names.joined(separator: ", "))", .dim)
  }

  /// `term   what it means`, the second column wrapped beside the first.
  mutating func item(_ term: String, _ words: String, column: Int) {
    let lines = HelpText.wrapped(words, indent: column)
    let isLong = term.count > column - 4
    text.append("  " + term, .code)
    if isLong {
      text.append("\n" + lines.joined(separator: "\n") + "\n")
    } else {
      text.append(
        String(repeating: " ", count: column - 2 - term.count) + lines.joined(separator: "\n").dropFirst(column) + "\n")
    }
  }

  /// Lines broken at spaces, each indented.
  static func wrapped(_ words: String, indent: Int, width: Int = width) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in words.split(separator: " ") {
      if line.count > margin.count, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin
      }
      line += (line.count > margin.count ? " " : "") + word
    }
    return lines + [line]
  }
}
