extension NDArray {
  /// The arithmetic mean over `axes`; of nothing it is nan, and the flag of an invalid operation is raised.
  public static func mean(_ a: NDArray, _ axes: AxisSet, keepdims: Bool = false) throws(ArrayError) -> NDArray {
    let sum = try reduce(.sum, a.widened(.float64), axes, keepdims: keepdims)
    try applyInPlace(.divide, sum, .float(Double(axes.extent(a.shape))))
    return sum
  }

  /// The variance over `axes`: the squared distances from the mean, divided by n - `ddof`.
  public static func variance(
    _ a: NDArray, _ axes: AxisSet, ddof: Double = 0, keepdims: Bool = false
  ) throws(ArrayError) -> NDArray {
    let order = a.memoryOrder
    if order != Array(0..<a.dimensions) {
      // NumPy's intermediate arrays lie in memory as `a` does, which decides the order of the additions.
      var (shape, strides) = (Dims(), Dims())
      for axis in order {
        shape.append(a.shape[axis])
        strides.append(a.strides[axis])
      }
      let turned = NDArray(viewing: a, shape: shape, strides: strides, offset: 0)
      let kept = try variance(turned, axes.permuted(order), ddof: ddof, keepdims: true)
      var (resultShape, resultStrides) = (Dims(), Dims())
      for axis in 0..<a.dimensions where keepdims || !axes.contains(axis) {
        let place = order.firstIndex(of: axis)!
        resultShape.append(kept.shape[place])
        resultStrides.append(kept.strides[place])
      }
      return try NDArray(viewing: kept, shape: resultShape, strides: resultStrides, offset: 0).widenedCopy(.float64)
    }
    let x = try a.widened(.float64)
    let distance = try apply(.subtract, x, mean(x, axes, keepdims: true))
    try applyInPlace(.square, distance)
    let sum = try reduce(.sum, distance, axes, keepdims: keepdims)
    try applyInPlace(.divide, sum, .float(Swift.max(Double(axes.extent(a.shape)) - ddof, 0)))
    return sum
  }

  /// The standard deviation over `axes`.
  public static func standardDeviation(
    _ a: NDArray, _ axes: AxisSet, ddof: Double = 0, keepdims: Bool = false
  ) throws(ArrayError) -> NDArray {
    let result = try variance(a, axes, ddof: ddof, keepdims: keepdims)
    try applyInPlace(.sqrt, result)
    return result
  }

  /// The axes by falling stride: the order in which the elements lie in memory.
  private var memoryOrder: [Int] {
    var order = Array(0..<dimensions)
    if isContiguous { return order }
    for i in order.indices {
      var target = i
      for j in stride(from: i - 1, through: 0, by: -1) {
        let (inner, outer) = (strides[order[i]].magnitude, strides[order[j]].magnitude)
        if inner == 0 || outer == 0 || shape[order[i]] == 1 || shape[order[j]] == 1 { continue }
        if inner <= outer { break }
        target = j
      }
      if target < i { order.insert(order.remove(at: i), at: target) }
    }
    return order
  }
}
