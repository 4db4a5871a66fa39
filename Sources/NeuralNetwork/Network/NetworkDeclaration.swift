/// What a network is, without its numbers.
public struct NetworkDeclaration: Sendable, Equatable {
  /// Features of a sample.
  public var inputs: Int
  public var layers: [Layer]
  /// The declared loss; nil takes the output activation's usual one (see ``effectiveLoss``).
  public var loss: Loss?
  public var optimizer: Optimizer
  public var initializer: Initializer
  public var convention: Convention

  public init(
    inputs: Int, layers: [Layer] = [], loss: Loss? = nil, optimizer: Optimizer = Optimizer(.sgd),
    initializer: Initializer = Initializer(.he), convention: Convention = .rows
  ) {
    self.inputs = inputs
    self.layers = layers
    self.loss = loss
    self.optimizer = optimizer
    self.initializer = initializer
    self.convention = convention
  }
}
