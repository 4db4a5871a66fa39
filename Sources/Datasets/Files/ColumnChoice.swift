/// Which columns of a table are the features and which the targets, by position.
struct ColumnChoice {
  let features: [Int]
  let targets: [Int]

  init(_ options: ReadingOptions, _ names: [String], path: String) throws {
    func find(_ reference: ColumnReference) throws -> Int {
      switch reference {
      case .number(let number):
        let position = number < 0 ? names.count + max(number, -names.count - 1) : number
        if names.indices.contains(position) { return position }
        // A header of numbers: 2003 is a name there.
        if let named = names.firstIndex(of: String(number)) { return named }
        throw DatasetError.noSuchColumn(path: path, number: number, columns: names)
      case .name(let name):
        let found = names.indices.filter { names[$0].utf8.elementsEqual(name.utf8) }
        guard let first = found.first else {
          throw DatasetError.unknownColumn(path: path, name: name, columns: names)
        }
        guard found.count == 1 else { throw DatasetError.ambiguousColumn(path: path, name: name, numbers: found) }
        return first
      }
    }
    let ignored = Set(try options.ignored.map(find))
    var targets: [Int] = []
    for target in try options.targets.map(find) where !targets.contains(target) {
      if ignored.contains(target) { throw DatasetError.ignoredTarget(path: path, name: names[target]) }
      targets.append(target)
    }
    if targets.isEmpty, let last = names.indices.last(where: { !ignored.contains($0) }) { targets = [last] }
    var taken = ignored.union(targets)
    let features = try (options.columns?.map(find) ?? Array(names.indices)).filter { taken.insert($0).inserted }
    guard !features.isEmpty, !targets.isEmpty else { throw DatasetError.noFeatures(path: path) }
    self.features = features
    self.targets = targets
  }
}
