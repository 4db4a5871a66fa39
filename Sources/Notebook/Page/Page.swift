import Interpreter
import Syntax

/// A notebook that has been run, as a page shows it: texts, pieces of code, and under each what it had to say.
struct Page {
  struct Block {
    /// Lines as typed: where they stand in the source, without the last one's end.
    var span: Span
    var outputs: [NotebookRun.Output]
  }

  enum Part {
    case text(String)
    case code(title: String, blocks: [Block])
  }

  /// The first heading, else the file's name.
  let title: String
  /// The folder in which the file lies, for pictures that a text names.
  let folder: String
  let source: Source
  let highlighting: Highlighting
  let parts: [Part]

  init(_ file: NotebookFile, _ run: NotebookRun) {
    source = file.source
    highlighting = Highlighting(file.source, commands: CommandCatalog.grammars)
    let lineOffsets = file.lines.reduce(into: [0]) { $0.append($0.last! + $1.utf8.count) }
    var parts: [Part] = []
    var heading: String?
    for cell in Cell.all(of: file) {
      switch cell.content {
      case .text(let markdown):
        parts.append(.text(markdown))
        if heading == nil { heading = Page.heading(markdown) }
      case .code(let lines):
        var blocks: [Block] = []
        var first = lines.lowerBound
        for line in lines {
          let outputs = run.outputs[line] ?? []
          guard !outputs.isEmpty || line == lines.upperBound - 1 else { continue }
          while first < line, file.lines[first].allSatisfy(\.isWhitespace) { first += 1 }
          let end = lineOffsets[line] + file.source.line(line).count
          blocks.append(Block(span: Span(lineOffsets[first], end), outputs: outputs))
          first = line + 1
        }
        parts.append(.code(title: cell.title, blocks: blocks))
      }
    }
    self.parts = parts
    let path = file.source.name.split(separator: "/", omittingEmptySubsequences: false)
    folder = path.count > 1 ? path.dropLast().joined(separator: "/") + "/" : ""
    title = heading ?? String(path.last ?? "")
  }

  private static func heading(_ markdown: String) -> String? {
    for line in markdown.split(separator: "\n") where line.first == "#" {
      let words = line.drop { $0 == "#" }
      guard words.first == " " else { continue }
      let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// The lines of a block as typed, joined by line feeds.
  func text(_ block: Block) -> String { Page.unixLines(source.text(block.span)) }

  static func unixLines(_ text: String) -> String {
    text.utf8.contains(13) ? text.replacing("\r\n", with: "\n") : text
  }
}
