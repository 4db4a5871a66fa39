/// An elementwise operation of two operands.
public enum ArrayOperation: UInt8, Sendable, CaseIterable {
  case add, subtract, multiply, divide, floorDivide, remainder, power
  case bitAnd, bitOr, bitXor, shiftLeft, shiftRight
  case maximum, minimum, fmax, fmin, arctan2, hypot, fmod, copysign, logaddexp
  case logicalAnd, logicalOr, logicalXor

  /// As it is typed: `+`, `np.maximum`.
  public var text: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .remainder: "%"
    case .power: "**"
    case .bitAnd: "&"
    case .bitOr: "|"
    case .bitXor: "^"
    case .shiftLeft: "<<"
    case .shiftRight: ">>"
    case .logicalAnd: "np.logical_and"
    case .logicalOr: "np.logical_or"
    case .logicalXor: "np.logical_xor"
    default: "np.\(self)"
    }
  }

  /// The dtype it computes in, for operands that promote to `dtype`. (Where NumPy takes int8 for bools, this takes int64.)
  @inline(__always)
  func computation(_ dtype: DType) throws(ArrayError) -> DType {
    switch self {
    case .add, .multiply, .maximum, .minimum, .fmax, .fmin, .logicalAnd, .logicalOr, .logicalXor: return dtype
    case .divide, .arctan2, .hypot, .copysign, .logaddexp: return .float64
    case .subtract:
      if dtype == .bool { throw .unsupported(operation: text, dtype: dtype) }
      return dtype
    case .bitAnd, .bitOr, .bitXor:
      if dtype == .float64 { throw .unsupported(operation: text, dtype: dtype) }
      return dtype
    case .shiftLeft, .shiftRight:
      if dtype == .float64 { throw .unsupported(operation: text, dtype: dtype) }
      return .int64
    case .floorDivide, .remainder, .power, .fmod: return max(dtype, .int64)
    }
  }

  /// The result's dtype, if it computes in `computation`.
  @inline(__always)
  func result(_ computation: DType) -> DType {
    switch self {
    case .logicalAnd, .logicalOr, .logicalXor: .bool
    default: computation
    }
  }
}

/// An elementwise comparison; the result is an array of bools.
public enum ArrayComparison: UInt8, Sendable, CaseIterable {
  case equal, notEqual, less, lessEqual, greater, greaterEqual

  /// As it is typed.
  public var text: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessEqual: "<="
    case .greater: ">"
    case .greaterEqual: ">="
    }
  }
}
