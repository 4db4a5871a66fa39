/// What stands between the cells of a table, by the looks of its first lines.
enum CSVDelimiter {
  private static let mostLines = 10

  /// The sign that the first lines have most of. A comma between digits is a decimal one where another sign could separate the cells; blanks
  /// separate them if no sign does.
  static func find(in text: Slice<UnsafeMutableRawBufferPointer>) -> UInt8 {
    let lines = firstLines(text)
    let comma = UInt8(ascii: ",")
    for line in lines {
      var best = comma
      for sign in [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")] {
        let (found, most) = (count(sign, line), count(best, line))
        if found > most || found > 0 && best == comma && isDecimal(line) { best = sign }
      }
      if count(best, line) > 0 { return best }
    }
    let blank = UInt8(ascii: " ")
    let widths = lines.map { $0.split(separator: blank).count }
    if let first = widths.first, first > 1, widths.allSatisfy({ $0 == first }) { return blank }
    return comma
  }

  /// Lines that are neither blank nor comments, without what stands in quotes.
  private static func firstLines(_ text: Slice<UnsafeMutableRawBufferPointer>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var isQuoted = false
    var isComment = false
    func close() {
      if !isComment, !line.allSatisfy(isSpace) { lines.append(line) }
      (line, isComment) = ([], false)
    }
    for byte in text {
      if isComment || !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        close()
        if lines.count == mostLines { return lines }
      } else if isComment {
        continue
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        if isQuoted { line.append(byte) }
      } else if !isQuoted {
        if line.isEmpty, byte == UInt8(ascii: "#") { isComment = true }
        line.append(byte)
      }
    }
    // The last line, unless the piece ends within it.
    if lines.isEmpty || text.count < CSVScanner.chunkSize - 3 { close() }
    return lines
  }

  private static func count(_ sign: UInt8, _ line: [UInt8]) -> Int { line.count { $0 == sign } }

  /// Whether each comma stands between digits.
  private static func isDecimal(_ line: [UInt8]) -> Bool {
    line.indices.allSatisfy { i in
      line[i] != UInt8(ascii: ",")
        || i > 0 && i + 1 < line.count && isDigit(line[i - 1]) && isDigit(line[i + 1])
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
