/// What `np.take` does with positions outside an axis.
public enum TakeMode: String, CaseIterable, Sendable {
  case raise, wrap, clip
}

extension NDArray {
  /// `np.take`: the slices of an axis (elements of the flattened array without one) at `indices`, whose shape takes the axis' place.
  public func take(_ indices: NDArray, axis: Int? = nil, mode: TakeMode = .raise) throws(ArrayError) -> NDArray {
    guard let axis else { return try raveled().take(indices, axis: 0, mode: mode) }
    let along = try NDArray.axis(axis, of: dimensions)
    guard indices.dtype != .float64 || indices.count == 0 else {
      throw .cannotCast(from: indices.dtype, to: .int64, operation: "np.take")
    }
    var positions = try indices.casting(to: .int64)
    let extent = shape[along]
    if mode != .raise && positions.count > 0 {
      if extent == 0 { throw .indexOutOfRange(index: positions.ints[0], axis: along, size: 0) }
      positions = try positions.copy()
      let place = positions.ints
      try Cancellation.inBlocks(positions.count) { block in
        for i in block {
          place[i] =
            mode == .clip ? Swift.min(Swift.max(place[i], 0), extent - 1) : (place[i] % extent + extent) % extent
        }
      }
    }
    let whole = [ArrayIndex](repeating: .slice(start: nil, stop: nil, step: nil), count: along)
    let result = try item(whole + [.integers(positions)])
    return result.base == nil ? result : try result.copy()
  }

  /// `np.take_along_axis`: element `indices[i, j, …]` of the line along `axis` through each place.
  public func takeAlong(_ indices: NDArray, axis: Int?) throws(ArrayError) -> NDArray {
    guard let axis else {
      guard indices.dimensions == 1 else { throw .badValue("without an axis the indices must have one dimension") }
      return try raveled().takeAlong(indices, axis: 0)
    }
    return try item(alongIndices(indices, axis: axis))
  }

  /// `np.put_along_axis`: sets what ``takeAlong(_:axis:)`` takes.
  public func putAlong(_ indices: NDArray, _ values: NDArray, axis: Int?) throws(ArrayError) {
    guard let axis else {
      guard isContiguous else { throw .badValue("np.put_along_axis needs an axis for a view that is not contiguous") }
      return try raveled().putAlong(indices, values, axis: 0)
    }
    try setItem(alongIndices(indices, axis: axis), to: values)
  }

  private func alongIndices(_ indices: NDArray, axis: Int) throws(ArrayError) -> [ArrayIndex] {
    let along = try NDArray.axis(axis, of: dimensions)
    guard indices.dimensions == dimensions else {
      throw .badValue("the indices must have \(dimensions) dimensions like the array, not \(indices.dimensions)")
    }
    var result: [ArrayIndex] = []
    for i in 0..<dimensions {
      if i == along {
        result.append(.integers(indices))
      } else {
        var shape = [Int](repeating: 1, count: dimensions)
        shape[i] = self.shape[i]
        result.append(.integers(try NDArray.arange(0, self.shape[i], step: 1).reshaped(shape)))
      }
    }
    return result
  }
}
