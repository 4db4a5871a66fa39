import Arrays

/// Reads a table: numeric columns are the features, one column is the target. The file is read in pieces.
///
/// The first row is a header if none of its cells is a number, or if one of them is none where the second row has one. Columns without
/// a header are called `column1`, `column2`, …
///
/// - Parameter target: the name of the target column, by default the last. Whole numbers become int64 labels, other numbers float64 values,
///   text becomes labels 0, 1, … in alphabetical order.
public func readCSV(_ path: String, target: String? = nil) throws -> Dataset {
  let file = try openData(path)
  var scanner = try CSVScanner(file)
  var row = CSVRow()
  guard try scanner.next(&row) else { throw DatasetError.emptyFile(path: path) }
  let first = row
  var hasRow = try scanner.next(&row)
  let hasHeader = isHeader(first, before: hasRow ? row : nil)
  let names = (0..<first.count).map { column in
    let name = hasHeader ? first.text(column) : ""
    return name.isEmpty ? "column\(column + 1)" : name
  }
  let targetColumn = try find(target, in: names, path)
  guard first.count > 1 else { throw DatasetError.noFeatures(path: path) }

  let features = GrowingArray()
  var targets = TargetColumn()
  var samples = 0
  func add(_ row: CSVRow) throws {
    guard row.count == first.count else {
      throw DatasetError.raggedRow(path: path, line: row.line, expected: first.count, found: row.count)
    }
    for column in 0..<row.count {
      if column == targetColumn {
        guard targets.add(row, column) else {
          throw DatasetError.notANumber(
            path: path, line: row.line, column: column + 1, name: names[column], text: shortened(row.text(column)))
        }
      } else if let value = parseNumber(row[column]) {
        guard features.append(value) else {
          throw DatasetError.badArrayFile(path: path, entry: nil, reason: "it is larger than memory")
        }
      } else {
        throw DatasetError.notANumber(
          path: path, line: row.line, column: column + 1, name: names[column], text: shortened(row.text(column)))
      }
    }
    samples += 1
  }
  if !hasHeader { try add(first) }
  while hasRow {
    try add(row)
    hasRow = try scanner.next(&row)
  }
  guard samples > 0 else { throw DatasetError.noRows(path: path) }
  var featureNames = hasHeader ? names : []
  if hasHeader { featureNames.remove(at: targetColumn) }
  let (labels, labelNames) = targets.finish()
  return Dataset(
    features: features.finish([samples, first.count - 1]), targets: labels, featureNames: featureNames,
    targetName: hasHeader ? names[targetColumn] : nil, labelNames: labelNames)
}

private func isHeader(_ first: CSVRow, before second: CSVRow?) -> Bool {
  let isNumber = (0..<first.count).map { parseNumber(first[$0]) != nil }
  if !isNumber.contains(true) { return true }
  guard let second, second.count == first.count else { return false }
  return isNumber.indices.contains { column in
    !isNumber[column] && !first.text(column).isEmpty && parseNumber(second[column]) != nil
  }
}

private func find(_ target: String?, in names: [String], _ path: String) throws -> Int {
  guard let target else { return names.count - 1 }
  guard let column = names.firstIndex(of: target) else {
    throw DatasetError.unknownTarget(path: path, target: target, columns: names)
  }
  return column
}

/// A cell as an error can quote it.
private func shortened(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }

/// The cells of the target column: numbers as long as all are, and their texts in case one is none.
private struct TargetColumn {
  private var numbers: [Double] = []
  private var areNumbers = true
  private var words: [Int] = []
  private var dictionary: [String: Int] = [:]
  /// A column of more different numbers than this is one of numbers: their texts are not kept.
  private static let mostWords = 1 << 16
  private var keepsWords = true

  /// False if the cell is neither: empty, or text after a great many numbers.
  mutating func add(_ row: CSVRow, _ column: Int) -> Bool {
    if areNumbers, let number = parseNumber(row[column]) {
      numbers.append(number)
    } else {
      areNumbers = false
      numbers = []
    }
    guard keepsWords else { return areNumbers }
    let word = row.text(column)
    if word.isEmpty { return false }
    words.append(dictionary[word] ?? dictionary.count)
    dictionary[word] = words.last
    if areNumbers && dictionary.count > TargetColumn.mostWords {
      keepsWords = false
      words = []
      dictionary = [:]
    }
    return true
  }

  func finish() -> (targets: NDArray, labelNames: [String]) {
    if areNumbers {
      // Beyond 2⁵³ whole numbers have gaps.
      let areWhole = numbers.allSatisfy { $0 == $0.rounded() && abs($0) <= 9_007_199_254_740_992 }
      return (areWhole ? NDArray(numbers.map { Int($0) }) : NDArray(numbers), [])
    }
    let names = dictionary.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var label = [Int](repeating: 0, count: names.count)
    for (number, name) in names.enumerated() { label[dictionary[name]!] = number }
    return (NDArray(words.map { label[$0] }), names)
  }
}
