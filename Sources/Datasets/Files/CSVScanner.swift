import Arrays
import Support

/// Cuts a file into rows and cells, a chunk at a time: RFC 4180 with `,`, `;`, tab, `|` or blanks between cells, `"…"` around cells with `""`
/// for a quote in them, any line ends. Blank lines are skipped.
///
/// The text must be UTF-8: each chunk is looked over when it comes.
struct CSVScanner {
  private let file: FileReader
  private let chunk: Chunk
  private var position = 0
  private var end = 0
  private var isAtEnd = false
  private var utf8 = UTF8Check()
  /// Bytes of the file before the chunk.
  private var offset = 0
  private(set) var line = 1
  private var delimiter = UInt8(ascii: ",")
  /// Bytes that stand for themselves wherever they are.
  private var isPlain: [Bool] = []

  static let chunkSize = 1 << 16
  /// A cell or a row beyond these is no table.
  private static let longestCell = 1 << 20
  private static let mostCells = 100_000

  private final class Chunk {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: CSVScanner.chunkSize, alignment: 16)
    deinit { bytes.deallocate() }
  }

  init(_ file: FileReader) throws {
    self.file = file
    chunk = Chunk()
    try fill(from: 0)
    // A byte order mark.
    if end >= 3 && chunk.bytes.prefix(3).elementsEqual([0xef, 0xbb, 0xbf]) { position = 3 }
    delimiter = CSVDelimiter.find(in: chunk.bytes[position..<end])
    // Text has no control characters but tabs and form feeds.
    isPlain = (0...255).map { (byte: UInt8) in
      (byte >= 32 || byte == 9 || byte == 12) && byte != delimiter && byte != UInt8(ascii: "\"")
    }
  }

  /// Reads on behind the first `kept` bytes of the chunk.
  private mutating func fill(from kept: Int) throws {
    try Cancellation.check()
    let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: chunk.bytes[kept...]))
    let bad = utf8.firstBad(in: UnsafeRawBufferPointer(rebasing: chunk.bytes[kept..<(kept + count)]))
    if let bad = bad ?? (count == 0 && !utf8.isComplete ? 0 : nil) {
      throw DatasetError.notUTF8(
        path: file.path, line: try lineNumber(in: file.path, at: offset + kept + bad), encoding: nil)
    }
    end = kept + count
    isAtEnd = count == 0
  }

  /// The byte at the reading position, nil at the end of the file.
  @inline(__always)
  private mutating func peek() throws -> UInt8? {
    if position == end {
      if isAtEnd { return nil }
      offset += end
      position = 0
      try fill(from: 0)
      if isAtEnd { return nil }
    }
    return chunk.bytes[position]
  }

  /// The rest of the line at the reading position, as far as a chunk holds it; the position stays.
  mutating func peekLine() throws -> ArraySlice<UInt8> {
    func lineEnd(_ start: Int) -> Int? {
      chunk.bytes[start..<end].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }
    while lineEnd(position) == nil, !isAtEnd, end - position < CSVScanner.chunkSize {
      let kept = end - position
      chunk.bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: chunk.bytes[position..<end]))
      offset += position
      position = 0
      try fill(from: kept)
    }
    return Array(chunk.bytes[position..<(lineEnd(position) ?? end)])[...]
  }

  /// Whether the line at the reading position begins with `#`.
  mutating func isAtComment() throws -> Bool { try peek() == UInt8(ascii: "#") }

  /// Passes over the rest of the line.
  mutating func skipLine() throws {
    while let byte = try peek() {
      position += 1
      if try endsLine(byte) { return }
    }
  }

  /// The cells of a line, without regard to quotes.
  func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split(separator: delimiter, omittingEmptySubsequences: delimiter == UInt8(ascii: " "))
  }

  /// Whether a byte ends the line; of `\r\n` both are taken.
  @inline(__always)
  private mutating func endsLine(_ byte: UInt8) throws -> Bool {
    guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { return false }
    if byte == UInt8(ascii: "\r"), try peek() == UInt8(ascii: "\n") { position += 1 }
    line += 1
    return true
  }

  /// Reads the next line as a row; false at the end of the file. A blank line has one blank cell.
  mutating func readRow(_ row: inout CSVRow) throws -> Bool {
    row.clear()
    row.line = line
    guard try peek() != nil else { return false }
    var cellStart = 0
    var isQuoted = false
    while let byte = try peek() {
      position += 1
      if isPlain[Int(byte)] {
        try appendPlain(to: &row, cellStart)
      } else if byte == delimiter {
        // Any number of blanks is one separator.
        if byte == UInt8(ascii: " "), row.bytes.count == cellStart, !isQuoted { continue }
        row.ends.append(row.bytes.count)
        cellStart = row.bytes.count
        isQuoted = false
        if row.count > CSVScanner.mostCells { throw DatasetError.lineTooLong(path: file.path, line: row.line) }
      } else if try endsLine(byte) {
        break
      } else if byte == UInt8(ascii: "\"") {
        if row.bytes[cellStart...].allSatisfy(isSpace) {
          row.bytes.removeLast(row.bytes.count - cellStart)
          try readQuoted(&row)
          isQuoted = true
        } else {
          row.bytes.append(byte)
        }
      } else {
        throw DatasetError.binaryFile(path: file.path, line: line)
      }
    }
    if delimiter == UInt8(ascii: " "), row.count > 0, row.bytes.count == cellStart, !isQuoted { return true }
    row.ends.append(row.bytes.count)
    return true
  }

  /// The byte before the reading position, and the plain ones after it.
  @inline(__always)
  private mutating func appendPlain(to row: inout CSVRow, _ cellStart: Int) throws {
    let start = position - 1
    while position < end, isPlain[Int(chunk.bytes[position])] { position += 1 }
    row.bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk.bytes[start..<position]))
    try checkLength(row, cellStart)
  }

  @inline(__always)
  private func checkLength(_ row: CSVRow, _ cellStart: Int) throws {
    if row.bytes.count - cellStart > CSVScanner.longestCell {
      throw DatasetError.lineTooLong(path: file.path, line: row.line)
    }
  }

  /// The rest of a quoted cell, up to its closing quote.
  private mutating func readQuoted(_ row: inout CSVRow) throws {
    let cellStart = row.bytes.count
    let startLine = line
    while let byte = try peek() {
      position += 1
      if isPlain[Int(byte)] {
        try appendPlain(to: &row, cellStart)
        continue
      }
      if byte == UInt8(ascii: "\"") {
        guard try peek() == UInt8(ascii: "\"") else { return }
        position += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      } else if byte != delimiter && byte != UInt8(ascii: "\r") {
        throw DatasetError.binaryFile(path: file.path, line: line)
      }
      row.bytes.append(byte)
      try checkLength(row, cellStart)
    }
    throw DatasetError.unclosedQuote(path: file.path, line: startLine)
  }
}
