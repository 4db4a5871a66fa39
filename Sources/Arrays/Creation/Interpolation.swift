extension NDArray {
  /// `np.interp`: the values at `x` of the line through the points (xp, fp), xp rising; `left` and `right` outside.
  public static func interpolate(
    _ x: NDArray, _ xp: NDArray, _ fp: NDArray, left: Double? = nil, right: Double? = nil
  ) throws(ArrayError) -> NDArray {
    guard xp.dimensions == 1, fp.shape == xp.shape, xp.count > 0 else {
      throw .badValue("np.interp needs two vectors of one length, with at least one point")
    }
    let at = try x.casting(to: .float64).contiguous()
    let (xs, ys) = (try xp.casting(to: .float64).contiguous(), try fp.casting(to: .float64).contiguous())
    let (points, values) = (xs.doubles, ys.doubles)
    let last = xp.count - 1
    let result = try allocate(x.shape, .float64)
    var pace = Cancellation.Pace()
    for i in 0..<at.count {
      try pace.step(8)
      let position = at.doubles[i]
      if position.isNaN {
        result.doubles[i] = position
      } else if position > points[last] {
        result.doubles[i] = right ?? values[last]
      } else if position < points[0] {
        result.doubles[i] = left ?? values[0]
      } else {
        var (low, high) = (0, last + 1)
        while low < high {
          let middle = low + (high - low) / 2
          if points[middle] <= position { low = middle + 1 } else { high = middle }
        }
        let k = low - 1
        if k == last || points[k] == position {
          result.doubles[i] = values[k]
        } else {
          let slope = (values[k + 1] - values[k]) / (points[k + 1] - points[k])
          var value = slope * (position - points[k]) + values[k]
          if value.isNaN {
            value = slope * (position - points[k + 1]) + values[k + 1]
            if value.isNaN && values[k] == values[k + 1] { value = values[k] }
          }
          result.doubles[i] = value
        }
      }
    }
    withExtendedLifetime((xs, ys)) {}
    return result
  }

  /// `np.diff`: the differences of neighbours along an axis, `order` times over; of bools where they change.
  public func differences(order: Int = 1, axis: Int = -1) throws(ArrayError) -> NDArray {
    guard dimensions > 0 else { throw .badValue("np.diff needs at least one dimension") }
    if order < 0 { throw .badValue("the order of np.diff must not be negative: \(order)") }
    let along = try NDArray.axis(axis, of: dimensions)
    var current = self
    for _ in 0..<Swift.min(order, shape[along]) {
      let upper = try current.slice(1, nil, axis: along)
      let lower = try current.slice(0, Swift.max(current.shape[along] - 1, 0), axis: along)
      current =
        dtype == .bool ? try NDArray.compare(.notEqual, upper, lower) : try NDArray.apply(.subtract, upper, lower)
    }
    return current
  }
}
