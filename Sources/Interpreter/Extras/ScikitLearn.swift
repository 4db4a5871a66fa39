import Arrays
import Datasets

/// The names of scikit-learn that `import` binds, with scikit-learn's signatures and numbers.
enum ScikitLearn {
  static let datasets = [makeMoonsBuiltin, makeCirclesBuiltin, makeBlobsBuiltin]
  static let modelSelection = [trainTestSplitBuiltin]
  static let metrics = [accuracyScore]

  private static let makeMoonsBuiltin = Builtin(
    "make_moons", "make_moons(n_samples=100, *, shuffle=True, noise=None, random_state=None)",
    "Two half circles that reach into each other: points and their classes 0 and 1.",
    example: "from sklearn.datasets import make_moons\nX, Y = make_moons(n_samples=6, noise=0.2, random_state=42)\nY"
  ) { call in
    let samples = try sampleCount(call, 0, parts: 2)
    return try pair(
      makeMoons(samples, shuffle: call.bool(1), noise: call.optionalDouble(2), random: randomState(call, 3)))
  }

  private static let makeCirclesBuiltin = Builtin(
    "make_circles", "make_circles(n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8)",
    "A small circle within a large one: points and their classes 0 and 1.",
    example: "from sklearn.datasets import make_circles\nX, Y = make_circles(n_samples=6, random_state=1)\nY"
  ) { call in
    let samples = try sampleCount(call, 0, parts: 2)
    return try pair(
      makeCircles(
        samples, shuffle: call.bool(1), noise: call.optionalDouble(2), factor: call.double(4),
        random: randomState(call, 3)))
  }

  private static let makeBlobsBuiltin = Builtin(
    "make_blobs",
    "make_blobs(n_samples=100, n_features=2, *, centers=None, cluster_std=1.0, center_box=(-10.0, 10.0), shuffle=True, random_state=None, return_centers=False)",
    "Normal clouds of points, one for each class.",
    example: "from sklearn.datasets import make_blobs\nX, Y = make_blobs(n_samples=6, centers=2, random_state=1)\nY"
  ) { call in
    if try call.bool(7) { throw Fault(.unsupported, "make_blobs: return_centers does not exist here") }
    let samples = try sampleCount(call, 0, parts: nil)
    let features = try call.int(1)
    var centers: BlobCenters?
    if let value = call.optional(2) {
      centers = try value.asIndex.map { .count($0) } ?? .at(makeArray(value).cast(to: .float64))
    }
    let deviations = try call.array(3).doubleValues
    let box = try call.array(4).doubleValues
    guard box.count == 2 else { throw Fault(.value, "make_blobs: center_box must be two numbers") }
    return try pair(
      makeBlobs(
        samples, features: features, centers: centers, deviations: deviations, box: (box[0], box[1]),
        shuffle: call.bool(5),
        random: randomState(call, 6)))
  }

  private static let trainTestSplitBuiltin = Builtin(
    "train_test_split",
    "train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None)",
    "Divides arrays into a training part and a test part, the same samples of each.",
    example:
      "from sklearn.model_selection import train_test_split\ntrain_test_split(np.arange(5), test_size=2, random_state=0)"
  ) { call in
    guard case .tuple(let arrays) = call[0], !arrays.items.isEmpty else {
      throw Fault(.value, "train_test_split needs at least one array", hint: "train_test_split(X, Y, test_size=0.2)")
    }
    let tables = try arrays.items.map { value in
      let array = try makeArray(value)
      guard array.dimensions > 0 else { throw Fault(.type, "train_test_split cannot divide a single number") }
      return array
    }
    let samples = tables[0].shape[0]
    for table in tables where table.shape[0] != samples {
      throw DatasetError.lengthMismatch(expected: samples, found: table.shape[0])
    }
    let split = try trainTestSplit(
      samples, test: call.optional(1).map { try makeSplitSize($0, "test_size") },
      train: call.optional(2).map { try makeSplitSize($0, "train_size") }, shuffle: call.bool(4),
      stratify: call.optional(5).map { try makeArray($0) }, random: randomState(call, 3))
    var parts: [Value] = []
    for (table, original) in zip(tables, arrays.items) {
      for positions in [split.train, split.test] {
        if case .list(let list) = original {
          parts.append(.list(ListObject(positions.map { list.items[$0] })))
        } else {
          parts.append(.array(try selectRows(table, positions)))
        }
      }
    }
    return .list(ListObject(parts))
  }

  private static let accuracyScore = Builtin(
    "accuracy_score", "accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None)",
    "The share of predictions that are right.",
    example: "from sklearn.metrics import accuracy_score\naccuracy_score([0, 1, 1, 0], [0, 1, 0, 0])"
  ) { call in
    let truth = try labels(call.array(0))
    let prediction = try labels(call.array(1))
    guard truth.count == prediction.count else {
      throw DatasetError.lengthMismatch(expected: truth.count, found: prediction.count)
    }
    guard !truth.isEmpty else { throw Fault(.value, "accuracy_score needs at least one sample") }
    let isShare = try call.bool(2)
    guard let weightValue = call.optional(3) else {
      let right = zip(truth, prediction).count { $0 == $1 }
      return isShare ? .float(Double(right) / Double(truth.count)) : .float(Double(right))
    }
    let weights = try makeArray(weightValue).doubleValues
    guard weights.count == truth.count else {
      throw DatasetError.lengthMismatch(expected: truth.count, found: weights.count)
    }
    var right = 0.0
    for (i, weight) in weights.enumerated() where truth[i] == prediction[i] { right += weight }
    return .float(isShare ? right / weights.reduce(0, +) : right)
  }
}

// MARK: - Arguments

/// A column of labels, or a 1-D array of them.
private func labels(_ array: NDArray) throws -> [Double] {
  guard array.dimensions == 1 || (array.dimensions == 2 && array.shape[1] == 1) else {
    throw Fault(.value, "labels must be a 1-D array or a column, not of shape \(array.shape.text)")
  }
  return array.doubleValues
}

/// `n_samples`: a number, or a number for each class.
private func sampleCount(_ call: Call, _ index: Int, parts: Int?) throws -> SampleCount {
  if let count = call[index].asIndex { return .total(count) }
  let counts = try materialize(call[index]).map { value in
    guard let count = value.asIndex else {
      throw Fault(.type, "n_samples must be an int or a tuple of ints, not \(value.typeName)")
    }
    return count
  }
  if let parts, counts.count != parts {
    throw Fault(.value, "n_samples must be an int or \(parts) ints, not \(counts.count)")
  }
  return .each(counts)
}

/// `random_state`: None is the global generator, an int one of its own, a RandomState itself.
private func randomState(_ call: Call, _ index: Int) throws -> RandomState {
  guard let value = call.optional(index) else { return call.session.generator }
  if case .generator(let generator) = value { return generator.state }
  guard let seed = value.asIndex else {
    throw Fault(.type, "random_state must be None, an int or a RandomState, not \(value.typeName)")
  }
  return try RandomState(seed: seed)
}

private func pair(_ dataset: Dataset) throws -> Value {
  .tuple(TupleObject([.array(dataset.features), .array(dataset.targets)]))
}
