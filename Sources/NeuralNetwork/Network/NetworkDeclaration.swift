import Arrays

/// What a network is, without its numbers.
public struct NetworkDeclaration: Sendable, Equatable {
  /// Features of a sample.
  public var inputs: Int
  public var layers: [Layer]
  /// The declared loss; nil takes the output activation's usual one (see ``effectiveLoss()``).
  public var loss: Loss?
  public var optimizer: Optimizer
  public var initializer: Initializer
  public var convention: Convention
  /// The number type of parameters and computation.
  public var precision: Precision
  /// What raw input is scaled with; nil takes it as it is.
  public var scaling: InputScaling?
  /// What the classes of the training data are called, and their features; empty where they have no names.
  public var classNames: [String] = []
  public var featureNames: [String] = []

  public init(
    inputs: Int, layers: [Layer] = [], loss: Loss? = nil, optimizer: Optimizer = Optimizer(.sgd),
    initializer: Initializer = Initializer(.he), convention: Convention = .rows,
    precision: Precision = .float64
  ) {
    self.inputs = inputs
    self.layers = layers
    self.loss = loss
    self.optimizer = optimizer
    self.initializer = initializer
    self.convention = convention
    self.precision = precision
  }
}

extension NetworkDeclaration {
  /// The activation of the last dense layer, nil without one.
  public var outputActivation: Activation? {
    for layer in layers.reversed() {
      if case .dense(_, let activation) = layer { return activation }
    }
    return nil
  }

  /// Checks the sizes, the rates of dropout, and the pair of output activation and loss if a loss is declared.
  public func validate() throws(NetworkError) {
    try Self.check(size: inputs, what: "inputs")
    var width = inputs
    var elements = 0
    for layer in layers {
      switch layer {
      case .dense(let units, _):
        try Self.check(size: units, what: "units")
        // Below 2^48 each, so that the sum of some thousand layers does not overflow.
        elements += width * units + units
        // Value, gradient and two moments.
        guard elements < 1 << 56, Memory.holds(elements, 4) else {
          throw .tooManyParameters(inputs: width, units: units)
        }
        width = units
      case .dropout(let rate):
        guard LayerKind.dropoutRate.accepts(rate) else {
          throw .badOption(owner: "dropout", option: "rate", value: rate, expected: LayerKind.dropoutRate.range)
        }
      }
    }
    if let loss, let activation = outputActivation { try Self.checkPair(activation, loss) }
  }

  /// The declared loss, else the output activation's usual one: sigmoid–binary_cross_entropy, softmax–cross_entropy, others mse.
  /// Errors: no layers, a dropout at the end, an illegal pair.
  public func effectiveLoss() throws(NetworkError) -> Loss {
    guard let activation = outputActivation else { throw .noLayers }
    if case .dropout? = layers.last { throw .dropoutAtOutput }
    guard let loss else { return Loss(.usual(for: activation.name)) }
    try Self.checkPair(activation, loss)
    return loss
  }

  static func checkPair(_ activation: Activation, _ loss: Loss) throws(NetworkError) {
    if loss.kind.isLegal(with: activation.name) { return }
    throw .illegalPair(
      activation: activation.name, loss: loss.name, legalLosses: LossKind.legal(with: activation.name),
      legalActivations: loss.kind.activations ?? ActivationKind.catalog.names)
  }

  private static func check(size: Int, what: String) throws(NetworkError) {
    guard size >= 1 && size <= Network.largestSize else { throw .badSize(what: what, value: size) }
  }

  /// The dense layers with fresh zero parameters.
  func makeLayers() -> [DenseLayer] {
    var result: [DenseLayer] = []
    var width = inputs
    var keep = 1.0
    for layer in layers {
      switch layer {
      case .dropout(let rate):
        // Two dropouts in a row keep what both keep.
        keep *= 1 - rate
      case .dense(let units, let activation):
        result.append(
          DenseLayer(
            inputs: width, units: units, activation: activation, dropout: keep == 1 ? 0 : 1 - keep,
            slots: optimizer.kind.slots.count, convention: convention, precision: precision))
        width = units
        keep = 1
      }
    }
    return result
  }
}
