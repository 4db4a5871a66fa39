import CKernels

/// A rule that turns gradients into an update. The formulas are those of PyTorch's optimizers of the same names.
public struct OptimizerKind: Documented {
  public static let kind = "optimizer"
  public static let catalog = Catalog<OptimizerKind>([.sgd, .rmsprop, .adam, .adamw])

  /// One parameter array in an update, or a piece of it.
  struct Update {
    let parameter: UnsafeMutableRawPointer
    let gradient: UnsafeRawPointer
    /// ``slots`` arrays as long as `parameter`, zero before the first step, each `slotStep` numbers after the one before.
    let slots: UnsafeMutableRawPointer
    let slotStep: Int
    let count: Int
    let precision: Precision
    let learningRate: Double
    /// This is step number `step`, counted from 1.
    let step: Int
    /// In the order of the declared options; the first is `lr`.
    let options: [Double]

    /// What a kernel takes.
    func kernel(
      rate: Double, decay: Double, _ options: (Double, Double, Double, Double, Double)
    ) -> nn_update {
      nn_update(
        parameter: parameter, gradient: gradient, slots: slots, slot_step: slotStep, count: count, rate: rate,
        decay: decay,
        options: options)
    }
  }

  public let documentation: Documentation
  /// Names of the arrays it keeps beside each parameter: `momentum`, `velocity`.
  public let slots: [String]
  let update: @Sendable (Update) -> Void
  /// Whether, with these options, the update is `W -= lr * dW` and no more.
  let isPlainDescent: @Sendable (_ options: [Double]) -> Bool
  /// The same update of one element, formula by formula.
  let rule: @Sendable (inout UpdateRule) -> Void

  init(
    _ documentation: Documentation, slots: [String],
    isPlainDescent: @escaping @Sendable ([Double]) -> Bool = { _ in false },
    update: @escaping @Sendable (Update) -> Void, rule: @escaping @Sendable (inout UpdateRule) -> Void
  ) {
    self.documentation = documentation
    self.slots = slots
    self.isPlainDescent = isPlainDescent
    self.update = update
    self.rule = rule
  }
}
