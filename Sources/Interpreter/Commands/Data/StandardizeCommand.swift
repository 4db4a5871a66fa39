import Arrays
import Datasets
import NeuralNetwork

extension Command {
  static let standardize = Command(
    "standardize", .data, "Lets the network scale each feature to mean 0 and standard deviation 1.",
    details: """
      Takes mean and standard deviation of X_train, else of X, and gives them to the network:
        A0 = (X - X_mean) / X_std
      Every input is scaled so on its way in, in forward, train, predict, evaluate and plot
      boundary; X, X_train and X_test stay as they are, and what you type is raw. `save` and
      `load` keep it. A network declared later takes it too, until there are new data. A
      feature that never changes is only shifted. Returns mean and std.
      """,
    examples: [
      "data blobs samples=200 seed=1", "split seed=1", "network 2 -> 3 softmax", "standardize", "forward",
      "A0.mean(axis=0)",
    ],
    seeAlso: ["data", "split", "forward", "save"]
  ) { input in
    let model = input.model
    guard let name = ["X_train", "X"].first(where: { input.session.lookup($0) != nil }),
      let value = input.session.lookup(name)
    else {
      throw Fault(.network, "there are no data to scale: X has no value", hint: model.givingData("X"))
    }
    var data = try makeArray(value)
    if data.dimensions == 1 {
      // Many samples of one feature.
      data = try data.reshaped([data.count, 1])
    } else if model.convention == .columns, data.dimensions == 2 {
      data = data.transposed
    }
    let scaler = try Standardizer(fitting: data)
    guard let scaling = InputScaling(means: scaler.means, deviations: scaler.deviations) else {
      throw Fault(.value, "the numbers of \(name) are too large to be scaled")
    }
    let (means, deviations) = model.standardize(scaling)
    input.confirm(
      "the network takes (\(name) - X_mean) / X_std: \(counted(scaling.means.count, "feature")); \(name) stays raw")
    return .tuple(TupleObject([.array(means), .array(deviations)]))
  }
}
