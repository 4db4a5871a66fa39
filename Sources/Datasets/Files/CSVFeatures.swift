import Arrays

/// The features of a table once all rows are read: means for missing numbers, one-hot columns for words.
struct CSVFeatures {
  /// samples × features.
  private(set) var values: NDArray
  private(set) var names: [String]
  private let columns: ArraySlice<CSVColumn>
  private let table: CSVTable

  /// A text feature of more different words than this, and one for every second sample, names samples and is no class.
  private static let mostWords = 20

  init(_ values: NDArray, _ columns: [CSVColumn], _ table: CSVTable) {
    self.values = values
    self.columns = columns.prefix(values.shape[1])
    self.table = table
    names = self.columns.map(\.name)
  }

  mutating func finish(_ missing: MissingCells, _ report: inout ReadingReport) throws {
    let (samples, width) = (values.shape[0], columns.count)
    var isText = [Bool](repeating: false, count: width)
    for (i, column) in columns.enumerated() {
      isText[i] = try column.isText(table, missing)
      if missing == .mean, column.missingCount > 0 {
        try fill(i)
        report.filled.append(.init(column: column.name, count: column.missingCount))
      }
    }
    guard isText.contains(true) else { return }

    // Where each column begins in the wider matrix, and for words how far from there.
    var starts: [Int] = []
    var places = [[Int]](repeating: [], count: width)
    var wideNames: [String] = []
    for (i, column) in columns.enumerated() {
      starts.append(wideNames.count)
      guard isText[i] else {
        wideNames.append(column.name)
        continue
      }
      var isUsed = [Bool](repeating: false, count: column.words.words.count)
      for sample in 0..<samples {
        try lookForInterrupt(sample)
        isUsed[Int(values.doubles[sample * width + i])] = true
      }
      let words = isUsed.count { $0 }
      if words > CSVFeatures.mostWords, words > samples / 2 {
        throw DatasetError.tooManyWords(
          path: table.path, name: column.name, column: column.position, words: words, samples: samples)
      }
      guard Memory.holds(samples, wideNames.count + words, 4) else {
        throw DatasetError.tooLarge(samples: samples, features: wideNames.count + words)
      }
      let (sorted, place) = column.words.sorted(isUsed)
      places[i] = place
      wideNames += sorted.map { "\(column.name)=\($0)" }
      report.encoded.append(.init(column: column.name, count: words))
    }
    let wide = try NDArray.allocate(Dims([samples, wideNames.count]), .float64, zeroed: true)
    for sample in 0..<samples {
      try lookForInterrupt(sample)
      let from = values.doubles + sample * width
      let to = wide.doubles + sample * wideNames.count
      for i in 0..<width {
        if isText[i] {
          to[starts[i] + places[i][Int(from[i])]] = 1
        } else {
          to[starts[i]] = from[i]
        }
      }
    }
    (values, names) = (wide, wideNames)
  }

  /// Puts the mean of a column's numbers where it has none.
  private func fill(_ column: Int) throws {
    let (samples, width) = (values.shape[0], values.shape[1])
    var sum = 0.0
    var mean = 0.0
    var count = 0.0
    for sample in 0..<samples {
      try lookForInterrupt(sample)
      let value = values.doubles[sample * width + column]
      if value.isNaN { continue }
      count += 1
      sum += value
      mean += value / count - mean / count
    }
    // The sum of large numbers may overflow, the running mean does not.
    if sum.isFinite { mean = sum / count }
    for sample in 0..<samples where values.doubles[sample * width + column].isNaN {
      values.doubles[sample * width + column] = mean
    }
  }

  /// Whether a feature is 0, 1, 2, … or 1, 2, 3, …
  func countsRows(_ feature: Int) -> Bool {
    let (samples, width) = (values.shape[0], values.shape[1])
    guard feature < width, samples > 1 else { return false }
    let start = values.doubles[feature]
    guard start == 0 || start == 1 else { return false }
    return (0..<samples).allSatisfy { values.doubles[$0 * width + feature] == start + Double($0) }
  }
}
