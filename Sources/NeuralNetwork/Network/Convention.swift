/// How a batch lies in an array.
public enum Convention: String, Sendable, CaseIterable {
  /// Samples are rows: X is m × inputs, W is inputs × units, b is 1 × units, `Z1 = X @ W1 + b1`.
  case rows
  /// Samples are columns: x is inputs × m, W is units × inputs, b is units × 1, `z1 = W1 @ x + b1`.
  case columns
}

extension Convention {
  /// The axis along which the samples of a batch lie.
  public var samplesAxis: Int { self == .rows ? 0 : 1 }
  /// The axis along which a sample's units lie.
  public var unitsAxis: Int { 1 - samplesAxis }

  /// The factors of a product that is `first @ second` in rows, in their order here: columns have everything transposed.
  func ordered<Factor>(_ first: Factor, _ second: Factor) -> (Factor, Factor) {
    self == .rows ? (first, second) : (second, first)
  }
}
