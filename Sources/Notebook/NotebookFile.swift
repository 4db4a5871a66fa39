import Interpreter
import Syntax

/// A `.nn` file as lines: what is typed, and the outputs recorded under it as lines that start with `#>`.
struct NotebookFile {
  /// The text without its recorded outputs, to be run. Its lines are numbered as the file's.
  let source: Source
  /// The line ends of the file, kept as they are: for each line of `source`, its text with its end.
  let lines: [String]
  /// For each line of `source`, the number it has in the file (from 1).
  let numbers: [Int]
  /// Recorded outputs by the line of `source` they stand under.
  let recorded: [Int: [RecordedLine]]

  /// Lines of `source` that begin inside a string.
  let textLines: Set<Int>

  struct RecordedLine {
    /// In the file, from 1.
    let number: Int
    let text: String
  }

  /// A byte order mark before all, or nothing.
  private let byteOrderMark: String

  init(name: String, text whole: String) {
    byteOrderMark = whole.unicodeScalars.first == "\u{FEFF}" ? "\u{FEFF}" : ""
    let text = byteOrderMark.isEmpty ? whole : String(whole.unicodeScalars.dropFirst())
    let all = NotebookFile.split(text)
    let protected = NotebookFile.linesInsideStrings(Source(name: name, text: text))
    var lines: [String] = []
    var numbers: [Int] = []
    var recorded: [Int: [RecordedLine]] = [:]
    var textLines: Set<Int> = []
    for (i, line) in all.enumerated() {
      if line.utf8.starts(with: RecordedText.mark.utf8), !protected.contains(i) {
        // By bytes: the first character printed may be one that combines with the blank before it.
        var content = line.utf8.dropFirst(RecordedText.mark.utf8.count)
        if content.last == UInt8(ascii: "\n") { content.removeLast() }
        if content.last == UInt8(ascii: "\r") { content.removeLast() }
        if content.first == UInt8(ascii: " ") { content.removeFirst() }
        recorded[lines.count - 1, default: []].append(RecordedLine(number: i + 1, text: String(Substring(content))))
      } else {
        if protected.contains(i) { textLines.insert(lines.count) }
        lines.append(line)
        numbers.append(i + 1)
      }
    }
    self.lines = lines
    self.numbers = numbers
    self.recorded = recorded
    self.textLines = textLines
    // Errors name the lines as the file numbers them.
    source = Source(name: name, text: lines.joined(), lineNumbers: numbers)
  }

  /// The lines with their ends.
  private static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for scalar in text.unicodeScalars {
      current.unicodeScalars.append(scalar)
      if scalar == "\n" {
        lines.append(current)
        current = ""
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }

  /// Lines that begin inside a string: a `#>` or a `# %%` there is text.
  private static func linesInsideStrings(_ source: Source) -> Set<Int> {
    var inside: Set<Int> = []
    for stretch in Highlighting(source, commands: [:]).stretches where stretch.kind == .string {
      let first = source.position(of: Int(stretch.span.start)).line
      let last = source.position(of: Int(stretch.span.end) - 1).line
      if last > first { inside.formUnion(first + 1...last) }
    }
    return inside
  }

  /// The file with these outputs recorded in place of the old ones.
  func text(recording run: NotebookRun) -> String {
    var result = byteOrderMark
    for (i, line) in lines.enumerated() {
      result += line
      let output = run.recordedLines(i)
      guard !output.isEmpty else { continue }
      let end = line.utf8.suffix(2).elementsEqual("\r\n".utf8) ? "\r\n" : "\n"
      if line.utf8.last != UInt8(ascii: "\n") { result += end }
      for line in output { result += RecordedText.comment(line) + end }
    }
    return result
  }
}
