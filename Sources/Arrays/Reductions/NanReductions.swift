extension NDArray {
  /// `reduce` that takes no notice of nan: sum, prod, min, max. Where there is nothing but nan, min and max are nan.
  public static func nanReduce(
    _ reduction: Reduction, _ a: NDArray, _ axes: AxisSet, keepdims: Bool = false
  ) throws(ArrayError) -> NDArray {
    guard a.dtype == .float64 else { return try reduce(reduction, a, axes, keepdims: keepdims) }
    let neutral: Double
    switch reduction {
    case .min: neutral = .infinity
    case .max: neutral = -.infinity
    case .prod: neutral = 1
    default: neutral = 0
    }
    let result = try reduce(reduction, a.replacingNan(neutral), axes, keepdims: keepdims)
    if reduction == .min || reduction == .max {
      let counts = try numbersCount(a, axes, keepdims)
      try result.replace(.nan) { counts.doubles[$0] == 0 }
    }
    return result
  }

  /// The mean of what is not nan.
  public static func nanMean(_ a: NDArray, _ axes: AxisSet, keepdims: Bool = false) throws(ArrayError) -> NDArray {
    guard a.dtype == .float64 else { return try mean(a, axes, keepdims: keepdims) }
    return try apply(.divide, nanReduce(.sum, a, axes, keepdims: keepdims), numbersCount(a, axes, keepdims))
  }

  /// The variance of what is not nan.
  public static func nanVariance(
    _ a: NDArray, _ axes: AxisSet, ddof: Double = 0, keepdims: Bool = false
  ) throws(ArrayError) -> NDArray {
    guard a.dtype == .float64 else { return try variance(a, axes, ddof: ddof, keepdims: keepdims) }
    let distance = try apply(.subtract, a.replacingNan(0), nanMean(a, axes, keepdims: true))
    try applyInPlace(.square, distance)
    // What was nan has no distance; what became nan on the way stays nan.
    let missing = try compare(.notEqual, a, a)
    try distance.replace(0) { missing.bools[$0] }
    let count = try apply(.subtract, numbersCount(a, axes, keepdims), .float(ddof))
    try count.replace(.nan) { count.doubles[$0] <= 0 }
    return try apply(.divide, reduce(.sum, distance, axes, keepdims: keepdims), count)
  }

  /// A copy in which `value` stands for every nan.
  private func replacingNan(_ value: Double) throws(ArrayError) -> NDArray {
    let copy = try widenedCopy(.float64)
    try copy.replace(value) { copy.doubles[$0] != copy.doubles[$0] }
    return copy
  }

  /// Writes `value` to the places of this contiguous float64 array for which `isWanted` holds.
  public func replace(_ value: Double, where isWanted: (Int) -> Bool) throws(ArrayError) {
    try Cancellation.inBlocks(count) { block in for i in block where isWanted(i) { doubles[i] = value } }
  }

  /// How many elements are no nan, as float64.
  private static func numbersCount(_ a: NDArray, _ axes: AxisSet, _ keepdims: Bool) throws(ArrayError) -> NDArray {
    try reduce(.countNonzero, compare(.equal, a, a), axes, keepdims: keepdims).widenedCopy(.float64)
  }
}
