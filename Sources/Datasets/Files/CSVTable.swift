/// The rows of a table behind its head: comments, names and an empty last column are dealt with here.
///
/// The first row is a header if none of its cells is a number, or if one of them is none where the second row has one. Columns without a name
/// are called `column1`, `column2`, …
struct CSVTable {
  let path: String
  private(set) var names: [String] = []
  /// Whether the names are the file's.
  private(set) var hasNames = false
  private(set) var firstRow = ReadingReport.FirstRow.data
  /// Lines behind the first row that are passed over because they begin with `#`.
  private(set) var comments = 0
  /// Whether rows end in a separator with nothing behind it.
  private(set) var hasEmptyLast = false
  /// Columns, without an empty last one.
  private(set) var width = 0
  private var scanner: CSVScanner
  /// Rows already read, the next one last.
  private var waiting: [CSVRow] = []

  init(_ path: String, hasHeader: Bool?) throws {
    self.path = path
    scanner = try CSVScanner(try openData(path))
    var comment = (text: [UInt8]()[...], line: 0)
    while true {
      if try scanner.isAtComment() {
        comment = (try scanner.peekLine(), scanner.line)
        try scanner.skipLine()
        continue
      }
      var row = CSVRow()
      guard try scanner.readRow(&row) else { throw DatasetError.emptyFile(path: path) }
      if row.count == 1 && row.isBlank(0) { continue }
      waiting = [row]
      break
    }
    var first = waiting[0]
    width = first.count
    var second = CSVRow()
    if try nextRow(&second) { waiting.insert(second, at: 0) }
    let hasSecond = waiting.count == 2
    if first.endsEmpty, !hasSecond || second.count == width && second.endsEmpty || second.count == width - 1 {
      hasEmptyLast = true
      width -= 1
      first.ends.removeLast()
    } else if hasSecond, second.count == width + 1, second.endsEmpty {
      hasEmptyLast = true
    }
    guard width > 1 else {
      if hasSecond, second.count > 1 {
        throw DatasetError.titleLine(path: path, line: first.line, text: shortened(first.text(0)))
      }
      throw DatasetError.oneColumn(path: path)
    }
    readNames(first, hasSecond ? second : nil, hasHeader, comment)
  }

  private mutating func readNames(
    _ first: CSVRow, _ second: CSVRow?, _ hasHeader: Bool?, _ comment: (text: ArraySlice<UInt8>, line: Int)
  ) {
    var found: [String] = []
    if hasHeader ?? isHeader(first, before: second) {
      waiting.removeLast()
      found = (0..<width).map { first.text($0) }
      firstRow = .header
    } else if hasHeader == nil, comment.line > 0 {
      // `np.savetxt(file, table, header="a,b,y")` writes `# a,b,y`.
      let cells = scanner.cells(trimmed(comment.text.drop { $0 == UInt8(ascii: "#") }))
      if cells.count == width {
        found = cells.map { String(decoding: trimmed($0), as: UTF8.self) }
        firstRow = .headerInComment(line: comment.line)
      }
    }
    hasNames = !found.isEmpty
    if !hasNames, hasHeader == nil, looksLikeNames(first) {
      firstRow = .doubtfulData(cells: (0..<width).map { first.text($0) })
    }
    names = (0..<width).map { hasNames && !found[$0].isEmpty ? found[$0] : "column\($0 + 1)" }
  }

  /// Whether the file gives a column no name.
  func isNameless(_ column: Int) -> Bool { names[column] == "column\(column + 1)" }

  private func isHeader(_ first: CSVRow, before second: CSVRow?) -> Bool {
    let isNumber = (0..<width).map { parseNumber(first[$0]) != nil }
    if !isNumber.contains(true) {
      // A first row of nothing but missing cells or odd numbers holds no names.
      return !(0..<width).allSatisfy {
        first.isBlank($0) || CSVCell.saysMissing(trimmed(first[$0])) || CSVCell.looksLikeNumber(trimmed(first[$0]))
      }
    }
    guard let second, second.count >= width else { return false }
    return isNumber.indices.contains { column in
      let cell = trimmed(first[column])
      return !isNumber[column] && !cell.isEmpty && !CSVCell.saysMissing(cell) && !CSVCell.looksLikeNumber(cell)
        && parseNumber(second[column]) != nil
    }
  }

  /// Whole numbers that count, 0, 1, 2 as pandas numbers columns, or years.
  private func looksLikeNames(_ first: CSVRow) -> Bool {
    let numbers = (0..<width).compactMap { Int(first.text($0)) }
    guard numbers.count == width else { return false }
    let steps = zip(numbers, numbers.dropFirst())
    let areYears = numbers.allSatisfy { (1900...2100).contains($0) } && steps.allSatisfy { $0 < $1 }
    return areYears || steps.allSatisfy { $1.subtractingReportingOverflow($0) == (1, false) }
  }

  /// The next row of the table; false at its end.
  mutating func next(_ row: inout CSVRow) throws -> Bool {
    if let first = waiting.popLast() {
      row = first
    } else if !(try nextRow(&row)) {
      return false
    }
    if row.count == width + 1, hasEmptyLast {
      guard row.endsEmpty else {
        throw DatasetError.cellBehindLast(path: path, line: row.line, text: shortened(row.text(width)))
      }
      row.ends.removeLast()
    }
    guard row.count == width else {
      throw DatasetError.raggedRow(path: path, line: row.line, expected: width, found: row.count)
    }
    return true
  }

  /// The next line that is neither blank nor a comment. A line of as many cells as the table is a row, even if it begins with `#`.
  private mutating func nextRow(_ row: inout CSVRow) throws -> Bool {
    while true {
      if try scanner.isAtComment(), scanner.cells(try scanner.peekLine()).count != width {
        try scanner.skipLine()
        comments += 1
        continue
      }
      guard try scanner.readRow(&row) else { return false }
      if row.count > 1 || !row.isBlank(0) { return true }
    }
  }
}

/// A cell as an error can quote it.
func shortened(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }
