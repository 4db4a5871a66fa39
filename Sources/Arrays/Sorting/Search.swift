extension NDArray {
  /// `np.searchsorted`: where each of `values` would go into this sorted vector: before equal elements, or behind them if `isRight`.
  public func positions(of values: NDArray, isRight: Bool) throws(ArrayError) -> NDArray {
    guard dimensions == 1 else {
      throw .badValue("np.searchsorted needs a vector to search in, not \(dimensions) dimensions")
    }
    let result = try NDArray.allocate(values.shape, .int64)
    var pace = Cancellation.Pace()
    if dtype < .float64 && values.dtype < .float64 {
      let (sorted, values) = (try casting(to: .int64).contiguous(), try values.casting(to: .int64).contiguous())
      for i in 0..<values.count {
        try pace.step(8)
        result.ints[i] = NDArray.search(sorted.ints, sorted.count, values.ints[i], isRight) { $0 < $1 }
      }
    } else {
      let (sorted, values) = (try casting(to: .float64).contiguous(), try values.casting(to: .float64).contiguous())
      for i in 0..<values.count {
        try pace.step(8)
        result.ints[i] = NDArray.search(sorted.doubles, sorted.count, values.doubles[i], isRight) {
          $0 < $1 || ($1.isNaN && !$0.isNaN)
        }
      }
    }
    return result
  }

  @inline(__always)
  private static func search<T>(
    _ sorted: UnsafeMutablePointer<T>, _ count: Int, _ value: T, _ isRight: Bool, _ isLess: (T, T) -> Bool
  ) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      let goesBehind = isRight ? !isLess(value, sorted[middle]) : isLess(sorted[middle], value)
      if goesBehind { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// `np.digitize`: the number of the bin each element falls into; `bins` rises or falls. A bin contains its left edge, or its right if `isRight`.
  public func digitized(_ bins: NDArray, isRight: Bool = false) throws(ArrayError) -> NDArray {
    guard bins.dimensions == 1 else { throw .badValue("np.digitize needs a vector of bins") }
    let edges = try bins.casting(to: .float64).contiguous()
    let (lower, upper) = (
      try edges.slice(0, Swift.max(edges.count - 1, 0), axis: 0), try edges.slice(1, nil, axis: 0)
    )
    func isEverywhere(_ op: ArrayComparison) throws(ArrayError) -> Bool {
      try NDArray.reduce(.all, NDArray.compare(op, lower, upper)) == .bool(true)
    }
    if try isEverywhere(.lessEqual) { return try edges.positions(of: self, isRight: !isRight) }
    guard try isEverywhere(.greaterEqual) else {
      throw .badValue("bins must be monotonically increasing or decreasing")
    }
    let result = try edges.flipped().positions(of: self, isRight: !isRight)
    return try NDArray.apply(.subtract, .int(edges.count), result, into: result)
  }

  /// `np.isin`: for each element whether `others` contains it.
  public func isIn(_ others: NDArray, invert: Bool = false) throws(ArrayError) -> NDArray {
    let result = try NDArray.allocate(shape, .bool)
    if dtype < .float64 && others.dtype < .float64 {
      let (source, others) = (try casting(to: .int64).contiguous(), try others.casting(to: .int64).contiguous())
      try NDArray.look(source.ints, count, others.ints, others.count, invert, result.bools)
      keepAlive(source, others)
    } else {
      let (source, others) = (try casting(to: .float64).contiguous(), try others.casting(to: .float64).contiguous())
      try NDArray.look(source.doubles, count, others.doubles, others.count, invert, result.bools)
      keepAlive(source, others)
    }
    return result
  }

  @inline(__always)
  private static func look<T: Hashable>(
    _ a: UnsafeMutablePointer<T>, _ count: Int, _ others: UnsafeMutablePointer<T>, _ otherCount: Int, _ invert: Bool,
    _ result: UnsafeMutablePointer<Bool>
  ) throws(ArrayError) {
    if otherCount > memoryLimit / 128 { throw .tooLarge(shape: [otherCount]) }
    var set: Set<T> = []
    var pace = Cancellation.Pace()
    for i in 0..<otherCount {
      set.insert(others[i])
      try pace.step(8)
    }
    try Cancellation.inBlocks(count) { block in for i in block { result[i] = set.contains(a[i]) != invert } }
  }
}
