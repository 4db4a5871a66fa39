import Arrays

/// One round of scikit-learn's `StratifiedShuffleSplit`.
func stratifiedSplit(_ samples: Int, train: Int, test: Int, labels: NDArray, random: RandomState) throws -> Split {
  let classes = try Classes(labels)
  guard classes.of.count == samples else {
    throw DatasetError.lengthMismatch(expected: samples, found: classes.of.count)
  }
  let counts = classes.members.map(\.count)
  let tooSmall = counts.indices.filter { counts[$0] < 2 }
  if !tooSmall.isEmpty { throw DatasetError.classTooSmall(classes: tooSmall.map { classes.names[$0] }) }
  for (part, size) in [("train_size", train), ("test_size", test)] where size < counts.count {
    throw DatasetError.partTooSmall(part: part, size: size, classes: counts.count)
  }
  let trainCounts = try approximateMode(counts, draws: train, random)
  let testCounts = try approximateMode(zip(counts, trainCounts).map { $0 - $1 }, draws: test, random)
  var split = Split(train: [], test: [])
  for (label, members) in classes.members.enumerated() {
    let order = random.permutedIndices(members.count).map { members[$0] }
    let middle = trainCounts[label]
    split.train += order[..<middle]
    split.test += order[middle..<min(middle + testCounts[label], order.count)]
  }
  split.train = random.permutedIndices(split.train.count).map { split.train[$0] }
  split.test = random.permutedIndices(split.test.count).map { split.test[$0] }
  return split
}

/// The likeliest numbers of members of each class among `draws` drawn without putting back, ties broken by `random`: scikit-learn's
/// `_approximate_mode`. Whole parts of the expected numbers first, then one more where the remainder is largest.
private func approximateMode(_ counts: [Int], draws: Int, _ random: RandomState) throws -> [Int] {
  let total = Double(counts.reduce(0, +))
  let expected = counts.map { Double($0) / total * Double(draws) }
  var chosen = expected.map { $0.rounded(.down) }
  var missing = Int(Double(draws) - chosen.reduce(0, +))
  guard missing > 0 else { return chosen.map { Int($0) } }
  let remainders = zip(expected, chosen).map { $0 - $1 }
  for value in Set(remainders).sorted(by: >) {
    let tied = remainders.indices.filter { remainders[$0] == value }
    let adding = min(tied.count, missing)
    for i in random.permutedIndices(tied.count).prefix(adding) { chosen[tied[i]] += 1 }
    missing -= adding
    if missing == 0 { break }
  }
  return chosen.map { Int($0) }
}

/// The samples of each class, classes in ascending order.
private struct Classes {
  var of: [Int] = []
  var names: [String] = []
  var members: [[Int]] = []

  init(_ labels: NDArray) throws {
    guard labels.dimensions == 1 || labels.dimensions == 2 else {
      throw ArrayError.badValue("stratify has \(labels.dimensions) dimensions, it needs 1 or 2")
    }
    let values = labels.doubleValues
    guard values.allSatisfy(\.isFinite) else { throw DatasetError.notFinite(what: "stratify") }
    if labels.dimensions == 1 {
      // Integers beyond 2⁵³ would fall together as doubles.
      if labels.dtype == .int64 {
        group((0..<labels.count).map { labels.ints[$0 * labels.strides[0]] }) { String($0) }
      } else {
        group(values) { labels.dtype == .bool ? $0 == 0 ? "False" : "True" : pythonRepr($0) }
      }
    } else {
      // Rows are compared by their text, as scikit-learn does; whole numbers by all their digits.
      let width = labels.shape[1]
      let whole = labels.dtype == .int64 ? try labels.copy() : nil
      func word(_ i: Int) -> String {
        if let whole { return String(whole.ints[i]) }
        return labels.dtype == .bool ? values[i] == 0 ? "False" : "True" : pythonRepr(values[i])
      }
      let rows = (0..<labels.shape[0]).map { row in
        ((row * width)..<((row + 1) * width)).map(word).joined(separator: " ")
      }
      group(rows) { $0 }
    }
  }

  private mutating func group<Label: Hashable & Comparable>(_ labels: [Label], name: (Label) -> String) {
    let sorted = Set(labels).sorted()
    let number = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
    names = sorted.map(name)
    members = Array(repeating: [], count: sorted.count)
    of = labels.map { number[$0]! }
    for (i, label) in of.enumerated() { members[label].append(i) }
  }
}
