import Arrays

/// The features and targets of an archive, and those of its test part if it has one.
func readNpzDataset(_ path: String, _ options: ReadingOptions) throws -> Dataset {
  if let option = options.tableOption { throw DatasetError.optionOfTables(path: path, option: option) }
  let archive = try NpzArchive(path)
  let choice = try ArrayChoice(archive, options.targets)
  var taken = [choice.features, choice.targets]
  if let test = choice.test { taken += [test.features, test.targets] }
  try archive.checkSize(of: taken)
  let pair = try readPair(archive, choice.features, choice.targets)
  let test = try choice.test.map { try readPair(archive, $0.features, $0.targets) }
  var report = ReadingReport()
  let roles = choice.test == nil ? ["X", "Y"] : ["X_train", "Y_train", "X_test", "Y_test"]
  report.taken = zip(roles, taken).map { .init(role: $0, array: $1.name) }
  report.isGuessed = choice.isGuessed
  report.left = archive.entries.map(\.name).filter { name in !taken.contains { $0.name.utf8.elementsEqual(name.utf8) } }
  return Dataset(
    features: pair.features, targets: pair.targets, targetName: choice.targets.name, report: report, test: test)
}

/// Which arrays of an archive are what.
private struct ArrayChoice {
  private(set) var features: NpzArchive.Entry
  private(set) var targets: NpzArchive.Entry
  let test: (features: NpzArchive.Entry, targets: NpzArchive.Entry)?
  /// Whether the names did not say it.
  let isGuessed: Bool

  init(_ archive: NpzArchive, _ wanted: [ColumnReference]) throws {
    let names = archive.entries.map(\.name)
    func named(_ name: String) -> NpzArchive.Entry? {
      archive.entries.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
    func find(_ candidates: [String]) -> NpzArchive.Entry? { candidates.lazy.compactMap(named).first }
    var features = find(["X", "x", "X_train", "x_train", "train_images", "data", "features", "inputs", "images"])
    var targets = find([
      "Y", "y", "Y_train", "y_train", "train_labels", "target", "targets", "labels", "label", "outputs",
    ])
    if let target = wanted.first {
      guard wanted.count == 1, case .name(let name) = target else {
        throw DatasetError.optionOfTables(
          path: archive.path, option: wanted.count == 1 ? "a number as target" : "several targets")
      }
      targets = named(name)
      if targets == nil { throw DatasetError.unknownColumn(path: archive.path, name: name, columns: names) }
      if let same = features, same.name == targets?.name { features = nil }
    }
    // Two arrays without such names, as `np.savez(file, X, Y)` writes them: features first, unless only the second is a matrix.
    var isGuessed = false
    if names.count == 2, features == nil || targets == nil {
      isGuessed = features == nil && targets == nil
      if features == nil { features = archive.entries.first { $0.name != targets?.name } }
      if targets == nil { targets = archive.entries.first { $0.name != features?.name } }
      if isGuessed, let first = features, let second = targets,
        try archive.shape(first).count < 2, try archive.shape(second).count >= 2
      {
        (features, targets) = (second, first)
      }
    }
    guard let features else { throw DatasetError.unknownArrays(path: archive.path, wanted: "features", names: names) }
    guard let targets else { throw DatasetError.unknownArrays(path: archive.path, wanted: "targets", names: names) }
    self.features = features
    self.targets = targets
    self.isGuessed = isGuessed
    let testFeatures = find(["X_test", "x_test", "test_images"])
    let testTargets = find(["Y_test", "y_test", "test_labels"])
    let isTrainingPart = features.name.contains("train") && targets.name.contains("train")
    if isTrainingPart, let testFeatures, let testTargets { test = (testFeatures, testTargets) } else { test = nil }
  }
}

/// Images and the like are laid out flat, one row per sample. The numbers of samples are compared before anything is read.
private func readPair(
  _ archive: NpzArchive, _ features: NpzArchive.Entry, _ targets: NpzArchive.Entry
) throws -> (features: NDArray, targets: NDArray) {
  let (shape, targetShape) = (try archive.shape(features), try archive.shape(targets))
  for (entry, shape) in [(features, shape), (targets, targetShape)] where shape.product == 0 || shape.count == 0 {
    throw DatasetError.emptyArray(path: archive.path, entry: entry.name, shape: Array(shape))
  }
  guard shape[0] == targetShape[0] else {
    throw DatasetError.samplesDiffer(
      path: archive.path, features: features.name, samples: shape[0], targets: targets.name, count: targetShape[0])
  }
  let values = try archive.array(features, asFloats: true)
  return (
    try values.reshaped([shape[0], shape.product / shape[0]]), try boundTargets(archive.array(targets))
  )
}

/// Targets as they are bound: one number a sample is a list, of labels if all are whole; anything else keeps its shape and its numbers.
func boundTargets(_ targets: NDArray) throws -> NDArray {
  let samples = targets.shape[0]
  let isList = targets.count == samples
  let shape: Dims = isList ? [samples] : targets.shape
  switch targets.dtype {
  case .bool: return NDArray((0..<targets.count).map { targets.bools[$0] ? 1 : 0 }, shape: shape)
  case .float64 where isList:
    if let labels = wholeLabels(targets.doubles, targets.count) { return NDArray(labels, shape: shape) }
  default: break
  }
  return try targets.reshaped(Array(shape))
}
