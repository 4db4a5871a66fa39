extension FindingKind {
  static let labels = FindingKind(
    "labels",
    why:
      "the loss takes its targets to mean something else than these numbers, so its smallest value is no right answer"
  ) { patient in
    if let error = patient.labelsError { return [refused(error, patient)] }
    guard let y = patient.y, y.isFinite, y.rows > 0 else { return [] }
    let values = Set(y.values)
    if values.count == 1, y.rows >= 10, patient.network.task != .regression || y.columns == 1 {
      return [
        ("every one of the \(patient.given) targets is \(y.values[0]): there is nothing to tell apart", ["show data"])
      ]
    }
    switch patient.loss.name {
    case "binary_cross_entropy":
      let outside = y.values.filter { $0 < 0 || $0 > 1 }
      guard let first = outside.first else { return [] }
      return [
        (
          "binary_cross_entropy takes 0 and 1, but \(.share(Double(outside.count) / Double(y.values.count))) of \(.targets) are not between them: \(first), for one",
          outsideBinary(values, patient)
        )
      ]
    case "cross_entropy":
      for row in 0..<y.rows {
        let numbers = y.values[row * y.columns..<(row + 1) * y.columns]
        if let place = numbers.firstIndex(where: { $0 < 0 }) {
          let index = [row, place - row * y.columns]
          return [
            (
              "cross_entropy takes the probabilities of the classes, and \(.targets)\(patient.declaration.convention == .rows ? index : index.reversed()) = \(numbers[place]) is not a probability: with it the loss falls below 0 without end",
              ["show data"]
            )
          ]
        }
        let sum = numbers.reduce(0, +)
        if abs(sum - 1) > 1e-6 {
          let axis = patient.declaration.convention.unitsAxis
          return [
            (
              "cross_entropy takes the probabilities of the classes, but those of sample \(row) add up to \(sum)",
              ["\(.targets) = \(.targets) / \(.targets).sum(axis=\(axis), keepdims=True)"]
            )
          ]
        }
      }
      return []
    case "hinge":
      guard let first = y.values.first(where: { abs($0) != 1 }) else { return [] }
      return [
        (
          "hinge takes -1 and 1, but \(.targets) holds \(first)",
          values.isSubset(of: [0, 1]) ? ["\(.targets) = 2 * \(.targets) - 1"] : ["show data"]
        )
      ]
    default: return []
    }
  }

  private static func outsideBinary(_ values: Set<Double>, _ patient: Patient) -> [FactText] {
    if values.isSubset(of: [-1, 1]) { return ["\(.targets) = (\(.targets) > 0).astype(int)"] }
    let areClasses = values.allSatisfy { $0 >= 0 && $0 == $0.rounded(.down) && $0 < 1000 }
    if areClasses, let largest = values.max(), patient.network.outputs == 1 {
      return ["network \(.declaration(patient.declaration(output: "softmax", units: Int(largest) + 1)))"]
    }
    return ["network \(.declaration(patient.declaration(output: "linear")))"]
  }

  private static func refused(_ error: NetworkError, _ patient: Patient) -> (FactText, [FactText]) {
    switch error {
    case .badLabel(let value, let index, let classes):
      let largest = patient.labels.max() ?? value
      let fix: FactText =
        largest == Double(classes) && (patient.labels.min() ?? 0) == 1
        ? "\(.targets) = \(.targets) - 1"
        : largest >= Double(classes) && largest < 1e6 && largest == largest.rounded(.down)
          ? "network \(.declaration(patient.declaration(output: "softmax", units: Int(largest) + 1)))" : "show data"
      return (
        "\(.targets) holds \(value) at \(index), but the output has \(classes) units: classes 0 to \(classes - 1)",
        [fix]
      )
    case .targetShape(_, let expected, _):
      let fits = patient.labels.count == expected.product
      return (
        "\(.targets) holds \(patient.labels.count) numbers in another shape than the prediction's, \(Array(expected))",
        [
          fits
            ? "\(.targets) = \(.targets).reshape\(expected[0] == 1 ? "(1, -1)" : "(-1, \(expected[1]))")" : "show data"
        ]
      )
    default: return ("\(.targets) do not fit the network's output", ["show data"])
    }
  }
}
