/// A loss of predictions A (or pre-activations Z) against targets Y, and its derivative, as kernels over a batch of rows.
///
/// Kernels give sums over the batch; the mean (1/m) is the caller's, so that a batch can be worked in blocks.
public struct LossKind: Documented {
  public static let kind = "loss"
  public static let catalog = Catalog<LossKind>([
    .binaryCrossEntropy, .crossEntropy, .mse, .mae, .huber, .hinge, .sumSquaredError,
  ])

  /// The sum of the samples' losses.
  typealias Value = @Sendable (_ batch: LossBatch) -> Double
  /// Each sample's own derivative: with respect to A, or to Z.
  typealias Gradient = @Sendable (_ batch: LossBatch, _ result: UnsafeMutableRawPointer) -> Void

  public let documentation: Documentation
  /// The same as ``value`` and the gradients, as one types them.
  let formulas: LossFormulas
  /// Whether a sample's loss is the sum over its outputs, not their mean.
  let isSumOverOutputs: Bool
  /// The output activations it goes with; nil for any.
  public let activations: [String]?
  /// The targets it is made for: with others it falls below 0 without end; nil takes any.
  public let targets: ClosedRange<Double>?
  /// Which piece of a piecewise loss one output is on; a central difference must not cross pieces.
  let piece: (@Sendable (_ a: Double, _ y: Double, _ options: [Double]) -> Int)?
  let value: Value
  /// dL/dA.
  let gradient: Gradient
  /// dL/dZ in one formula, where the pair with the activation has one that loses no digits.
  let fusedGradient: Gradient?

  init(
    _ documentation: Documentation, formulas: LossFormulas, isSumOverOutputs: Bool = false,
    activations: [String]? = nil, targets: ClosedRange<Double>? = nil,
    piece: (@Sendable (Double, Double, [Double]) -> Int)? = nil,
    value: @escaping Value, gradient: @escaping Gradient, fusedGradient: Gradient? = nil
  ) {
    self.documentation = documentation
    self.formulas = formulas
    self.isSumOverOutputs = isSumOverOutputs
    self.activations = activations
    self.targets = targets
    self.piece = piece
    self.value = value
    self.gradient = gradient
    self.fusedGradient = fusedGradient
  }

  /// Whether it goes with this output activation.
  public func isLegal(with activation: String) -> Bool {
    activations?.contains(activation) ?? true
  }

  /// The losses that go with an output activation, by name.
  public static func legal(with activation: String) -> [String] {
    catalog.items.filter { $0.isLegal(with: activation) }.map(\.name)
  }

  /// The loss of an output activation when none is declared.
  static func usual(for activation: String) -> LossKind {
    switch activation {
    case "sigmoid": .binaryCrossEntropy
    case "softmax": .crossEntropy
    default: .mse
    }
  }
}
