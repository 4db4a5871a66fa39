import Arrays
import NeuralNetwork

/// `standardize`: mean and deviation of the training inputs, kept with the network, which scales every raw input with them on its way in. X,
/// X_train and X_test stay raw, so nothing is scaled twice: what is typed is raw, what the network computes from A0 on is scaled.
///
/// X_mean and X_std are bound for the formula `A0 = (X - X_mean) / X_std`. A scaling that was fitted before its network is the data's: each
/// network of as many inputs that is declared takes it.
extension Model {
  /// Of `A0 = (X - X_mean) / X_std`.
  static let scalingNames = ["X_mean", "X_std"]

  /// Takes the scaling fitted to the training data: for the network that is there, if it has as many inputs, and for the next.
  func standardize(_ scaling: InputScaling) -> (means: NDArray, deviations: NDArray) {
    if let network, network.declaration.inputs == scaling.means.count, network.scaling != scaling {
      network.setScaling(scaling)
      forgetPasses()
    }
    self.scaling = scaling
    return bindScaling(scaling)
  }

  /// Binds X_mean and X_std.
  @discardableResult
  func bindScaling(_ scaling: InputScaling) -> (means: NDArray, deviations: NDArray) {
    let shape: Dims = convention == .rows ? [scaling.means.count] : [scaling.means.count, 1]
    let means = NDArray(scaling.means, shape: shape)
    let deviations = NDArray(scaling.deviations, shape: shape)
    bindOwn("X_mean", .array(means))
    bindOwn("X_std", .array(deviations))
    return (means, deviations)
  }

  /// For new data. A network that has learned with its scaling keeps it: its weights mean nothing without.
  func forgetScalingOfData() {
    scaling = nil
    if let network, let scaling = network.scaling {
      guard network.history.losses.isEmpty else {
        _ = bindScaling(scaling)
        return
      }
      network.setScaling(nil)
      forgetPasses()
    }
    unbindMarked { Model.scalingNames.contains($0) }
  }

  /// What the classes are called: by the network that learned them, else by the data it would learn from.
  func classNames(of network: Network) -> [String] {
    let own = network.declaration.classNames
    if !own.isEmpty { return own }
    return network.task == .multiclass && classNames.count == network.outputs
      || network.task == .binary && network.outputs == 1 && classNames.count == 2 ? classNames : []
  }
}
