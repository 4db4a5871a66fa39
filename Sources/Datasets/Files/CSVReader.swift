import Arrays

/// Reads a table, in pieces: numeric columns are features, columns of text become one-hot columns, one column (or several of numbers) is the
/// target. Whole numbers as targets become int64 labels, other numbers float64 values, text labels 0, 1, … in alphabetical order.
func readCSV(_ path: String, _ options: ReadingOptions) throws -> Dataset {
  var table = try CSVTable(path, hasHeader: options.hasHeader)
  let choice = try ColumnChoice(options, table.names, path: path)
  var columns = choice.features.map { CSVColumn(table.names[$0], $0, isTarget: false) }
  columns += choice.targets.map { CSVColumn(table.names[$0], $0, isTarget: true) }
  let features = GrowingArray()
  let targets = GrowingArray()
  var values = [Double](repeating: 0, count: columns.count)
  var report = ReadingReport()
  var samples = 0
  var row = CSVRow()
  while try table.next(&row) {
    var isDropped = false
    for i in columns.indices {
      values[i] = try columns[i].value(in: row, table, options.missing)
      if values[i].isNaN && options.missing == .drop { isDropped = true }
    }
    if isDropped {
      report.dropped += 1
      continue
    }
    samples += 1
    for i in values.indices {
      guard (i < choice.features.count ? features : targets).append(values[i]) else {
        throw DatasetError.tooLarge(samples: samples, features: choice.features.count)
      }
    }
  }
  guard samples + report.dropped > 0 else { throw DatasetError.noRows(path: path) }
  guard samples > 0 else { throw DatasetError.everyRowDropped(path: path, rows: report.dropped) }

  (report.comments, report.hasEmptyLastColumn, report.firstRow) = (table.comments, table.hasEmptyLast, table.firstRow)
  var matrix = CSVFeatures(features.finish([samples, choice.features.count]), columns, table)
  try matrix.finish(options.missing, &report)
  if choice.features.first == 0, table.hasNames, table.isNameless(0), columns[0].numberLine != nil,
    matrix.countsRows(0)
  {
    report.rowNumbers = 0
  }
  if options.targets.isEmpty, table.hasNames, let target = choice.targets.first, table.isNameless(target) {
    report.namelessTarget = target
  }
  let labels = try finishTargets(
    targets.finish([samples, choice.targets.count]), columns.suffix(choice.targets.count), table, options.missing,
    &report)
  return Dataset(
    features: matrix.values, targets: labels.targets,
    featureNames: table.hasNames || !report.encoded.isEmpty ? matrix.names : [],
    targetName: table.hasNames ? choice.targets.map { table.names[$0] }.joined(separator: ", ") : nil,
    labelNames: labels.names, report: report)
}

/// The targets as they are bound: a column of them is a list.
private func finishTargets(
  _ values: NDArray, _ columns: ArraySlice<CSVColumn>, _ table: CSVTable, _ missing: MissingCells,
  _ report: inout ReadingReport
) throws -> (targets: NDArray, names: [String]) {
  let samples = values.shape[0]
  let shape: Dims = columns.count == 1 ? [samples] : values.shape
  for column in columns where try column.isText(table, missing) {
    guard columns.count == 1 else { throw DatasetError.textAmongTargets(path: table.path, name: column.name) }
    var isUsed = [Bool](repeating: false, count: column.words.words.count)
    let codes = try (0..<samples).map { sample in
      try lookForInterrupt(sample)
      // Numbers that the table of words gave out.
      let code = Int(values.doubles[sample])
      isUsed[code] = true
      return code
    }
    let (names, place) = column.words.sorted(isUsed)
    report.hasManyClasses = names.count > 20 && names.count > samples / 2
    return (NDArray(codes.map { place[$0] }, shape: shape), names)
  }
  let areWhole = (0..<values.count).allSatisfy { values.doubles[$0] == values.doubles[$0].rounded() }
  if areWhole { for column in columns { try column.checkLabels(table) } }
  guard let labels = wholeLabels(values.doubles, values.count) else { return (try values.reshaped(Array(shape)), []) }
  return (NDArray(labels, shape: shape), [])
}

/// The numbers as ints if each is a whole one that a float64 tells from its neighbours, else nil.
func wholeLabels(_ values: UnsafePointer<Double>, _ count: Int) -> [Int]? {
  var labels: [Int] = []
  for i in 0..<count {
    guard abs(values[i]) <= 0x1p53, let label = Int(exactly: values[i]) else { return nil }
    if i == 0 { labels.reserveCapacity(count) }
    labels.append(label)
  }
  return labels
}

/// Once in a while, in a loop over samples or cells.
@inline(__always)
func lookForInterrupt(_ step: Int) throws {
  if step & (1 << 16 - 1) == 0 { try Cancellation.check() }
}
