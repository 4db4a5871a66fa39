extension NDArray {
  /// The part `range` of an axis, clipped to it as a slice is: a view.
  func slice(_ start: Int?, _ stop: Int?, axis: Int) throws(ArrayError) -> NDArray {
    let extent = try SliceExtent(start: start, stop: stop, step: 1, size: shape[axis])
    var shape = shape
    shape[axis] = extent.count
    let offset = shape.contains(0) ? 0 : extent.start * strides[axis]
    return NDArray(viewing: self, shape: shape, strides: strides, offset: offset)
  }

  /// `np.array_split`: `parts` views along an axis, the first ones one longer if it does not divide evenly; `isEven` refuses that (`np.split`).
  public func split(into parts: Int, axis: Int = 0, isEven: Bool) throws(ArrayError) -> [NDArray] {
    let along = try NDArray.axis(axis, of: dimensions)
    guard parts > 0 else { throw .badValue("the number of sections must be larger than 0") }
    let extent = shape[along]
    if isEven && extent % parts != 0 {
      throw .badValue("an array of \(extent) along axis \(along) cannot be split into \(parts) equal parts")
    }
    if parts > 1 << 22 { throw .tooLarge(shape: [parts]) }
    let (size, extra) = (extent / parts, extent % parts)
    var result: [NDArray] = []
    var start = 0
    var pace = Cancellation.Pace()
    for i in 0..<parts {
      try pace.step(256)
      let end = start + size + (i < extra ? 1 : 0)
      result.append(try slice(start, end, axis: along))
      start = end
    }
    return result
  }

  /// `np.split` at positions along an axis: views.
  public func split(at positions: [Int], axis: Int = 0) throws(ArrayError) -> [NDArray] {
    let along = try NDArray.axis(axis, of: dimensions)
    var result: [NDArray] = []
    var start = 0
    var pace = Cancellation.Pace()
    for position in positions {
      try pace.step(256)
      result.append(try slice(start, position, axis: along))
      start = position
    }
    result.append(try slice(start, nil, axis: along))
    return result
  }
}
