import Arrays
import NeuralNetwork
import Syntax

/// The data that commands take when none are named.
extension Model {
  struct Data {
    let inputs: NDArray
    let targets: NDArray
    let inputsName: String
    let targetsName: String
  }

  /// `X_train, Y_train` if both are bound, else `X, Y`.
  func trainingData() throws -> Data {
    if let data = try data("X_train", "Y_train") { return data }
    if let data = try data("X", "Y") { return data }
    throw Fault(
      .network, "there are no training data: X and Y have no value",
      hint: givingData("X and Y"))
  }

  /// `X_test, Y_test` if both are bound, else the training data.
  func testData() throws -> Data {
    if let data = try data("X_test", "Y_test") { return data }
    return try trainingData()
  }

  /// What `forward` takes when it stands alone: the training inputs; in columns, when there are none, `x`.
  func trainingInputs() throws -> NDArray {
    for name in Model.inputNames {
      if let value = session.lookup(name) { return try makeArray(value) }
    }
    throw Fault(
      .network, "forward has no input: X has no value", hint: passes(to: "forward") + ", or " + givingData("X"))
  }

  /// What `backward` takes when it stands alone: the training targets; in columns, when there are none, `y`.
  func trainingTargets() throws -> NDArray {
    for name in targetNames {
      if let value = session.lookup(name) { return try makeArray(value) }
    }
    throw Fault(.network, "backward has no targets: Y has no value", hint: passes(to: "backward") + ", or assign Y")
  }

  private static let inputNames = ["X_train", "X", "x"]

  private var targetNames: [String] { (session.lookup("X_train") != nil ? ["Y_train"] : []) + ["Y", "y"] }

  /// Whether `forward` alone has its input.
  var hasInputs: Bool { Model.inputNames.contains { session.lookup($0) != nil } }

  /// Whether `backward` alone has its targets.
  var hasTargets: Bool { targetNames.contains { session.lookup($0) != nil } }

  private func data(_ inputs: String, _ targets: String) throws -> Data? {
    guard let x = session.lookup(inputs), let y = session.lookup(targets) else { return nil }
    return Data(inputs: try makeArray(x), targets: try makeArray(y), inputsName: inputs, targetsName: targets)
  }

  /// Binds arrays of the data commands, all of them or none.
  func bindData(_ pairs: [(name: String, array: NDArray)]) {
    for (name, array) in pairs {
      // Data are the user's own asking, so replacing X is no news.
      noticed.insert(name)
      bindOwn(name, .array(array))
      dataNames.insert(name)
    }
  }

  /// The axis along which samples lie.
  var sampleAxis: Int { convention.samplesAxis }

  /// Whether data of the data commands are still bound.
  var hasData: Bool { dataNames.contains { session.lookup($0) != nil } }
}
