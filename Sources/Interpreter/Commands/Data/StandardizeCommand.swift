import Arrays
import Datasets
import NeuralNetwork

extension Command {
  static let standardize = Command(
    "standardize", .data, "Scales each feature to mean 0 and standard deviation 1.",
    details: """
      X = (X - mean) / std, feature by feature. After split, mean and std are those of
      X_train, and X_train, X_test and X are scaled with them. A feature that never changes
      is only shifted. Returns mean and std.
      """,
    examples: ["data blobs samples=200 seed=1", "split seed=1", "standardize", "show data"],
    seeAlso: ["data", "split"]
  ) { input in
    let model = input.model
    let isTurned = model.convention == .columns
    var bound: [(name: String, array: NDArray)] = []
    for name in ["X_train", "X", "X_test"] {
      guard let value = input.session.lookup(name) else { continue }
      let array = try makeArray(value)
      bound.append((name, isTurned && array.dimensions == 2 ? try array.turned() : array))
    }
    guard let fitted = bound.first, fitted.name != "X_test" else {
      throw Fault(.network, "there are no data to scale: X has no value", hint: "data moons samples=1000 noise=0.2")
    }
    let scaler = try Standardizer(fitting: fitted.array)
    let scaled = try bound.map { (name, array) in
      let result = try scaler.apply(to: array)
      return (name: name, array: isTurned && result.dimensions == 2 ? try result.turned() : result)
    }
    model.bindData(scaled)
    input.confirm("scaled \(scaled.map(\.name).joined(separator: ", "))")
    return .tuple(TupleObject([.array(NDArray(scaler.means)), .array(NDArray(scaler.deviations))]))
  }
}
