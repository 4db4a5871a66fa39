/// A part of a notebook between two `# %%`.
struct Cell {
  enum Content {
    /// Markdown: the comments of a `# %% [markdown]` cell without their `# `.
    case text(String)
    /// The lines of the file's source that are run.
    case code(Range<Int>)
  }

  /// What stands behind `# %%`.
  var title: String
  var content: Content

  /// The cells of a file, in order. Code in a text cell is a code cell of its own, and so is what stands before the first `# %%`.
  static func all(of file: NotebookFile) -> [Cell] {
    var cells: [Cell] = []
    var title = ""
    var isText = false
    var start = 0
    func close(_ end: Int) {
      var first = start
      if isText {
        var markdown: [String] = []
        while first < end, let line = uncommented(file.lines[first]) {
          markdown.append(line)
          first += 1
        }
        let text = trimmed(markdown).joined(separator: "\n")
        if !text.isEmpty { cells.append(Cell(title: title, content: .text(text))) }
      }
      let range = withoutBlankEnds(first..<end, file)
      if !range.isEmpty { cells.append(Cell(title: isText ? "" : title, content: .code(range))) }
    }
    for (i, line) in file.lines.enumerated() where !file.textLines.contains(i) {
      if i == 0, line.hasPrefix("#!") {
        start = 1
      } else if let marker = marker(line) {
        close(i)
        (title, isText) = marker
        start = i + 1
      }
    }
    close(file.lines.count)
    return cells
  }

  /// The title and the kind that a line `# %% title [markdown]` declares.
  private static func marker(_ line: String) -> (title: String, isText: Bool)? {
    guard let mark = ["# %%", "#%%"].first(where: { line.hasPrefix($0) }) else { return nil }
    let rest = line.dropFirst(mark.count)
    guard rest.first.map({ $0.isWhitespace }) ?? true else { return nil }
    var words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
    let isText = words.contains("[markdown]") || words.contains("[md]")
    words.removeAll { $0 == "[markdown]" || $0 == "[md]" }
    return (words.joined(separator: " "), isText)
  }

  /// The text of a comment or of an empty line; nil for code.
  private static func uncommented(_ line: String) -> String? {
    var rest = Substring(line)
    while rest.last?.isNewline == true { rest.removeLast() }
    if rest.allSatisfy(\.isWhitespace) { return "" }
    guard rest.first == "#" else { return nil }
    rest = rest.dropFirst()
    if rest.first == " " { rest = rest.dropFirst() }
    return String(rest)
  }

  private static func trimmed(_ lines: [String]) -> ArraySlice<String> {
    var slice = lines[...]
    while slice.first?.allSatisfy(\.isWhitespace) == true { slice.removeFirst() }
    while slice.last?.allSatisfy(\.isWhitespace) == true { slice.removeLast() }
    return slice
  }

  private static func withoutBlankEnds(_ range: Range<Int>, _ file: NotebookFile) -> Range<Int> {
    func isBlank(_ line: Int) -> Bool { file.lines[line].allSatisfy(\.isWhitespace) }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(start) { start += 1 }
    while end > start, isBlank(end - 1) { end -= 1 }
    return start..<end
  }
}
