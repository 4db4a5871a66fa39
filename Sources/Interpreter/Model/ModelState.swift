import Arrays
import NeuralNetwork

/// Everything declared and bound, as it is at one moment. A new member is undone, compared and restored like the others.
struct ModelState: Equatable {
  var network: Network?
  var convention: Convention = .rows
  var precision: Precision = .float64
  var threads = Processors.count
  /// Whether forward, backward and step write their formulas as they run.
  var isTracing = false

  /// What `loss`, `optimizer` and `init` declared; a new network takes them.
  var loss: Loss?
  /// Whether a network has already taken `loss`: the next one drops it if it does not fit there.
  var lossIsTaken = false
  var optimizer = Optimizer(.sgd)
  var initializer = Initializer(.he)
  /// The seed of an `init` that stands before its network.
  var initializerSeed: Int?
  /// Its generator, while the layers come one by one.
  var layerGenerator: RandomState?

  /// The global names that are live parameters now: `W1`, `b1`, ….
  var parameterNames: [String: EngineName] = [:]
  /// What nn itself bound, by name: what `reset` removes, and what may be replaced without a remark.
  var marks: [String: BindingMark] = [:]
  /// Names already remarked upon.
  var noticed: Set<String> = []
  /// Names bound by `data`, `split` and `standardize`.
  var dataNames: Set<String> = []
  /// What `standardize` has fitted to the data that are bound; the next network of as many inputs takes it.
  var scaling: InputScaling?
  /// What the classes of `Y` are called in the file they come from.
  var classNames: [String] = []
  /// What the features of `X` are called there; empty where they have no names.
  var featureNames: [String] = []
}

extension BindingMark: Equatable {
  static func == (left: BindingMark, right: BindingMark) -> Bool {
    switch (left, right) {
    case (.array(let a), .array(let b)): a === b
    case (.number(let a), .number(let b)): a.bitPattern == b.bitPattern
    default: false
    }
  }
}

extension Network: Equatable {
  /// The same object.
  public static func == (left: Network, right: Network) -> Bool { left === right }
}

extension RandomState: Equatable {
  /// The same object.
  public static func == (left: RandomState, right: RandomState) -> Bool { left === right }
}
