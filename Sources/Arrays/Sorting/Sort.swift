extension NDArray {
  /// A copy sorted along an axis (the flattened array without one), NaN last.
  public func sorted(axis: Int? = -1) throws(ArrayError) -> NDArray {
    guard let axis else { return try raveled().sorted(axis: 0) }
    let result = try copy()
    try result.sort(axis: axis)
    return result
  }

  /// `a.sort(axis)`: in place.
  public func sort(axis: Int = -1) throws(ArrayError) {
    try prepareToWrite()
    let along = try NDArray.axis(axis, of: dimensions)
    let (extent, step) = (shape[along], strides[along])
    if count == 0 { return }
    for start in lineStarts(along) {
      switch dtype {
      case .bool: NDArray.sortLine(bools + start, extent, step) { !$0 && $1 }
      case .int64: NDArray.sortLine(ints + start, extent, step) { $0 < $1 }
      case .float64: NDArray.sortLine(doubles + start, extent, step) { $0 < $1 || ($1 != $1 && $0 == $0) }
      }
    }
  }

  /// `np.argsort`: the positions that sort each line along an axis; equal elements keep their order, NaN comes last.
  public func argsorted(axis: Int? = -1) throws(ArrayError) -> NDArray {
    guard let axis else { return try raveled().argsorted(axis: 0) }
    if dimensions == 0 { return try reshaped([1]).argsorted(axis: axis) }
    let along = try NDArray.axis(axis, of: dimensions)
    let result = try NDArray.allocate(shape, .int64)
    if count == 0 { return result }
    let (extent, step, resultStep) = (shape[along], strides[along], result.strides[along])
    for (start, target) in zip(lineStarts(along), result.lineStarts(along)) {
      let order: [Int]
      switch dtype {
      case .bool: order = NDArray.order(bools + start, extent, step) { !$0 && $1 }
      case .int64: order = NDArray.order(ints + start, extent, step) { $0 < $1 }
      case .float64: order = NDArray.order(doubles + start, extent, step) { $0 < $1 || ($1 != $1 && $0 == $0) }
      }
      for i in 0..<extent { result.ints[target &+ i &* resultStep] = order[i] }
    }
    return result
  }

  /// The offsets of the first elements of all lines along an axis.
  func lineStarts(_ axis: Int) -> [Int] {
    var (shape, strides) = (shape, strides)
    shape.remove(at: axis)
    strides.remove(at: axis)
    return elementOffsets(shape, strides)
  }

  @inline(__always)
  private static func sortLine<T>(_ line: UnsafeMutablePointer<T>, _ count: Int, _ step: Int, _ isLess: (T, T) -> Bool)
  {
    if step == 1 {
      var elements = UnsafeMutableBufferPointer(start: line, count: count)
      elements.sort(by: isLess)
      return
    }
    var values: [T] = []
    values.reserveCapacity(count)
    for i in 0..<count { values.append(line[i &* step]) }
    values.sort(by: isLess)
    for i in 0..<count { line[i &* step] = values[i] }
  }

  /// The standard library's sort is stable (though it does not promise it), so is this.
  @inline(__always)
  private static func order<T>(_ line: UnsafeMutablePointer<T>, _ count: Int, _ step: Int, _ isLess: (T, T) -> Bool)
    -> [Int]
  {
    var pairs: [(value: T, index: Int)] = []
    pairs.reserveCapacity(count)
    for i in 0..<count { pairs.append((line[i &* step], i)) }
    pairs.sort { isLess($0.value, $1.value) || (!isLess($1.value, $0.value) && $0.index < $1.index) }
    return pairs.map(\.index)
  }
}
