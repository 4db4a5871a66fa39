import Arrays
import NeuralNetwork
import Syntax

/// What the commands of a session share: the network, its declaration, the data, the settings. What it is at a moment stands in ``ModelState``.
public final class Model {
  unowned let session: Session

  /// All that a line can change here, but for the network's contents: undo saves it whole.
  var state = ModelState()

  /// Files that run files that run files …
  var runDepth = 0

  private var callIsLine: (isLine: Bool, isSilent: Bool) = (false, false)

  public init(session: Session) { self.session = session }

  /// The live network; nil before `network` or `input`.
  public internal(set) var network: Network? {
    get { state.network }
    set {
      state.network = newValue
      if let newValue { session.timeline?.watch(newValue) }
    }
  }
  public internal(set) var convention: Convention {
    _read { yield state.convention }
    _modify { yield &state.convention }
  }
  public internal(set) var precision: Precision {
    _read { yield state.precision }
    _modify { yield &state.precision }
  }
  public internal(set) var parameterNames: [String: EngineName] {
    _read { yield state.parameterNames }
    _modify { yield &state.parameterNames }
  }
  var isTracing: Bool {
    _read { yield state.isTracing }
    _modify { yield &state.isTracing }
  }
  var loss: Loss? {
    _read { yield state.loss }
    _modify { yield &state.loss }
  }
  var lossIsTaken: Bool {
    _read { yield state.lossIsTaken }
    _modify { yield &state.lossIsTaken }
  }
  var optimizer: Optimizer {
    _read { yield state.optimizer }
    _modify { yield &state.optimizer }
  }
  var initializer: Initializer {
    _read { yield state.initializer }
    _modify { yield &state.initializer }
  }
  var initializerSeed: Int? {
    _read { yield state.initializerSeed }
    _modify { yield &state.initializerSeed }
  }
  var layerGenerator: RandomState? {
    _read { yield state.layerGenerator }
    _modify { yield &state.layerGenerator }
  }
  var marks: [String: BindingMark] {
    _read { yield state.marks }
    _modify { yield &state.marks }
  }
  var noticed: Set<String> {
    _read { yield state.noticed }
    _modify { yield &state.noticed }
  }
  var dataNames: Set<String> {
    _read { yield state.dataNames }
    _modify { yield &state.dataNames }
  }
  var scaling: InputScaling? {
    _read { yield state.scaling }
    _modify { yield &state.scaling }
  }
  var classNames: [String] {
    _read { yield state.classNames }
    _modify { yield &state.classNames }
  }
  var featureNames: [String] {
    _read { yield state.featureNames }
    _modify { yield &state.featureNames }
  }
  var threads: Int { state.threads }

  /// Threads that a large batch may be spread over.
  func setThreads(_ count: Int) {
    state.threads = count
    useThreads()
  }

  /// Hands ``ModelState/threads`` on to what computes.
  func useThreads() {
    network?.threads = state.threads
    Processors.use(state.threads)
  }

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
    throw Fault(.network, "there is no network yet", hint: "declare one: \(line: networkLine)")
  }

  /// Forgets the network, its declaration, the data and every name nn bound. Names of the user, settings and the convention stay.
  func reset() {
    unbindMarked { _ in true }
    var fresh = ModelState()
    (fresh.convention, fresh.precision, fresh.threads) = (state.convention, state.precision, state.threads)
    fresh.isTracing = state.isTracing
    state = fresh
  }
}
