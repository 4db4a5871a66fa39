extension RandomState {
  /// The exchanges of a shuffle of `count` things (descending Fisher–Yates), in order. For sequences that are not arrays, and short.
  public func shuffleIndices(_ count: Int, swap: (Int, Int) -> Void) {
    guard count > 1 else { return }
    for i in stride(from: count - 1, to: 0, by: -1) { exchange(i, swap) }
  }

  /// The same for things of which there may be many; `size` simple steps make one exchange.
  @inline(__always)
  func shuffleIndices(_ count: Int, size: Int, swap: (Int, Int) -> Void) throws(ArrayError) {
    guard count > 1 else { return }
    var pace = Cancellation.Pace()
    for i in stride(from: count - 1, to: 0, by: -1) {
      exchange(i, swap)
      try pace.step(8 + size)
    }
  }

  @inline(__always)
  private func exchange(_ i: Int, _ swap: (Int, Int) -> Void) {
    let j = state.twister.next(upTo: i)
    if i != j { swap(i, j) }
  }

  /// Shuffles an array in place along its first axis: `np.random.shuffle`.
  public func shuffle(_ array: NDArray) throws {
    guard array.dimensions > 0 else { throw ArrayError.badValue("len() of unsized object") }
    try array.prepareToWrite()
    let size = array.dtype.itemSize
    let step = array.strides[0] * size
    var rest = array.shape
    rest.remove(at: 0)
    var restStrides = array.strides
    restStrides.remove(at: 0)
    let row = NDArray(viewing: array, shape: rest, strides: restStrides, offset: 0)
    let offsets = try ElementOffsets(row.shape, row.strides)
    if array.count == 0 { return shuffleIndices(array.shape[0]) { _, _ in } }
    try shuffleIndices(array.shape[0], size: offsets.count) { i, j in
      for n in 0..<offsets.count {
        let offset = offsets[n] * size
        let left = array.bytes + (i * step + offset)
        let right = array.bytes + (j * step + offset)
        for k in 0..<size {
          let byte = left.load(fromByteOffset: k, as: UInt8.self)
          left.storeBytes(of: right.load(fromByteOffset: k, as: UInt8.self), toByteOffset: k, as: UInt8.self)
          right.storeBytes(of: byte, toByteOffset: k, as: UInt8.self)
        }
      }
    }
  }

  /// The numbers 0..<count in random order. A negative count is taken as 0, as NumPy does.
  public func permutation(_ count: Int) throws -> NDArray {
    let array = try result([max(count, 0)], .int64)
    let out = array.ints
    try Cancellation.inBlocks(array.count) { block in for i in block { out[i] = i } }
    try shuffleIndices(array.count, size: 1) { i, j in
      let kept = out[i]
      out[i] = out[j]
      out[j] = kept
    }
    return array
  }

  /// The numbers 0..<count in random order, as a plain list, by the same draws as `permutation`.
  public func permutedIndices(_ count: Int) -> [Int] {
    var order = Array(0..<max(count, 0))
    shuffleIndices(order.count) { order.swapAt($0, $1) }
    return order
  }

  /// A copy of an array, shuffled along its first axis.
  public func permutation(_ array: NDArray) throws -> NDArray {
    guard array.dimensions > 0 else { throw ArrayError.badValue("x must be an integer or at least 1-dimensional") }
    return try array.take(permutation(array.shape[0]), axis: 0)
  }
}
