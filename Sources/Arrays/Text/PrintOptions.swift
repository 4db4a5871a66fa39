/// How arrays are written: NumPy's `set_printoptions`. The values here are NumPy's own.
public struct PrintOptions: Sendable, Equatable {
  /// How many digits a float gets.
  public enum FloatMode: String, Sendable, CaseIterable {
    /// Exactly `precision` digits after the point.
    case fixed
    /// As many as tell the number from its neighbours, whatever `precision` says.
    case unique
    /// As `unique`, but at most `precision`.
    case maxprec
    /// As `maxprec`, and every element gets as many as the longest.
    case maxprecEqual = "maxprec_equal"
  }

  /// What stands before a number that is not negative.
  public enum Sign: String, Sendable, CaseIterable {
    /// Nothing.
    case minus = "-"
    case plus = "+"
    /// The place of a sign.
    case space = " "
  }

  public var precision = 8
  /// Arrays of more elements are summarised with `...`.
  public var threshold = 1000
  /// Elements shown at each end of an axis in a summary.
  public var edgeItems = 3
  public var lineWidth = 75
  /// Never use the scientific form for small numbers.
  public var suppress = false
  public var nanText = "nan"
  public var infText = "inf"
  public var floatMode = FloatMode.maxprec
  public var sign = Sign.minus

  public init() {}
}
