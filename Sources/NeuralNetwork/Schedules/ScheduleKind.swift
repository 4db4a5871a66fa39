/// How the learning rate changes from epoch to epoch of a training. The formulas are PyTorch's closed forms.
public struct ScheduleKind: Documented {
  public static let kind = "schedule"
  public static let catalog = Catalog<ScheduleKind>([.constant, .step, .exponential, .cosine])

  public let documentation: Documentation
  /// `epoch` counts from 0.
  let rate: @Sendable (_ base: Double, _ epoch: Int, _ epochs: Int, _ options: [Double]) -> Double

  init(_ documentation: Documentation, rate: @escaping @Sendable (Double, Int, Int, [Double]) -> Double) {
    self.documentation = documentation
    self.rate = rate
  }
}

extension Schedule {
  /// The learning rate of an epoch (counted from 0) out of `epochs`, where `base` is the optimizer's.
  public func learningRate(base: Double, epoch: Int, epochs: Int) -> Double {
    kind.rate(base, epoch, epochs, values)
  }
}
