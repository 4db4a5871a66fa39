/// One layer of a declaration.
public enum Layer: Sendable, Equatable {
  /// `units` neurons, each a weighted sum of all inputs plus a bias, and an activation.
  case dense(units: Int, activation: Activation)
  /// Sets each value to zero with probability `rate` while training, and scales the others by 1 / (1 - rate).
  case dropout(rate: Double)
}
