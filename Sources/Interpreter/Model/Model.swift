import Arrays
import NeuralNetwork

/// What the commands of a session share: the network, its declaration, the data, the settings.
public final class Model {
  unowned let session: Session

  /// The live network; nil before `network` or `input`.
  public internal(set) var network: Network? {
    didSet { if let network, network.observer == nil { network.observer = NetworkRecorder() } }
  }
  public internal(set) var convention: Convention = .rows
  /// The engine's number type.
  public internal(set) var precision: Precision = .float64
  /// Threads that a large batch may be spread over.
  var threads = Processors.count {
    didSet {
      network?.threads = threads
      Processors.useInProducts(threads)
    }
  }
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
  public internal(set) var parameterNames: [String: EngineName] = [:]
  /// What nn itself bound, by name: what `reset` removes, and what may be replaced without a remark.
  var marks: [String: BindingMark] = [:]
  /// Names already remarked upon.
  var noticed: Set<String> = []
  /// Names bound by `data`, `split` and `standardize`.
  var dataNames: Set<String> = []
  /// What the classes of `Y` are called in the file they come from.
  var classNames: [String] = []
  /// What the features of `X` are called there; empty where they have no names.
  var featureNames: [String] = []
  /// Files that run files that run files …
  var runDepth = 0

  private var callIsLine: (isLine: Bool, isSilent: Bool) = (false, false)

  public init(session: Session) { self.session = session }

  /// For a command's function called as a statement of its own, `train(1000, every=100)`: the evaluator makes the call inside `body`, with
  /// the arguments already evaluated, and the call reports as the line would.
  public func callingAsLine<Result>(isSilent: Bool, _ body: () throws -> Result) rethrows -> Result {
    callIsLine = (true, isSilent)
    defer { callIsLine = (false, false) }
    return try body()
  }

  func takeCallIsLine() -> (isLine: Bool, isSilent: Bool) {
    defer { callIsLine = (false, false) }
    return callIsLine
  }

  /// The network, or the error that there is none.
  func requireNetwork() throws -> Network {
    if let network { return network }
    throw Fault(.network, "there is no network yet", hint: "declare one: network 2 -> 10 relu -> 1 sigmoid")
  }

  /// Forgets the network, its declaration, the data and every name nn bound. Names of the user, settings and the convention stay.
  func reset() {
    network = nil
    loss = nil
    lossIsTaken = false
    optimizer = Optimizer(.sgd)
    initializer = Initializer(.he)
    initializerSeed = nil
    parameterNames = [:]
    unbindMarked { _ in true }
    dataNames = []
    classNames = []
    featureNames = []
    noticed = []
  }
}
