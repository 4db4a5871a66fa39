import Arrays
import Datasets
import Syntax

/// Facts about data as sentences.
extension DatasetError {
  var sentence: String {
    switch self {
    case .unknownDataset(let name, _): "there is no data set \(name)"
    case .unknownOption(let dataset, let option, _): "\(dataset) has no option \(option)"
    case .badOption(let dataset, let option, let value, let expected):
      "\(dataset): \(option) must be \(expected), not \(value)"
    case .tooLarge(let samples, let features): "\(samples) samples of \(features) features do not fit in memory"
    case .badSplitSize(let which, let value, let samples):
      "\(which) \(value) of \(counted(samples, "sample")) leaves one part empty"
    case .splitTooLarge(let train, let test, let samples):
      "a training part of \(train) and a test part of \(test) are more than the \(counted(samples, "sample"))"
    case .emptyTrainingPart(let samples): "nothing of \(counted(samples, "sample")) is left for the training part"
    case .classTooSmall(let classes):
      classes.count == 1
        ? "class \(classes[0]) has only one sample and cannot be in both parts"
        : "classes \(few(classes)) have only one sample each and cannot be in both parts"
    case .partTooSmall(let part, let size, let classes):
      "a \(part.prefix { $0 != "_" }) part of \(counted(size, "sample")) is too small: there are \(counted(classes, "class", "classes"))"
    case .stratifyWithoutShuffle: "stratify needs the samples in random order"
    case .lengthMismatch(let expected, let found): "the numbers of samples differ: \(expected) and \(found)"
    case .notFinite(let what): "\(what) must be finite numbers"
    case .emptyFile(let path): "\(path) holds no table: it is empty, or has only blank lines and comments"
    case .binaryFile(let path, let line): "\(path) is no text, at line \(line)"
    case .notUTF8(let path, let line, let encoding):
      encoding.map { "\(path) is \($0), not UTF-8" } ?? "\(path) is no UTF-8 text, at line \(line)"
    case .compressed(let path): "\(path) is compressed with gzip"
    case .raggedRow(let path, let line, let expected, let found):
      "\(path), line \(line) has \(counted(found, "cell")), the first row has \(expected)"
    case .cellBehindLast(let path, let line, let text):
      "\(path), line \(line): the last column has no name and is empty at first, but here it is \"\(text)\""
    case .titleLine(let path, let line, let text): "\(path), line \(line) is not a row of the table: \"\(text)\""
    case .oneColumn(let path):
      "\(path) has only one column: no comma, semicolon, tab, | or blank separates cells"
    case .notANumber(let cell, _):
      switch cell.number {
      case .infinite?: "\(cell.place): \"\(cell.text)\" is no number that a float64 can hold"
      default: "\(cell.place): \"\(cell.text)\" is no number"
      }
    case .missingCell(let cell):
      cell.text.isEmpty ? "\(cell.place): the cell is empty" : "\(cell.place): \"\(cell.text)\" is no number"
    case .noMean(let cell):
      cell.isTarget
        ? "\(cell.place): the target is missing, and a mean is no target"
        : "\(cell.place): the cell is missing, and words have no mean"
    case .labelTooLarge(let cell):
      "\(cell.place): \(cell.text) is too large for a label, whole numbers are exact up to 2**53"
    case .tooManyWords(let path, let name, _, let words, let samples):
      "\(path): \(name) has \(words) different texts in \(counted(samples, "row")), too many for one-hot columns"
    case .textAmongTargets(let path, let name): "\(path): \(name) is text, several targets must be numbers"
    case .everyRowDropped(let path, let rows): "\(path): each of the \(counted(rows, "row")) has a missing cell"
    case .unclosedQuote(let path, let line): "\(path): the quote opened in line \(line) is never closed"
    case .lineTooLong(let path, let line): "\(path): line \(line) is too long for a table"
    case .noRows(let path): "\(path) has a header and no rows"
    case .noFeatures(let path): "no features are left in \(path) beside the target"
    case .unknownColumn(let path, let name, _): "\(path) has no column \(name)"
    case .noSuchColumn(let path, let number, let columns):
      "\(path) has no column \(number), its \(counted(columns.count, "column")) are numbered from 0"
    case .ambiguousColumn(let path, let name, let numbers):
      "\(path) has \(numbers.count) columns called \(name)"
    case .ignoredTarget(let path, let name): "\(path): \(name) is both the target and ignored"
    case .optionOfTables(let path, let option): "\(path) holds arrays: \(option) is for tables"
    case .badArrayFile(let path, let entry, let reason): "\(path)\(entry.map { ", \($0)" } ?? ""): \(reason)"
    case .emptyArray(let path, let entry, let shape):
      "\(path)\(entry.map { ", \($0)" } ?? "") has no \(shape.first == 0 || shape.isEmpty ? "samples" : "features"), its shape is \(Dims(shape).text)"
    case .samplesDiffer(let path, let features, let samples, let targets, let count):
      "\(path): \(features) has \(counted(samples, "sample")), \(targets) has \(count)"
    case .unknownArrays(let path, let wanted, _): "cannot tell which array of \(path) holds the \(wanted)"
    }
  }

