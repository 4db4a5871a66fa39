import Glibc

/// Which norm of a vector.
public enum VectorNorm: Sendable, Equatable {
  /// (Σ|x|ᵖ)^(1/p)
  case p(Double)
  /// The largest, the smallest |x|.
  case largest, smallest
  /// How many are not zero.
  case nonzero
}

extension NDArray {
  /// √Σx² over all elements.
  public static func norm(_ a: NDArray) throws(ArrayError) -> Double {
    let flat = try a.widened(.float64).flattened()
    let square = try matmul(flat, flat)
    return withExtendedLifetime(square) { square.doubles[0].squareRoot() }
  }

  /// The norm of the vectors along `axes`.
  public static func norm(
    _ a: NDArray, _ kind: VectorNorm, _ axes: AxisSet, keepdims: Bool = false
  ) throws(ArrayError) -> NDArray {
    let x = try a.widened(.float64)
    switch kind {
    case .largest: return try reduce(.max, apply(.absolute, x), axes, keepdims: keepdims)
    case .smallest: return try reduce(.min, apply(.absolute, x), axes, keepdims: keepdims)
    case .nonzero: return try reduce(.countNonzero, x, axes, keepdims: keepdims).widenedCopy(.float64)
    case .p(1): return try reduce(.sum, apply(.absolute, x), axes, keepdims: keepdims)
    case .p(2):
      let sum = try reduce(.sum, apply(.square, x), axes, keepdims: keepdims)
      try applyInPlace(.sqrt, sum)
      return sum
    case .p(let p):
      let powers = try apply(.power, apply(.absolute, x), .float(p))
      return try apply(.power, reduce(.sum, powers, axes, keepdims: keepdims), .float(1 / p))
    }
  }
}
