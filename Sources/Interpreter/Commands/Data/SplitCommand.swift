import Arrays
import Datasets
import NeuralNetwork
import Syntax

extension Command {
  static let split = Command(
    "split", .data, "Divides X and Y into a training part and a test part.",
    parameters: [
      .option("test", default: "0.25", "the share of the test part, or its number of samples"),
      .option("seed", "draws from a generator of its own with this seed; without it from the global one"),
      .option("shuffle", default: "True", "whether the samples are drawn in random order"),
      .option("stratify", default: "False", "whether both parts get the classes in the same proportions"),
    ],
    details: """
      Binds X_train, X_test, Y_train, Y_test, which train and evaluate then take. The same
      samples as scikit-learn's train_test_split(X, Y, test_size=…, random_state=…).
      """,
    examples: ["data moons samples=200 noise=0.2 seed=42", "split test=0.2 seed=42", "X_train.shape"],
    seeAlso: ["data", "train", "evaluate"]
  ) { input in
    let model = input.model
    let size = try input.splitSize("test")
    let stratify = try input.bool("stratify") ?? false
    let shuffle = try input.bool("shuffle") ?? true
    guard let xValue = input.session.lookup("X"), let yValue = input.session.lookup("Y") else {
      throw Fault(
        .network, "there are no data to split: X and Y have no value", hint: input.model.givingData("X and Y"))
    }
    var (x, y) = (try makeArray(xValue), try makeArray(yValue))
    let isTurned = model.convention == .columns
    if isTurned {
      if x.dimensions == 2 { x = try x.turned() }
      if y.dimensions == 2 { y = try y.turned() }
    }
    guard x.dimensions > 0, y.dimensions > 0, x.shape[0] == y.shape[0] else {
      func extent(_ name: String, _ array: NDArray) -> String {
        array.dimensions > 0 ? "\(name) has \(counted(array.shape[0], "sample"))" : "\(name) is a single number"
      }
      throw Fault(
        .value, "split: \(extent("X", x)), \(extent("Y", y))", hint: "each sample of X needs its target in Y")
    }
    let random = try input.ownGenerator()
    let parts = try input.placing("test") {
      try trainTestSplit(x.shape[0], test: size, shuffle: shuffle, stratify: stratify ? y : nil, random: random)
    }
    func pick(_ array: NDArray, _ positions: [Int]) throws -> NDArray {
      let part = try selectRows(array, positions)
      return isTurned && part.dimensions == 2 ? try part.turned() : part
    }
    let result = [
      ("X_train", try pick(x, parts.train)), ("X_test", try pick(x, parts.test)),
      ("Y_train", try pick(y, parts.train)), ("Y_test", try pick(y, parts.test)),
    ]
    model.bindData(result.map { (name: $0.0, array: $0.1) })
    input.confirm("X_train \(result[0].1.shape.text), X_test \(result[1].1.shape.text)")
    return .tuple(TupleObject(result.map { .array($0.1) }))
  }
}

extension CommandInput {
  /// A share (0.2) or a number of samples (200).
  func splitSize(_ name: String) throws -> SplitSize? {
    guard let value = value(name) else { return nil }
    return try placing(name) {
      let size = try makeSplitSize(value, name)
      let isGood =
        switch size {
        case .fraction(let share): share > 0 && share < 1
        case .count(let count): count > 0
        }
      guard isGood else {
        throw Fault(
          .value, "\(name) must be a share between 0 and 1 or a number of samples, not \(size.text)",
          hint: "\(line: "split test=0.2")")
      }
      return size
    }
  }
}

/// A share if it is a float, a number of samples if it is an int.
func makeSplitSize(_ value: Value, _ name: String) throws -> SplitSize {
  if let count = value.asIndex { return .count(count) }
  guard let share = value.asDouble else { throw Fault(.type, "\(name) must be a number, not \(value.typeName)") }
  return .fraction(share)
}
