import Arrays

/// The features and targets of an archive.
func readNpzDataset(_ path: String, target: String?) throws -> Dataset {
  let archive = try NpzArchive(path)
  let names = archive.entries.map(\.name)
  func find(_ candidates: [String]) -> NpzArchive.Entry? {
    candidates.lazy.compactMap { name in archive.entries.first { $0.name == name } }.first
  }
  var features = find(["X", "x", "X_train", "x_train", "data", "features", "inputs"])
  var targets = find(["Y", "y", "Y_train", "y_train", "target", "targets", "labels", "label"])
  if let target {
    targets = find([target])
    if targets == nil { throw DatasetError.unknownTarget(path: path, target: target, columns: names) }
  }
  // Two arrays without such names, as `np.savez(file, X, Y)` writes them: features first.
  if names.count == 2 {
    if features == nil { features = archive.entries.first { $0.name != targets?.name } }
    if targets == nil { targets = archive.entries.first { $0.name != features?.name } }
  }
  guard let features else { throw DatasetError.unknownArrays(path: path, wanted: "features", names: names) }
  guard let targets else { throw DatasetError.unknownArrays(path: path, wanted: "targets", names: names) }
  return try makeDataset(path, archive.array(features), archive.array(targets), targets.name)
}

/// A table in a `.npy` file: as a CSV file without a header, the last column is the target.
func readNpyDataset(_ path: String, target: String?) throws -> Dataset {
  let table = try readNpy(path)
  guard table.dimensions == 2 else {
    throw DatasetError.badArrayFile(
      path: path, entry: nil, reason: "a table has 2 dimensions, this has \(table.dimensions)")
  }
  let (samples, width) = (table.shape[0], table.shape[1])
  guard samples > 0 else { throw DatasetError.noRows(path: path) }
  let names = (0..<min(width, 1000)).map { "column\($0 + 1)" }
  var column = width - 1
  if let target {
    guard let found = names.firstIndex(of: target) else {
      throw DatasetError.unknownTarget(path: path, target: target, columns: names)
    }
    column = found
  }
  guard width > 1 else { throw DatasetError.noFeatures(path: path) }
  let values = table.doubleValues
  let features = values.indices.filter { $0 % width != column }.map { values[$0] }
  let labels = (0..<samples).map { values[$0 * width + column] }
  return try makeDataset(path, NDArray(features, shape: [samples, width - 1]), NDArray(labels), nil)
}

/// Images and the like are laid out flat, one row per sample; whole numbers as targets are labels.
private func makeDataset(_ path: String, _ features: NDArray, _ targets: NDArray, _ name: String?) throws -> Dataset {
  guard features.dimensions >= 1, targets.dimensions >= 1, features.count > 0 else {
    throw DatasetError.noRows(path: path)
  }
  let samples = features.shape[0]
  guard targets.shape[0] == samples else {
    throw DatasetError.lengthMismatch(expected: samples, found: targets.shape[0])
  }
  let values = targets.doubleValues
  let areWhole = values.allSatisfy { $0 == $0.rounded() && abs($0) <= 9_007_199_254_740_992 }
  // A column n × 1 is a list; more columns (one-hot rows) stay as they are.
  let shape: Dims = targets.count == samples ? [samples] : targets.shape
  let labels = areWhole ? NDArray(values.map { Int($0) }, shape: shape) : NDArray(values, shape: shape)
  return Dataset(
    features: NDArray(features.doubleValues, shape: [samples, features.count / samples]), targets: labels,
    targetName: name)
}
