extension NDArray {
  /// A view with its axes in reverse order: `a.T`.
  public var transposed: NDArray {
    var (shape, strides) = (shape, strides)
    for i in 0..<dimensions {
      shape[i] = self.shape[dimensions - 1 - i]
      strides[i] = self.strides[dimensions - 1 - i]
    }
    return NDArray(viewing: self, shape: shape, strides: strides, offset: 0)
  }

  /// A view whose axis `i` is this array's axis `axes[i]`.
  public func permuted(_ axes: [Int]) throws(ArrayError) -> NDArray {
    guard axes.count == dimensions else {
      throw .badValue("axes do not match the array: \(axes.count) given, it has \(dimensions) dimensions")
    }
    var seen = [Bool](repeating: false, count: dimensions)
    var (shape, strides) = (shape, strides)
    for (i, given) in axes.enumerated() {
      let axis = try NDArray.axis(given, of: dimensions)
      if seen[axis] { throw .badValue("axis \(given) is repeated") }
      seen[axis] = true
      shape[i] = self.shape[axis]
      strides[i] = self.strides[axis]
    }
    return NDArray(viewing: self, shape: shape, strides: strides, offset: 0)
  }

  /// A view with two axes exchanged.
  public func swappingAxes(_ first: Int, _ second: Int) throws(ArrayError) -> NDArray {
    let (first, second) = (try NDArray.axis(first, of: dimensions), try NDArray.axis(second, of: dimensions))
    var axes = Array(0..<dimensions)
    axes.swapAt(first, second)
    return try permuted(axes)
  }

  /// `np.moveaxis`: the axes `sources` stand at `destinations`, the others keep their order.
  public func movingAxes(_ sources: [Int], to destinations: [Int]) throws(ArrayError) -> NDArray {
    guard sources.count == destinations.count else {
      throw .badValue("source and destination must have the same number of axes")
    }
    var from: [Int] = []
    var to: [Int] = []
    for axis in sources { from.append(try NDArray.axis(axis, of: dimensions)) }
    for axis in destinations { to.append(try NDArray.axis(axis, of: dimensions)) }
    if Set(from).count < from.count || Set(to).count < to.count { throw .badValue("an axis is repeated") }
    var order = (0..<dimensions).filter { !from.contains($0) }
    for (destination, source) in zip(to, from).sorted(by: { $0.0 < $1.0 }) { order.insert(source, at: destination) }
    return try permuted(order)
  }

  /// A view without the axes of extent 1, or without those named, which must have extent 1.
  public func squeezed(_ axes: [Int]? = nil) throws(ArrayError) -> NDArray {
    var dropped = [Bool](repeating: false, count: dimensions)
    if let axes {
      for given in axes {
        let axis = try NDArray.axis(given, of: dimensions)
        guard shape[axis] == 1 else {
          throw .badValue("only axes of size 1 can be squeezed out; axis \(given) has size \(shape[axis])")
        }
        if dropped[axis] { throw .badValue("axis \(given) is repeated") }
        dropped[axis] = true
      }
    } else {
      for i in 0..<dimensions { dropped[i] = shape[i] == 1 }
    }
    var (shape, strides) = (Dims(), Dims())
    for i in 0..<dimensions where !dropped[i] {
      shape.append(self.shape[i])
      strides.append(self.strides[i])
    }
    return NDArray(viewing: self, shape: shape, strides: strides, offset: 0)
  }

  /// A view with axes of extent 1 at the positions `axes` of the result.
  public func expanded(_ axes: [Int]) throws(ArrayError) -> NDArray {
    let total = dimensions + axes.count
    if total > Dims.capacity { throw .tooManyDimensions(total) }
    var isNew = [Bool](repeating: false, count: total)
    for given in axes {
      let axis = try NDArray.axis(given, of: total)
      if isNew[axis] { throw .badValue("axis \(given) is repeated") }
      isNew[axis] = true
    }
    var (shape, strides) = (Dims(), Dims())
    var next = 0
    for i in 0..<total {
      shape.append(isNew[i] ? 1 : self.shape[next])
      strides.append(isNew[i] ? 0 : self.strides[next])
      if !isNew[i] { next += 1 }
    }
    return NDArray(viewing: self, shape: shape, strides: strides, offset: 0)
  }

  /// `np.atleast_1d`, `np.atleast_2d`: axes of extent 1 in front until there are `wanted`.
  public func withDimensions(atLeast wanted: Int) throws(ArrayError) -> NDArray {
    if wanted > Dims.capacity { throw .tooManyDimensions(wanted) }
    return dimensions >= wanted ? self : try expanded(Array(0..<(wanted - dimensions)))
  }
}
