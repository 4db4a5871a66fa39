/// An elementwise function of one operand.
public enum UnaryFunction: UInt8, Sendable, CaseIterable {
  case negative, positive, absolute, sign, square, reciprocal, invert
  case floor, ceil, trunc, rint
  case exp, exp2, expm1, log, log2, log10, log1p, sqrt, cbrt
  case sin, cos, tan, arcsin, arccos, arctan, sinh, cosh, tanh, arcsinh, arccosh, arctanh
  case radians, degrees
  case isnan, isinf, isfinite, signbit, logicalNot

  /// As it is typed: `-`, `np.exp`.
  public var text: String {
    switch self {
    case .negative: "-"
    case .positive: "+"
    case .invert: "~"
    case .logicalNot: "np.logical_not"
    default: "np.\(self)"
    }
  }

  /// The dtype it computes in. (Where NumPy takes int8 or float16 for bools, this takes int64 or float64.)
  @inline(__always)
  func computation(_ dtype: DType) throws(ArrayError) -> DType {
    switch self {
    case .negative, .positive:
      if dtype == .bool { throw .unsupported(operation: text, dtype: dtype) }
      return dtype
    case .invert:
      if dtype == .float64 { throw .unsupported(operation: text, dtype: dtype) }
      return dtype
    case .absolute, .floor, .ceil, .trunc, .logicalNot, .isnan, .isinf, .isfinite: return dtype
    case .sign, .square, .reciprocal: return max(dtype, .int64)
    default: return .float64
    }
  }

  /// The result's dtype, if it computes in `computation`.
  @inline(__always)
  func result(_ computation: DType) -> DType {
    switch self {
    case .isnan, .isinf, .isfinite, .signbit, .logicalNot: .bool
    default: computation
    }
  }
}
