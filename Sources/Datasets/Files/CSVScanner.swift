import Support

/// One row of a table: the bytes of its cells one after the other.
struct CSVRow {
  var bytes: [UInt8] = []
  /// Where each cell ends.
  var ends: [Int] = []
  /// The line of the file it begins at, from 1.
  var line = 1

  var count: Int { ends.count }

  subscript(cell: Int) -> ArraySlice<UInt8> { bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]] }

  /// A cell without spaces around it.
  func text(_ cell: Int) -> String {
    var part = self[cell]
    while let first = part.first, isSpace(first) { part.removeFirst() }
    while let last = part.last, isSpace(last) { part.removeLast() }
    return String(decoding: part, as: UTF8.self)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}

/// Cuts a file into rows and cells, a chunk at a time: RFC 4180 with `,`, `;` or tab between cells, `"…"` around cells with `""` for a quote
/// in them, any line ends. Blank lines are skipped.
struct CSVScanner {
  private let file: FileReader
  private var chunk: [UInt8]
  private var position = 0
  private var end = 0
  private var isAtEnd = false
  private var line = 1
  private(set) var delimiter = UInt8(ascii: ",")

  private static let chunkSize = 1 << 16
  /// A cell or a row beyond these is no table.
  private static let longestCell = 1 << 20
  private static let mostCells = 100_000

  init(_ file: FileReader) throws {
    self.file = file
    chunk = [UInt8](repeating: 0, count: CSVScanner.chunkSize)
    try refill()
    // A byte order mark.
    if end >= 3 && chunk[0] == 0xef && chunk[1] == 0xbb && chunk[2] == 0xbf { position = 3 }
    delimiter = findDelimiter()
  }

  /// The one of the three that the first line has most of.
  private func findDelimiter() -> UInt8 {
    var counts = [UInt8: Int]()
    var isQuoted = false
    for byte in chunk[position..<end] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")) && !counts.isEmpty { break }
      counts[byte, default: 0] += 1
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var best = candidates[0]
    for candidate in candidates where counts[candidate, default: 0] > counts[best, default: 0] { best = candidate }
    return best
  }

  private mutating func refill() throws {
    position = 0
    end = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
    isAtEnd = end == 0
  }

  /// The byte at the reading position, nil at the end of the file.
  @inline(__always)
  private mutating func peek() throws -> UInt8? {
    if position == end {
      if isAtEnd { return nil }
      try refill()
      if isAtEnd { return nil }
    }
    return chunk[position]
  }

  /// Reads the next row that is not blank; false at the end of the file.
  mutating func next(_ row: inout CSVRow) throws -> Bool {
    while true {
      row.clear()
      row.line = line
      guard try readRow(&row) else { return false }
      if row.count > 1 || !row[0].allSatisfy(isSpace) { return true }
    }
  }

  private mutating func readRow(_ row: inout CSVRow) throws -> Bool {
    guard try peek() != nil else { return false }
    var cellStart = 0
    while let byte = try peek() {
      position += 1
      switch byte {
      case delimiter:
        row.ends.append(row.bytes.count)
        cellStart = row.bytes.count
        if row.count > CSVScanner.mostCells { throw DatasetError.lineTooLong(path: file.path, line: row.line) }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if byte == UInt8(ascii: "\r"), try peek() == UInt8(ascii: "\n") { position += 1 }
        line += 1
        row.ends.append(row.bytes.count)
        return true
      case UInt8(ascii: "\""):
        if row.bytes[cellStart...].allSatisfy(isSpace) {
          row.bytes.removeLast(row.bytes.count - cellStart)
          try readQuoted(&row)
        } else {
          row.bytes.append(byte)
        }
      default: try append(byte, to: &row, cellStart)
      }
    }
    row.ends.append(row.bytes.count)
    return true
  }

  /// The rest of a quoted cell, up to its closing quote.
  private mutating func readQuoted(_ row: inout CSVRow) throws {
    let cellStart = row.bytes.count
    let startLine = line
    while let byte = try peek() {
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard try peek() == UInt8(ascii: "\"") else { return }
        position += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        row.bytes.append(byte)
      } else {
        try append(byte, to: &row, cellStart)
      }
    }
    throw DatasetError.unclosedQuote(path: file.path, line: startLine)
  }

  @inline(__always)
  private func append(_ byte: UInt8, to row: inout CSVRow, _ cellStart: Int) throws {
    // Text has no control characters but tabs and form feeds.
    if byte < 32 && byte != 9 && byte != 12 { throw DatasetError.binaryFile(path: file.path, line: line) }
    if row.bytes.count - cellStart >= CSVScanner.longestCell {
      throw DatasetError.lineTooLong(path: file.path, line: row.line)
    }
    row.bytes.append(byte)
  }
}
