/// What is known of a column while its cells come: numbers or words, but not both.
struct CSVColumn {
  /// What a cell is stored as while it is not known whether its column is one of words.
  static let missing = Double.nan

  let name: String
  let position: Int
  let isTarget: Bool
  private(set) var numberLine: Int?
  private var text: Cell?
  /// A number in another spelling.
  private var oddNumber: Cell?
  /// `NA` and the like, while it may be a word.
  private var missingWord: Cell?
  private(set) var words = WordTable()
  /// Cells without a value.
  private(set) var missingCount = 0
  private var firstMissing: Cell?
  private var roundedLabel: Cell?

  /// Where a cell stands and what it says.
  struct Cell {
    let line: Int
    let text: String
    init(_ row: CSVRow, _ position: Int) {
      line = row.line
      text = shortened(row.text(position))
    }
  }

  init(_ name: String, _ position: Int, isTarget: Bool) {
    self.name = name
    self.position = position
    self.isTarget = isTarget
  }

  /// The cell's number; the word's number in a column of words; NaN if there is no value.
  @inline(__always)
  mutating func value(in row: CSVRow, _ table: CSVTable, _ missing: MissingCells) throws -> Double {
    if let number = parseNumber(row[position]) {
      if numberLine == nil { try beginNumbers(row, table) }
      if isTarget, CSVCell.isRounded(row[position], number), roundedLabel == nil { roundedLabel = Cell(row, position) }
      return number
    }
    return try valueOfWord(in: row, table, missing)
  }

  private mutating func beginNumbers(_ row: CSVRow, _ table: CSVTable) throws {
    numberLine = row.line
    let others = [text, oddNumber].compactMap { $0 }.min { $0.line < $1.line }
    if let others { throw notANumber(others, table) }
    if let missingWord { throw DatasetError.missingCell(place(missingWord, table)) }
  }

  private mutating func valueOfWord(in row: CSVRow, _ table: CSVTable, _ missing: MissingCells) throws -> Double {
    let bytes = trimmed(row[position])
    // What kind of word it is was seen when it first came.
    if numberLine == nil, let code = words.known(bytes) { return Double(code) }
    let saysMissing = CSVCell.saysMissing(bytes)
    if bytes.isEmpty || saysMissing && (missing != .error || numberLine != nil) {
      let cell = Cell(row, position)
      if missing == .error { throw DatasetError.missingCell(place(cell, table)) }
      if firstMissing == nil { firstMissing = cell }
      missingCount += 1
      return CSVColumn.missing
    }
    let cell = Cell(row, position)
    if numberLine != nil { throw notANumber(cell, table) }
    if saysMissing {
      if missingWord == nil { missingWord = cell }
    } else if CSVCell.looksLikeNumber(bytes) {
      if oddNumber == nil { oddNumber = cell }
    } else if text == nil {
      text = cell
    }
    return Double(words.code(bytes))
  }

  /// At the end of the table: whether this is a column of words.
  func isText(_ table: CSVTable, _ missing: MissingCells) throws -> Bool {
    if numberLine == nil, text == nil {
      if let cell = oddNumber { throw notANumber(cell, table) }
      if let cell = missingWord ?? firstMissing { throw DatasetError.missingCell(place(cell, table)) }
    }
    if missing == .mean, let firstMissing, numberLine == nil || isTarget {
      throw DatasetError.noMean(place(firstMissing, table))
    }
    return numberLine == nil
  }

  /// Throws if labels were rounded; for a column of whole numbers.
  func checkLabels(_ table: CSVTable) throws {
    if let roundedLabel { throw DatasetError.labelTooLarge(place(roundedLabel, table)) }
  }

  private func notANumber(_ cell: Cell, _ table: CSVTable) -> DatasetError {
    .notANumber(place(cell, table), numberAt: numberLine)
  }

  private func place(_ cell: Cell, _ table: CSVTable) -> DatasetCell {
    DatasetCell(
      path: table.path, line: cell.line, column: position, name: table.hasNames ? name : nil, text: cell.text,
      isTarget: isTarget, isNumberColumn: numberLine != nil, columns: table.width)
  }
}
