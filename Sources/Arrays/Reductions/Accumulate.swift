extension NDArray {
  /// The running sums along `axis`; nil: of the flattened array.
  public static func cumsum(_ a: NDArray, axis: Int?) throws(ArrayError) -> NDArray {
    try accumulate(a, axis, { $0 + $1 }, { $0 &+ $1 })
  }

  /// The running products along `axis`; nil: of the flattened array.
  public static func cumprod(_ a: NDArray, axis: Int?) throws(ArrayError) -> NDArray {
    try accumulate(a, axis, { $0 * $1 }, { $0 &* $1 })
  }

  @inline(__always)
  private static func accumulate(
    _ a: NDArray, _ axis: Int?, _ floats: (Double, Double) -> Double, _ ints: (Int, Int) -> Int
  ) throws(ArrayError) -> NDArray {
    let place = try axis == nil ? 0 : NDArray.axis(axis!, of: a.dimensions)
    let flat = axis == nil ? try a.flattened() : a
    let result = try flat.widenedCopy(Swift.max(flat.dtype, .int64))
    if result.count == 0 { return result }
    let lanes = Lanes(result, place)
    if result.dtype == .float64 {
      try lanes.forEach { offset throws(ArrayError) in try run(result.doubles + offset, lanes, floats) }
    } else {
      try lanes.forEach { offset throws(ArrayError) in try run(result.ints + offset, lanes, ints) }
    }
    return result
  }

  @inline(__always)
  private static func run<T>(_ p: UnsafeMutablePointer<T>, _ lanes: Lanes, _ f: (T, T) -> T)
    throws(ArrayError)
  {
    var value = p[0]
    try Cancellation.inBlocks(lanes.length) { block in
      for i in Swift.max(block.lowerBound, 1)..<Swift.max(block.upperBound, 1) {
        value = f(value, p[i &* lanes.step])
        p[i &* lanes.step] = value
      }
    }
  }
}
