/// How a batch lies in an array.
public enum Convention: String, Sendable, CaseIterable {
  /// Samples are rows: X is m × inputs, W is inputs × units, b is 1 × units, `Z1 = X @ W1 + b1`.
  case rows
  /// Samples are columns: x is inputs × m, W is units × inputs, b is units × 1, `z1 = W1 @ x + b1`.
  case columns
}
