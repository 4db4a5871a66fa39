extension NDArray {
  /// `np.isclose`: |a − b| ≤ absolute + relative·|b|; infinities must be equal; NaN is close to nothing unless `equalNaN`.
  public static func areClose(
    _ left: NDArray, _ right: NDArray, relative: Double = 1e-5, absolute: Double = 1e-8, equalNaN: Bool = false
  ) throws(ArrayError) -> NDArray {
    let shape = try Dims.broadcast(left.shape, right.shape, operation: "np.isclose")
    let a = try left.casting(to: .float64).view(broadcastTo: shape)
    let b = try right.casting(to: .float64).view(broadcastTo: shape)
    let result = try allocate(shape, .bool)
    var next = result.bools
    try walkRows(shape, a.strides, b.strides) { i, j, count, step, otherStep in
      for k in 0..<count {
        let (x, y) = (a.doubles[i + k * step], b.doubles[j + k * otherStep])
        next[k] = y.isFinite ? abs(x - y) <= absolute + relative * abs(y) : x == y || (equalNaN && x.isNaN && y.isNaN)
      }
      next += count
    }
    return result
  }

  /// `np.allclose`.
  public static func allClose(
    _ left: NDArray, _ right: NDArray, relative: Double = 1e-5, absolute: Double = 1e-8, equalNaN: Bool = false
  ) throws(ArrayError) -> Bool {
    let close = try areClose(left, right, relative: relative, absolute: absolute, equalNaN: equalNaN)
    return try reduce(.all, close) == .bool(true)
  }

  /// `np.array_equal`: the same shape and the same values.
  public static func areEqual(_ left: NDArray, _ right: NDArray, equalNaN: Bool = false) throws(ArrayError) -> Bool {
    guard left.shape == right.shape else { return false }
    if left.dtype < .float64 && right.dtype < .float64 {
      let (a, b) = (try left.casting(to: .int64).contiguous(), try right.casting(to: .int64).contiguous())
      return try reduce(.all, compare(.equal, a, b)) == .bool(true)
    }
    let (a, b) = (try left.casting(to: .float64).contiguous(), try right.casting(to: .float64).contiguous())
    var pace = Cancellation.Pace()
    for i in 0..<a.count {
      let (x, y) = (a.doubles[i], b.doubles[i])
      if x != y && !(equalNaN && x.isNaN && y.isNaN) { return false }
      try pace.step()
    }
    return true
  }
}
