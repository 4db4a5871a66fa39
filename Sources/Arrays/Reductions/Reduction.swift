/// What makes one element of many.
public enum Reduction: UInt8, Sendable, CaseIterable {
  case sum, prod, min, max, any, all, countNonzero

  /// NumPy's name for the result's errors.
  public var text: String { self == .countNonzero ? "np.count_nonzero" : "np.\(self)" }

  /// The dtype of the result.
  func result(_ dtype: DType) -> DType {
    switch self {
    case .sum, .prod: Swift.max(dtype, .int64)
    case .min, .max: dtype
    case .any, .all: .bool
    case .countNonzero: .int64
    }
  }
}

extension NDArray {
  /// Reduces over `axes`. Sums of floats add in NumPy's order (pairwise along the innermost axis), so that they agree to the last bit.
  /// Over nothing, `min` and `max` are an error; the others give their neutral element.
  public static func reduce(
    _ reduction: Reduction, _ a: NDArray, _ axes: AxisSet, keepdims: Bool = false
  ) throws(ArrayError) -> NDArray {
    let result = try allocate(axes.remaining(a.shape, keepdims: keepdims), reduction.result(a.dtype))
    if (reduction == .min || reduction == .max) && axes.extent(a.shape) == 0 {
      throw .emptyReduction(operation: reduction.text)
    }
    if result.count == 0 { return result }
    let loop = ReduceLoop(a, axes, result, keepdims: keepdims)
    switch a.dtype {
    case .float64:
      if reduction == .sum && result.count == 1 && loop.rows > 1 && a.count > 0 {
        result.doubles[0] = try scatteredSum(a, loop)
      } else {
        try reduceFloats(reduction, loop, a, result)
      }
    case .int64: try reduceInts(reduction, loop, a, result)
    case .bool: try reduceBools(reduction, loop, a, result)
    }
    return result
  }

  /// Reduces over one axis.
  public static func reduce(
    _ reduction: Reduction, _ a: NDArray, axis: Int, keepdims: Bool = false
  ) throws(ArrayError) -> NDArray {
    try reduce(reduction, a, AxisSet(axis, of: a.dimensions), keepdims: keepdims)
  }

  /// Reduces over all axes to a number.
  public static func reduce(_ reduction: Reduction, _ a: NDArray) throws(ArrayError) -> Scalar {
    let result = try reduce(reduction, a, AxisSet(all: a.dimensions))
    defer { keepAlive(result) }
    return Scalar(result.dtype, at: result.bytes)
  }
}
