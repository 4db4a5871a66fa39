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
    let starts = try lineStarts(along)
    for line in 0..<starts.count {
      let start = starts[line]
      switch dtype {
      case .bool: try NDArray.sortLine(bools + start, extent, step) { !$0 && $1 }
      case .int64: try NDArray.sortLine(ints + start, extent, step) { $0 < $1 }
      case .float64: try NDArray.sortLine(doubles + start, extent, step) { $0 < $1 || ($1 != $1 && $0 == $0) }
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
    let (starts, targets) = (try lineStarts(along), try result.lineStarts(along))
    for line in 0..<starts.count {
      let (start, target) = (starts[line], result.ints + targets[line])
      switch dtype {
      case .bool: try NDArray.order(bools + start, extent, step, target, resultStep) { !$0 && $1 }
      case .int64: try NDArray.order(ints + start, extent, step, target, resultStep) { $0 < $1 }
      case .float64:
        try NDArray.order(doubles + start, extent, step, target, resultStep) { $0 < $1 || ($1 != $1 && $0 == $0) }
      }
    }
    return result
  }

  /// The offsets of the first elements of all lines along an axis.
  func lineStarts(_ axis: Int) throws(ArrayError) -> ElementOffsets {
    var (shape, strides) = (shape, strides)
    shape.remove(at: axis)
    strides.remove(at: axis)
    return try ElementOffsets(shape, strides)
  }

  @inline(__always)
  private static func sortLine<T>(
    _ line: UnsafeMutablePointer<T>, _ count: Int, _ step: Int, _ isLess: (T, T) -> Bool
  ) throws(ArrayError) {
    if step == 1 { return try sortStably(line, count, isLess) }
    try withScratch(T.self, count) { values throws(ArrayError) in
      try Cancellation.inBlocks(count) { block in for i in block { values[i] = line[i &* step] } }
      try sortStably(values, count, isLess)
      try Cancellation.inBlocks(count) { block in for i in block { line[i &* step] = values[i] } }
    }
  }

  /// Writes the positions that sort a line to `target`.
  @inline(__always)
  private static func order<T>(
    _ line: UnsafeMutablePointer<T>, _ count: Int, _ step: Int, _ target: UnsafeMutablePointer<Int>, _ targetStep: Int,
    _ isLess: (T, T) -> Bool
  ) throws(ArrayError) {
    try withScratch((value: T, index: Int).self, count) { pairs throws(ArrayError) in
      try Cancellation.inBlocks(count) { block in for i in block { pairs[i] = (line[i &* step], i) } }
      try sortStably(pairs, count) { isLess($0.value, $1.value) }
      try Cancellation.inBlocks(count) { block in for i in block { target[i &* targetStep] = pairs[i].index } }
    }
  }
}
