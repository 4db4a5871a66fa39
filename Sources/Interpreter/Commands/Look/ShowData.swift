import Arrays
import NeuralNetwork
import Plotting
import Support

extension Show {
  private static let mostClasses = 10
  private static let mostFeatures = 20

  static func data(_ model: Model) throws -> StyledText {
    let names = ["X", "Y", "X_train", "Y_train", "X_test", "Y_test"]
    var arrays: [(String, NDArray)] = []
    for name in names {
      if let value = model.session.lookup(name), let array = try? makeArray(value) { arrays.append((name, array)) }
    }
    guard !arrays.isEmpty else {
      throw Fault(.network, "there are no data: X and Y have no value", hint: model.givingData("X and Y"))
    }
    var table = TextTable([("name", .left), ("shape", .left), ("type", .left), ("classes", .left)])
    for (name, array) in arrays {
      table.add([name, array.shape.text, array.dtype.name, name.hasPrefix("Y") ? try classes(array, model) : ""])
    }
    var text = table.styled
    let features =
      arrays.first { $0.0 == "X_train" } ?? arrays.first { $0.0 == "X" } ?? arrays.first { $0.0 == "X_test" }
    if let (name, array) = features, array.dimensions == 2 {
      text.append("\n")
      text.append(ranges(name, array, axis: 1 - model.sampleAxis, names: model.featureNames))
    }
    return text
  }

  /// `0: 500, 1: 500`, for whole numbers; rows with a single 1 are classes too.
  private static func classes(_ array: NDArray, _ model: Model) throws -> String {
    let names = model.classNames
    let targets = array.dimensions == 2 && model.convention == .columns ? try array.turned() : array
    var labels = targets.doubleValues
    if targets.dimensions > 1, targets.shape[0] != targets.count {
      let width = targets.count / max(targets.shape[0], 1)
      guard width > 0, labels.allSatisfy({ $0 == 0 || $0 == 1 }) else { return "\(width) targets" }
      let rows = (0..<targets.shape[0]).map { labels[$0 * width..<($0 + 1) * width] }
      guard rows.allSatisfy({ $0.reduce(0, +) == 1 }) else { return "\(width) targets" }
      labels = rows.map { Double($0.firstIndex(of: 1)! - $0.startIndex) }
    }
    var counts: [Int: Int] = [:]
    var isWhole = array.dimensions > 0 && array.count > 0
    for value in labels {
      guard isWhole, let label = Int(exactly: value), counts.count <= 1000 else {
        isWhole = false
        break
      }
      counts[label, default: 0] += 1
    }
    guard isWhole, counts.count <= 1000 else { return "" }
    var parts = counts.keys.sorted().prefix(mostClasses).map { label in
      "\(names.indices.contains(label) ? TextWidth.shortened(names[label], to: 30) : "\(label)"): \(counts[label]!)"
    }
    if counts.count > mostClasses { parts.append("… \(counts.count) classes") }
    return parts.joined(separator: ", ")
  }

  /// What is nan or inf is counted and left out of the rest.
  private static func ranges(_ name: String, _ array: NDArray, axis: Int, names: [String]) -> StyledText {
    let count = array.shape[axis]
    let summaries = (0..<min(count, mostFeatures)).map {
      Statistics(array, axis: axis, index: $0, onlyFinite: true)
    }
    let isBroken = summaries.contains { $0.nans + $0.infinities > 0 }
    var table = TextTable(
      [("feature of \(name)", .left), ("min", .right), ("max", .right), ("mean", .right), ("std", .right)]
        + (isBroken ? [("nan", .right), ("inf", .right)] : []))
    for (feature, summary) in summaries.enumerated() {
      let title = names.count == count ? "\(feature) \(names[feature])" : "\(feature)"
      var cells = [TextWidth.shortened(title, to: 60)]
      cells += [summary.minimum, summary.maximum, summary.mean, summary.deviation].map { NumberText.short($0, 4) }
      if isBroken { cells += ["\(summary.nans)", "\(summary.infinities)"] }
      table.add(cells)
    }
    var text = table.styled
    let rest = count - mostFeatures
    if rest > 0 { text.append("and \(counted(rest, "more feature"))\n", .dim) }
    return text
  }
}
