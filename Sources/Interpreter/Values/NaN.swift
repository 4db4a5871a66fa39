import Synchronization

/// Which NaN a NaN is. In Python a float is an object, and containers compare by identity first: `n in [n]` is true, `float("nan") in
/// [float("nan")]` is not. Equal floats cannot be told apart but by `is`; NaNs can, so each carries a number in the bits that the format leaves free.
///
/// A NaN gets a new number where Python or NumPy makes a new object: by an operation, a call, an element read from an array. Names, arguments and
/// containers pass the number on. Numbers stay among Python's values: `asScalar`, the way into arrays, takes them off.
extension Value {
  /// A new float.
  @inline(__always)
  static func newFloat(_ value: Double) -> Value { .float(value == value ? value : numberedNaN(value)) }

  /// A new float of NumPy's.
  @inline(__always)
  static func newNumPyFloat(_ value: Double) -> Value { .numpyFloat(value == value ? value : numberedNaN(value)) }

  /// The result of a builtin, which may have computed a NaN without a thought of this.
  @inline(__always)
  var withNumberedNaN: Value {
    switch self {
    case .float(let value) where value != value && value.nanNumber == 0: .newFloat(value)
    case .numpyFloat(let value) where value != value && value.nanNumber == 0: .newNumPyFloat(value)
    default: self
    }
  }
}

extension Double {
  private static var numberBits: UInt64 { (1 << 51) - 1 }

  fileprivate var nanNumber: UInt64 { bitPattern & Double.numberBits }

  /// The value as an array holds it: a NaN without its number.
  @inline(__always)
  var unnumbered: Double { self == self ? self : Double(bitPattern: bitPattern & ~Double.numberBits) }
}

private let lastNumber = Atomic<UInt64>(0)

@inline(never)
private func numberedNaN(_ value: Double) -> Double {
  let number = lastNumber.wrappingAdd(1, ordering: .relaxed).newValue
  return Double(bitPattern: value.unnumbered.bitPattern | (number & ((1 << 51) - 1)))
}
