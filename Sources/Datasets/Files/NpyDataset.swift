import Arrays

/// A table in a `.npy` file: as a CSV file without a header, the last column is the target.
func readNpyDataset(_ path: String, _ options: ReadingOptions) throws -> Dataset {
  if options.hasHeader != nil { throw DatasetError.optionOfTables(path: path, option: "header") }
  if options.missing != .error { throw DatasetError.optionOfTables(path: path, option: "missing") }
  let table = try readNpy(path)
  guard table.dimensions == 2 else {
    throw DatasetError.badArrayFile(
      path: path, entry: nil, reason: "a table has 2 dimensions, this has \(table.dimensions)")
  }
  let (samples, width) = (table.shape[0], table.shape[1])
  guard samples > 0, width > 0 else { throw DatasetError.emptyArray(path: path, entry: nil, shape: [samples, width]) }
  let choice = try ColumnChoice(options, (0..<width).map { "column\($0 + 1)" }, path: path)
  let features = try pick(choice.features, of: table)
  return Dataset(
    features: try features.casting(to: .float64), targets: try boundTargets(pick(choice.targets, of: table)),
    report: ReadingReport())
}

/// Some columns of a matrix, in a new one.
private func pick(_ columns: [Int], of table: NDArray) throws -> NDArray {
  let (samples, width) = (table.shape[0], table.shape[1])
  let picked = try NDArray.allocate(Dims([samples, columns.count]), table.dtype)
  let size = table.dtype.itemSize
  var to = picked.bytes
  for sample in 0..<samples {
    try lookForInterrupt(sample)
    for column in columns {
      to.copyMemory(from: table.bytes + (sample * width + column) * size, byteCount: size)
      to += size
    }
  }
  return picked
}

extension ReadingOptions {
  /// An option that only tables have.
  var tableOption: String? {
    if columns != nil { return "columns" }
    if !ignored.isEmpty { return "ignore" }
    if missing != .error { return "missing" }
    return hasHeader == nil ? nil : "header"
  }
}
