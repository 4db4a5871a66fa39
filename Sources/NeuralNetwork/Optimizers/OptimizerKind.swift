/// A rule that turns gradients into an update. The formulas are those of PyTorch's optimizers of the same names.
public struct OptimizerKind: Documented {
  public static let kind = "optimizer"
  public static let catalog = Catalog<OptimizerKind>([.sgd, .rmsprop, .adam, .adamw])

  /// One parameter array in an update.
  struct Update {
    let parameter: UnsafeMutablePointer<Double>
    let gradient: UnsafePointer<Double>
    /// ``slots`` arrays as long as the parameter, zero before the first step, one after the other.
    let slots: UnsafeMutablePointer<Double>
    let count: Int
    let learningRate: Double
    /// This is step number `step`, counted from 1.
    let step: Int
    /// In the order of the declared options; the first is `lr`.
    let options: [Double]

    @inline(__always) func slot(_ index: Int) -> UnsafeMutablePointer<Double> { slots + index &* count }
  }

  public let documentation: Documentation
  /// Names of the arrays it keeps beside each parameter: `momentum`, `velocity`.
  public let slots: [String]
  let update: @Sendable (Update) -> Void

  init(_ documentation: Documentation, slots: [String], update: @escaping @Sendable (Update) -> Void) {
    self.documentation = documentation
    self.slots = slots
    self.update = update
  }
}
