import Arrays

/// A feed-forward network: its parameters, the optimizer's state, and the last forward and backward pass.
///
/// Parameters are live: the arrays of ``parameter(_:)`` are the network's own memory (in the columns convention a transposed view of it).
/// Results (``value(_:)``) are fresh copies each time. Inside, every batch lies in rows, whatever the convention.
///
/// ```swift
/// let random = try RandomState(seed: 42)
/// let layers: [Layer] = [.dense(units: 10, activation: Activation(.relu)), .dense(units: 1, activation: Activation(.sigmoid))]
/// let network = try Network(NetworkDeclaration(inputs: 2, layers: layers), random: random)
/// try network.forward(X)
/// let loss = try network.backward(Y)
/// try network.step(learningRate: 0.1)
/// ```
public final class Network {
  /// The largest number of inputs or units.
  public static let largestSize = 1 << 24

  public internal(set) var declaration: NetworkDeclaration
  /// Losses and reports since the parameters were drawn.
  public internal(set) var history = History()

  /// Is told before the network changes.
  public var observer: (any NetworkObserver)?

  let identity = NetworkIdentity()
  var layers: [DenseLayer] { didSet { keptWorker = nil } }
  /// Updates since the optimizer was set.
  var stepCount = 0
  /// The learning rate of the last update; nil where the gradients are no longer those it was made with.
  var lastRate: Double?
  var forwardPass: ForwardPass?
  var backwardPass: BackwardPass?
  /// The lowest layer, counted from 1, whose gradients are those of the last backward pass; nil if there are none.
  var gradientsFrom: Int?
  /// The loss of the last backward or training step.
  public internal(set) var loss: Double?
  var gradientBatchSize: Int?
  /// What worked the batches of the last training, for the next, and the rows it is made for.
  var keptWorker: (rows: Int, worker: BatchWorker)?
  /// Threads a large batch may be spread over. The results do not depend on it, up to rounding.
  public var threads = 1 {
    didSet { if threads != oldValue { keptWorker = nil } }
  }

  /// Checks the declaration (see ``NetworkDeclaration/validate()``) and draws the parameters layer by layer: W1 in row order
  /// (inputs × units), W2, …; biases are zero.
  public init(_ declaration: NetworkDeclaration, random: RandomState) throws(NetworkError) {
    try declaration.validate()
    self.declaration = declaration
    layers = declaration.makeLayers()
    try draw(layers, random)
  }

  /// With zero parameters; for a checked declaration.
  init(blank declaration: NetworkDeclaration) {
    self.declaration = declaration
    layers = declaration.makeLayers()
  }

  /// Draws parameters, first into memory of their own: asked to stop (``NetworkError/interrupted``), they and the generator are as before.
  private func draw(_ layers: [DenseLayer], _ random: RandomState) throws(NetworkError) {
    let state = random.state
    var drawn: [Buffer] = []
    for layer in layers {
      let weights = Buffer(layer.weights.count, layer.weights.precision)
      do {
        try declaration.initializer.draw(weights, inputs: layer.inputs, units: layer.units, random: random)
      } catch {
        random.state = state
        throw error
      }
      drawn.append(weights)
    }
    for (layer, weights) in zip(layers, drawn) {
      layer.weights.value.take(weights)
      layer.bias.value.clear()
      for parameter in layer.parameters { parameter.showImage() }
    }
  }

  /// Forgets what was computed with other parameters.
  func dropResults() {
    forwardPass = nil
    backwardPass = nil
    gradientsFrom = nil
    lastRate = nil
    loss = nil
    gradientBatchSize = nil
  }
}

/// Is told before a network changes, so that it can take a ``Network/snapshot()``. (What is written into a parameter's array by way of `Arrays`
/// is not the network's doing.)
public protocol NetworkObserver: AnyObject {
  func networkWillChange(_ network: Network)
}

// MARK: Declaring further

extension Network {
  /// Adds a layer at the end and draws its parameters. The pair with the loss is checked at the next use, for more layers may follow.
  public func append(_ layer: Layer, random: RandomState) throws(NetworkError) {
    var larger = declaration
    larger.layers.append(layer)
    larger.loss = nil
    try larger.validate()
    larger.loss = declaration.loss
    var added: [DenseLayer] = []
    if case .dense = layer { added = [larger.makeLayers().last!] }
    try draw(added, random)
    observer?.networkWillChange(self)
    declaration = larger
    layers += added
    dropResults()
  }

  /// Throws ``NetworkError/illegalPair(activation:loss:legalLosses:legalActivations:)`` if the output activation does not go with it.
  public func setLoss(_ loss: Loss) throws(NetworkError) {
    if let activation = declaration.outputActivation { try NetworkDeclaration.checkPair(activation, loss) }
    observer?.networkWillChange(self)
    declaration.loss = loss
  }

  /// Also forgets the old optimizer's moments.
  public func setOptimizer(_ optimizer: Optimizer) {
    observer?.networkWillChange(self)
    declaration.optimizer = optimizer
    resetOptimizer()
  }

  /// Draws all parameters again, forgets moments, passes and history.
  public func initialize(_ initializer: Initializer, random: RandomState) throws(NetworkError) {
    observer?.networkWillChange(self)
    let old = declaration.initializer
    declaration.initializer = initializer
    do { try draw(layers, random) } catch {
      declaration.initializer = old
      throw error
    }
    resetOptimizer()
    dropResults()
    history = History()
  }

  /// The declared loss, else the output activation's usual one. Errors: no layers, a dropout at the end, an illegal pair.
  public func effectiveLoss() throws(NetworkError) -> Loss { try declaration.effectiveLoss() }

  private func resetOptimizer() {
    stepCount = 0
    for parameter in allParameters {
      parameter.moments = Buffer(
        zeros: declaration.optimizer.kind.slots.count * parameter.count, declaration.precision)
    }
  }
}
