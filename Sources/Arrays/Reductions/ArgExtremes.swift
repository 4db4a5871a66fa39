extension NDArray {
  /// Where along `axis` the largest element stands (the first of several; nan counts as largest). nil: in the flattened array.
  public static func argmax(_ a: NDArray, axis: Int?, keepdims: Bool = false) throws(ArrayError) -> NDArray {
    try argExtreme(a, axis, keepdims, isMax: true)
  }

  /// Where along `axis` the smallest element stands (the first of several; nan counts as smallest). nil: in the flattened array.
  public static func argmin(_ a: NDArray, axis: Int?, keepdims: Bool = false) throws(ArrayError) -> NDArray {
    try argExtreme(a, axis, keepdims, isMax: false)
  }

  private static func argExtreme(_ a: NDArray, _ axis: Int?, _ keepdims: Bool, isMax: Bool) throws(ArrayError)
    -> NDArray
  {
    let source = axis == nil ? try a.flattened() : a
    defer { keepAlive(source) }
    let place = try NDArray.axis(axis ?? 0, of: source.dimensions)
    let set = axis == nil ? AxisSet(all: a.dimensions) : try AxisSet(place, of: a.dimensions)
    let result = try allocate(set.remaining(a.shape, keepdims: keepdims), .int64)
    if source.shape[place] == 0 { throw .emptyReduction(operation: isMax ? "np.argmax" : "np.argmin") }
    if result.count == 0 { return result }
    let lanes = Lanes(source, place)
    switch source.dtype {
    case .float64:
      try withoutInvalid { () throws(ArrayError) in
        isMax
          ? try search(lanes, source.doubles, result.ints) { $0 > $1 || ($0 != $0 && $1 == $1) }
          : try search(lanes, source.doubles, result.ints) { $0 < $1 || ($0 != $0 && $1 == $1) }
      }
    case .int64:
      isMax
        ? try search(lanes, source.ints, result.ints) { $0 > $1 }
        : try search(lanes, source.ints, result.ints) { $0 < $1 }
    case .bool:
      let bytes = source.bytes.assumingMemoryBound(to: UInt8.self)
      isMax ? try search(lanes, bytes, result.ints) { $0 > $1 } : try search(lanes, bytes, result.ints) { $0 < $1 }
    }
    return result
  }

  /// `isBetter(x, best)`: a nan beats everything and is beaten by nothing.
  @inline(__always)
  private static func search<T>(
    _ lanes: Lanes, _ a: UnsafeMutablePointer<T>, _ result: UnsafeMutablePointer<Int>, _ isBetter: (T, T) -> Bool
  ) throws(ArrayError) {
    var lane = 0
    try lanes.forEach { offset throws(ArrayError) in
      let p = a + offset
      var best = p[0]
      var place = 0
      try Cancellation.inBlocks(lanes.length) { block in
        for i in Swift.max(block.lowerBound, 1)..<Swift.max(block.upperBound, 1) {
          let x = p[i &* lanes.step]
          if isBetter(x, best) {
            best = x
            place = i
          }
        }
      }
      result[lane] = place
      lane &+= 1
    }
  }
}
