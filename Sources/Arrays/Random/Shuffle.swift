extension RandomState {
  /// The exchanges of a shuffle of `count` things (descending Fisher–Yates), in order. For sequences that are not arrays.
  public func shuffleIndices(_ count: Int, swap: (Int, Int) -> Void) {
    guard count > 1 else { return }
    for i in stride(from: count - 1, to: 0, by: -1) {
      let j = state.twister.next(upTo: i)
      if i != j { swap(i, j) }
    }
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
    let offsets = array.count == 0 ? [] : row.elementOffsets().map { $0 * size }
    shuffleIndices(array.shape[0]) { i, j in
      for offset in offsets {
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
    for i in 0..<array.count { array.ints[i] = i }
    let out = array.ints
    shuffleIndices(array.count) { i, j in
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
    return try take(array, permutation(array.shape[0]))
  }

  /// Rows of `array` (elements of a 1-D array), chosen by 0-based positions that are in range, in a new array of the shape of
  /// `positions` followed by that of a row.
  func take(_ array: NDArray, _ positions: NDArray) throws -> NDArray {
    var shape = positions.shape
    var rest = array.shape
    rest.remove(at: 0)
    guard shape.count + rest.count <= Dims.capacity else {
      throw ArrayError.tooManyDimensions(shape.count + rest.count)
    }
    for extent in rest { shape.append(extent) }
    var restStrides = array.strides
    restStrides.remove(at: 0)
    let picked = try result(shape, array.dtype)
    if picked.count == 0 { return picked }
    let offsets = NDArray(viewing: array, shape: rest, strides: restStrides, offset: 0).elementOffsets()
    let size = array.dtype.itemSize
    var target = picked.bytes
    for n in 0..<positions.count {
      let start = array.bytes + positions.ints[n] * array.strides[0] * size
      for offset in offsets {
        target.copyMemory(from: start + offset * size, byteCount: size)
        target += size
      }
    }
    return picked
  }
}

extension NDArray {
  /// Where the elements lie, in C order, counted in elements from the first.
  fileprivate func elementOffsets() -> [Int] {
    var offsets = [0]
    for axis in 0..<dimensions {
      let step = strides[axis]
      let extent = shape[axis]
      offsets = offsets.flatMap { start in (0..<extent).map { start + $0 * step } }
    }
    return offsets
  }
}