  var hint: Hint? { hint { Hint($0) } }

  /// - Parameter line: the line that was typed, with this option added.
  func hint(_ line: (String) -> Hint) -> Hint? {
    switch self {
    case .unknownDataset(let name, let known), .unknownOption(_, let name, let known): suggestion(for: name, in: known)
    case .badSplitSize: "a share between 0 and 1, or a number of samples"
    case .stratifyWithoutShuffle: "leave shuffle at True"
    case .binaryFile: "data reads .csv, .tsv, .npz and .npy"
    case .notUTF8: "save it as UTF-8"
    case .compressed(let path): "unpack it first: gunzip \(path)"
    case .titleLine: "delete the line, or put # before it"
    case .oneColumn: "data needs the target and at least one feature"
    case .notANumber(let cell, let number): cell.hint(number, line)
    case .missingCell(let cell):
      cell.isNumberColumn && !cell.isTarget
        ? "\(line("missing=drop")) leaves such rows out, missing=mean puts the column's mean there"
        : "\(line("missing=drop")) leaves such rows out"
    case .noMean: "\(line("missing=drop")) leaves such rows out"
    case .labelTooLarge: "number the classes 0, 1, 2, …, or write amounts with an exponent: 9.1e15"
    case .tooManyWords(_, let name, let column, _, _): "leave it out: \(line("ignore=\(columnText(name, column))"))"
    case .everyRowDropped: "\(line("missing=mean")) keeps them, ignore=… leaves a column out"
    case .unknownColumn(_, let name, let columns):
      didYouMean(name, in: columns) ?? "its columns: \(few(columns)); or a number from 0"
    case .noSuchColumn(_, _, let columns): "its columns: \(few(columns))"
    case .ambiguousColumn(_, _, let numbers): "say which by its number: \(few(numbers.map(String.init)))"
    case .raggedRow(_, _, _, let found) where found == 1:
      "each row needs as many cells as the first; cells are separated by comma, semicolon, tab, | or blanks"
    case .unknownArrays(_, _, let names): "it holds \(few(names)); call them X and Y, or name one with target="
    default: nil
    }
  }
}

/// The first names of many.
func few(_ names: [String]) -> String {
  names.count <= 10 ? list(names) : names.prefix(9).joined(separator: ", ") + ", … (\(names.count))"
}

/// A column as an option of `data` names it.
func columnText(_ name: String?, _ number: Int) -> String {
  guard let name, let first = name.utf8.first, !(48...57).contains(first),
    name.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95 })
  else { return String(number) }
  return name
}

extension DatasetCell {
  fileprivate enum Written { case infinite, decimalComma }

  /// `iris.csv, line 4, column 2 (price)`
  fileprivate var place: String { "\(path), line \(line), column \(column + 1)" + (name.map { " (\($0))" } ?? "") }

  /// What kind of number the text is elsewhere.
  fileprivate var number: Written? {
    if text.wholeNumberWithComma { return .decimalComma }
    if let number = Double(text), number.isInfinite, text.contains(where: \.isNumber) { return .infinite }
    return nil
  }

  fileprivate func hint(_ numberLine: Int?, _ line: (String) -> Hint) -> Hint {
    if number == .decimalComma {
      return "a number is written with a point here: \(text.replacing(",", with: "."))"
    }
    let column = columnText(name, self.column)
    let leave: Hint = columns > 2 && !isTarget ? "; \(line("ignore=\(column)")) leaves the column out" : ""
    guard let numberLine else { return "a number is written like 12 or -0.5 or 1e-3 here\(leave)" }
    return "a column is all numbers or all text, and line \(numberLine) has a number\(leave)"
  }
}

extension String {
  /// `1,5` or `-0,25`: digits, a comma, digits.
  fileprivate var wholeNumberWithComma: Bool {
    let parts = split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, utf8.count < 40 else { return false }
    let digits = [parts[0].first == "-" ? parts[0].dropFirst() : parts[0], parts[1]]
    return digits.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}
