import Interpreter

/// Markdown as text for the screen: headings, wrapped paragraphs, lists; code keeps its lines.
public enum SlideText {
  /// - Parameter width: columns of the screen; the last one stays empty.
  public static func styled(_ markdown: String, width: Int) -> StyledText {
    var text = StyledText()
    var paragraph: [Substring] = []
    var isFenced = false
    func flush() {
      wrap(paragraph, width: width, into: &text)
      paragraph = []
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      if words.hasPrefix("```") {
        flush()
        isFenced.toggle()
      } else if isFenced {
        text.append("    \(line)\n", .code)
      } else if line.hasPrefix("    "), paragraph.isEmpty {
        text.append("\(line)\n", .code)
      } else if words.isEmpty {
        flush()
        text.append("\n")
      } else if words.hasPrefix("#") {
        flush()
        text.append(String(words.drop { $0 == "#" }.drop { $0 == " " }) + "\n", .heading)
      } else if words.hasPrefix("|") {
        flush()
        text.append("\(line)\n")
      } else {
        if isItem(words) { flush() }
        paragraph.append(line)
      }
    }
    flush()
    return text
  }

  /// `- …`, `* …`, `1. …`
  private static func isItem(_ line: Substring) -> Bool {
    if ["- ", "* ", "+ "].contains(where: line.hasPrefix) { return true }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ")
  }

  private static func wrap(_ lines: [Substring], width: Int, into text: inout StyledText) {
    guard let first = lines.first else { return }
    let indent = first.prefix { $0 == " " }.count
    let start = first.dropFirst(indent)
    let mark = isItem(start) ? start.prefix { $0 != " " }.count + 1 : 0
    let margin = String(repeating: " ", count: indent + mark)
    var column = 0
    var style = StyledText.Style.plain
    for word in lines.joined(separator: " ").split(separator: " ") {
      let pieces = pieces(of: word, &style)
      let length = pieces.reduce(0) { $0 + $1.text.count }
      if column > 0, column + 1 + length > width - 1 {
        text.append("\n" + margin)
        column = margin.count
      } else if column > 0 {
        text.append(" ")
        column += 1
      } else {
        text.append(String(repeating: " ", count: indent))
        column = indent
      }
      for piece in pieces { text.append(piece.text, piece.style) }
      column += length
    }
    text.append("\n")
  }

  /// A word without its marks: `code`, **strong**, $formula$. The style goes on into the next word until its mark comes again.
  private static func pieces(
    of word: Substring, _ style: inout StyledText.Style
  ) -> [(text: String, style: StyledText.Style)] {
    var pieces: [(text: String, style: StyledText.Style)] = []
    var current = ""
    var rest = word
    func turned(_ now: StyledText.Style, to other: StyledText.Style) -> StyledText.Style {
      if case .plain = now { return other }
      return .plain
    }
    func isCode(_ style: StyledText.Style) -> Bool {
      if case .code = style { return true }
      return false
    }
    while let character = rest.first {
      var next: StyledText.Style?
      if character == "`" || character == "$" {
        next = turned(style, to: .code)
        rest = rest.dropFirst()
      } else if !isCode(style), rest.hasPrefix("**") {
        next = turned(style, to: .strong)
        rest = rest.dropFirst(2)
      } else {
        current.append(character)
        rest = rest.dropFirst()
      }
      if let next {
        if !current.isEmpty { pieces.append((current, style)) }
        current = ""
        style = next
      }
    }
    if !current.isEmpty { pieces.append((current, style)) }
    return pieces
  }
}
