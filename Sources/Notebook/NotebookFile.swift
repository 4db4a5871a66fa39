import Syntax

/// A `.nn` file as lines: what is typed, and the outputs recorded under it as lines that start with `#>`.
struct NotebookFile {
  /// How a recorded line starts.
  static let mark = "#>"

  /// The text without its recorded outputs, to be run. Its lines are numbered as the file's.
  let source: Source
  /// The line ends of the file, kept as they are: for each line of `source`, its text with its end.
  let lines: [String]
  /// For each line of `source`, the number it has in the file (from 1).
  let numbers: [Int]
  /// Recorded outputs by the line of `source` they stand under.
  let recorded: [Int: [RecordedLine]]

  struct RecordedLine {
    /// In the file, from 1.
    let number: Int
    let text: String
  }

  init(name: String, text: String) {
    let all = NotebookFile.split(text)
    let protected = NotebookFile.linesInsideStrings(all)
    var lines: [String] = []
    var numbers: [Int] = []
    var recorded: [Int: [RecordedLine]] = [:]
    for (i, line) in all.enumerated() {
      if line.hasPrefix(NotebookFile.mark), !protected.contains(i) {
        var content = line.dropFirst(NotebookFile.mark.count)
        while content.last?.isNewline == true { content.removeLast() }
        if content.first == " " { content.removeFirst() }
        recorded[lines.count - 1, default: []].append(RecordedLine(number: i + 1, text: String(content)))
      } else {
        lines.append(line)
        numbers.append(i + 1)
      }
    }
    self.lines = lines
    self.numbers = numbers
    self.recorded = recorded
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

  /// Lines that begin inside a triple-quoted string: a `#>` there is text.
  private static func linesInsideStrings(_ lines: [String]) -> Set<Int> {
    var inside: Set<Int> = []
    var quote: [UInt8]?
    for (i, line) in lines.enumerated() {
      if quote != nil { inside.insert(i) }
      let bytes = Array(line.utf8)
      var j = 0
      while j < bytes.count {
        let byte = bytes[j]
        if let open = quote {
          if byte == UInt8(ascii: "\\") {
            j += 2
            continue
          }
          if bytes[j...].starts(with: open) {
            j += open.count
            quote = nil
            continue
          }
        } else if byte == UInt8(ascii: "#") {
          break
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          let triple = [byte, byte, byte]
          quote = bytes[j...].starts(with: triple) ? triple : [byte]
          j += quote!.count
          continue
        }
        j += 1
      }
      if quote?.count == 1 { quote = nil }
    }
    return inside
  }

  /// The file with these outputs recorded in place of the old ones.
  func text(recording outputs: [Int: [String]]) -> String {
    var result = ""
    for (i, line) in lines.enumerated() {
      result += line
      guard let output = outputs[i], !output.isEmpty else { continue }
      let end = line.hasSuffix("\r\n") ? "\r\n" : "\n"
      if line.unicodeScalars.last != "\n" { result += end }
      for text in output { result += (text.isEmpty ? NotebookFile.mark : NotebookFile.mark + " " + text) + end }
    }
    return result
  }
}
