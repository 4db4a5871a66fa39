import Interpreter
import Syntax

/// One step of a presentation: what is to be read first, and the lines that are run next.
public struct Slide: Sendable {
  /// The text cells and lone comments in front of the lines, Markdown.
  public let texts: [String]
  /// As they stand in the file, with the comments above them; nil behind the last line.
  public let lines: String?
  /// The same, numbered as in the file.
  public let source: Source?

  /// The slides of a `.nn` file, in order; recorded outputs are left out. A file that cannot be read as a whole is an error: nobody wants
  /// to find that out before an audience.
  public static func all(name: String, text: String) throws(Diagnostic) -> [Slide] {
    let file = NotebookFile(name: name, text: text)
    let ends = try Session.statementSpans(of: file.source).map { span in
      (
        first: file.source.position(of: Int(span.start)).line,
        last: file.source.position(of: max(Int(span.start), Int(span.end) - 1)).line
      )
    }
    var slides: [Slide] = []
    var texts: [String] = []
    var index = 0
    for cell in Cell.all(of: file) {
      switch cell.content {
      case .text(let markdown): texts.append(markdown)
      case .code(let range):
        var start = range.lowerBound
        while index < ends.count, ends[index].first < range.upperBound {
          var end = ends[index].last + 1
          index += 1
          // Several statements on a line are run together.
          while index < ends.count, ends[index].first < end {
            end = max(end, ends[index].last + 1)
            index += 1
          }
          slides.append(Slide(file, start..<end, texts))
          texts = []
          start = end
        }
        var rest = file.lines[start..<max(start, range.upperBound)].joined()[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        if !rest.isEmpty { texts.append(comments(rest)) }
      }
    }
    if !texts.isEmpty { slides.append(Slide(texts: texts, lines: nil, source: nil)) }
    return slides
  }

  private init(texts: [String], lines: String?, source: Source?) {
    self.texts = texts
    self.lines = lines
    self.source = source
  }

  private init(_ file: NotebookFile, _ range: Range<Int>, _ texts: [String]) {
    var start = range.lowerBound
    while start < range.upperBound, file.lines[start].allSatisfy(\.isWhitespace) { start += 1 }
    var lines = file.lines[start..<range.upperBound].joined()
    while lines.last?.isNewline == true { lines.removeLast() }
    self.texts = texts
    self.lines = lines
    source = Source(
      name: file.source.name, text: lines + "\n", lineNumbers: (start..<range.upperBound).map(file.source.number))
  }

  /// Comments as text.
  private static func comments(_ lines: Substring) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let text = line.drop { $0 == "#" }
      return String(text.first == " " ? text.dropFirst() : text)
    }.joined(separator: "\n")
  }
}
