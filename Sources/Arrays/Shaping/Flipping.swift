extension NDArray {
  /// A view with the order of the elements reversed along some axes, all of them by default.
  public func flipped(_ axes: [Int]? = nil) throws(ArrayError) -> NDArray {
    var strides = strides
    var offset = 0
    var seen = [Bool](repeating: false, count: dimensions)
    for given in axes ?? Array(0..<dimensions) {
      let axis = try NDArray.axis(given, of: dimensions)
      if seen[axis] { throw .badValue("axis \(given) is repeated") }
      seen[axis] = true
      if shape[axis] > 0 { offset += (shape[axis] - 1) * strides[axis] }
      strides[axis] = -strides[axis]
    }
    return NDArray(viewing: self, shape: shape, strides: strides, offset: count == 0 ? 0 : offset)
  }

  /// `np.roll`: elements move by `shift` along an axis (along the flattened array without one); what leaves at the end enters in front.
  public func rolled(_ shift: Int, axis: Int?) throws(ArrayError) -> NDArray {
    guard let axis else {
      return try raveled().rolled(shift, axis: 0).reshaped(Array(shape))
    }
    let along = try NDArray.axis(axis, of: dimensions)
    let extent = shape[along]
    guard extent > 0 else { return try copy() }
    let first = (extent - (shift % extent + extent) % extent) % extent
    return try taking(extent, axis: along) { ($0 + first) % extent }
  }

  /// `np.rot90`: turned by 90° `times` times in the plane of two axes, from the first towards the second; a view.
  public func rotated(_ times: Int, axes: (Int, Int) = (0, 1)) throws(ArrayError) -> NDArray {
    let first = try NDArray.axis(axes.0, of: dimensions)
    let second = try NDArray.axis(axes.1, of: dimensions)
    if first == second { throw .badValue("the two axes must differ") }
    switch (times % 4 + 4) % 4 {
    case 1: return try flipped([second]).swappingAxes(first, second)
    case 2: return try flipped([first, second])
    case 3: return try swappingAxes(first, second).flipped([second])
    default: return self
    }
  }
}
