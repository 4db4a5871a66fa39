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
      for i in 0..<result.count where counts.doubles[i] == 0 { result.doubles[i] = .nan }
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
    for i in 0..<distance.count where missing.bools[i] { distance.doubles[i] = 0 }
    let count = try apply(.subtract, numbersCount(a, axes, keepdims), .float(ddof))
    for i in 0..<count.count where count.doubles[i] <= 0 { count.doubles[i] = .nan }
    return try apply(.divide, reduce(.sum, distance, axes, keepdims: keepdims), count)
  }

  /// A copy in which `value` stands for every nan.
  private func replacingNan(_ value: Double) throws(ArrayError) -> NDArray {
    let copy = try widenedCopy(.float64)
    for i in 0..<copy.count where copy.doubles[i] != copy.doubles[i] { copy.doubles[i] = value }
    return copy
  }

  /// How many elements are no nan, as float64.
  private static func numbersCount(_ a: NDArray, _ axes: AxisSet, _ keepdims: Bool) throws(ArrayError) -> NDArray {
    try reduce(.countNonzero, compare(.equal, a, a), axes, keepdims: keepdims).widenedCopy(.float64)
  }
}
