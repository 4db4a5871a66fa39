extension NDArray {
  /// The product of `n` times the square matrix (or each of a stack); of none the identity, of a negative number of times the inverse's.
  public static func matrixPower(_ a: NDArray, _ n: Int) throws(ArrayError) -> NDArray {
    guard a.dimensions >= 2, a.shape[a.dimensions - 1] == a.shape[a.dimensions - 2] else {
      throw .notSquare(shape: a.shape)
    }
    var base = n < 0 ? try inverse(a) : a
    var exponent = n.magnitude
    var result: NDArray?
    while exponent > 0 {
      if exponent & 1 == 1 { result = try result.map { r throws(ArrayError) in try matmul(r, base) } ?? base }
      exponent >>= 1
      if exponent > 0 { base = try matmul(base, base) }
    }
    if let result { return result === a ? try a.widenedCopy(a.dtype) : result }
    let size = a.shape[a.dimensions - 1]
    let identity = try allocate(a.shape, a.dtype, zeroed: true)
    for i in 0..<(size > 0 ? identity.count / (size * size) : 0) {
      for d in 0..<size {
        let place = i * size * size + d * size + d
        switch a.dtype {
        case .bool: identity.bools[place] = true
        case .int64: identity.ints[place] = 1
        case .float64: identity.doubles[place] = 1
        }
      }
    }
    return identity
  }

  /// `np.kron`: every element of `a` times the whole of `b`, as blocks.
  public static func kronecker(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    let n = max(a.dimensions, b.dimensions)
    if 2 * n > Dims.capacity { throw .tooManyDimensions(2 * n) }
    // Axes of a and b in turn, the other of each two of extent 1: a broadcast product, whose pairs of axes are then joined.
    func spread(_ x: NDArray, first: Bool) -> NDArray {
      var (shape, strides) = (Dims(), Dims())
      for i in 0..<n {
        let axis = i - (n - x.dimensions)
        let (extent, step) = axis >= 0 ? (x.shape[axis], x.strides[axis]) : (1, 0)
        shape.append(first ? extent : 1)
        strides.append(first ? step : 0)
        shape.append(first ? 1 : extent)
        strides.append(first ? 0 : step)
      }
      return NDArray(viewing: x, shape: shape, strides: strides, offset: 0)
    }
    let blocks = try apply(.multiply, spread(a, first: true), spread(b, first: false))
    var shape = Dims()
    for i in 0..<n { shape.append(blocks.shape[2 * i] * blocks.shape[2 * i + 1]) }
    return NDArray(viewing: blocks, shape: shape, strides: shape.contiguousStrides, offset: 0)
  }
}
