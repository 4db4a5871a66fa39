import Arrays

/// A feed-forward network: its parameters, the optimizer's state, and the last forward and backward pass.
///
/// Parameters are live: the arrays of ``parameter(_:)`` are the network's own memory (in the columns convention a transposed view of it).
/// Results (``value(_:)``) are fresh copies each time.
public final class Network {
  /// The largest number of inputs or units.
  public static let largestSize = 1 << 24

  public private(set) var declaration: NetworkDeclaration
  /// Losses and reports since the parameters were drawn.
  public private(set) var history: History

  /// Checks the declaration (sizes, places of dropout, the pair of output activation and loss if a loss is declared) and draws the parameters
  /// layer by layer: W1 in row order (inputs × units), W2, …; biases are zero.
  public init(_ declaration: NetworkDeclaration, random: any RandomSource) throws(NetworkError) { fatalError() }

  // MARK: Declaring further

  /// Adds a layer at the end and draws its parameters. The pair with the loss is checked at the next use, for more layers may follow.
  public func append(_ layer: Layer, random: any RandomSource) throws(NetworkError) { fatalError() }
  /// Throws ``NetworkError/illegalPair(activation:loss:legalLosses:legalActivations:)`` if the output activation does not go with it.
  public func setLoss(_ loss: Loss) throws(NetworkError) { fatalError() }
  /// Also forgets the old optimizer's moments.
  public func setOptimizer(_ optimizer: Optimizer) { fatalError() }
  /// Draws all parameters again, forgets moments, passes and history.
  public func initialize(_ initializer: Initializer, random: any RandomSource) { fatalError() }
  /// The declared loss, else the output activation's usual one. Errors: no layers, an illegal pair.
  public func effectiveLoss() throws(NetworkError) -> Loss { fatalError() }

  // MARK: Parameters

  /// Dense layers.
  public var depth: Int { fatalError() }
  public var parameterCount: Int { fatalError() }
  /// The live array of `W1`, `b2`, …, in the convention's orientation; nil if there is none of this name. The same object each time.
  public func parameter(_ name: EngineName) -> NDArray? { fatalError() }
  /// Copies a value into a parameter. The shape must be the parameter's; a 1-D bias of the right length will do, any dtype.
  public func assign(_ value: NDArray, to name: EngineName) throws(NetworkError) { fatalError() }

  // MARK: Passes

  /// Runs the network on a batch and keeps the pass for ``backward(_:)``. Returns the prediction, a fresh array:
  /// m × outputs (rows) or outputs × m (columns); a 1-D sample is a batch of one.
  @discardableResult public func forward(_ input: NDArray) throws(NetworkError) -> NDArray { fatalError() }
  /// The gradients of the mean loss over the batch of the last ``forward(_:)``. Returns the loss.
  @discardableResult public func backward(_ targets: NDArray) throws(NetworkError) -> Double { fatalError() }
  /// One update with the gradients of the last ``backward(_:)``. `learningRate` nil is the optimizer's.
  public func step(learningRate: Double? = nil) throws(NetworkError) { fatalError() }
  /// What an engine name stands for, a fresh float64 copy (`loss`, `m` are 0-d); nil if it has not been computed.
  /// Parameters are the live arrays.
  public func value(_ name: EngineName) -> NDArray? { fatalError() }
  /// The loss of the last backward or training step.
  public var loss: Double? { fatalError() }
  /// Samples of the last backward or forward.
  public var batchSize: Int? { fatalError() }
  /// The names ``forward(_:)`` binds for this network, in the order they are computed.
  public var forwardNames: [EngineName] { fatalError() }
  /// The names ``backward(_:)`` binds for this network, in the order they are computed.
  public var backwardNames: [EngineName] { fatalError() }

  // MARK: Use

  /// What the output's numbers mean: decides ``predict(_:)`` and ``evaluate(_:_:)``.
  public var task: Task { fatalError() }
  /// int64 class labels, m × 1 (rows) or 1 × m (columns); several sigmoid outputs: one label each. A regression: the prediction itself.
  /// Leaves the last pass alone.
  public func predict(_ input: NDArray) throws(NetworkError) -> NDArray { fatalError() }
  /// The prediction of a batch, without keeping the pass.
  public func output(_ input: NDArray) throws(NetworkError) -> NDArray { fatalError() }
  /// Loss and, for a classification, accuracy in 0...1.
  public func evaluate(_ input: NDArray, _ targets: NDArray) throws(NetworkError) -> Evaluation { fatalError() }

  /// Trains in place. Bad options or data are errors before the first step. `report` is called for the epochs of `options.every`;
  /// `shouldStop` after every step: true ends the training with the network as it is.
  public func train(
    _ input: NDArray, _ targets: NDArray, options: TrainingOptions, random: any RandomSource,
    report: (EpochReport) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(NetworkError) -> TrainingResult { fatalError() }

  // MARK: State

  /// The whole state as a value: declaration, parameters, moments, gradients, passes, history.
  public func snapshot() -> NetworkSnapshot { fatalError() }
  /// A network of its own with that state.
  public init(_ snapshot: NetworkSnapshot) { fatalError() }
  /// Takes that state. Where the layers are the same, the parameters' arrays stay the same objects.
  public func restore(_ snapshot: NetworkSnapshot) { fatalError() }
  /// Writes the network and its training state as safetensors, atomically.
  public func save(to path: String) throws(NetworkError) { fatalError() }
  /// Reads what ``save(to:)`` wrote.
  public static func load(from path: String) throws(NetworkError) -> Network { fatalError() }
}

public enum Task: Sendable, Equatable {
  /// Each output above 0.5 is class 1 (sigmoid).
  case binary
  /// The largest output is the class (softmax).
  case multiclass
  /// The sign of the output is the class, -1 or 1 (hinge loss).
  case sign
  /// The output is the answer.
  case regression
}

public struct Evaluation: Sendable, Equatable {
  public let loss: Double
  /// nil for a regression.
  public let accuracy: Double?
}

public struct NetworkSnapshot: Sendable, Equatable {}

extension EngineName {
  /// The name's meaning, nil if it is no engine name of this convention. `yhat` and `ŷ` are the prediction.
  public init?(_ text: String, convention: Convention) { fatalError() }
  /// As it is written in this convention.
  public func text(_ convention: Convention) -> String { fatalError() }
}

extension NetworkDeclaration {
  /// Every check of a declaration; see ``NetworkError``.
  public func validate() throws(NetworkError) { fatalError() }
}
