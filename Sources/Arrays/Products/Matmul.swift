extension NDArray {
  /// `a @ b`: matrices in the last two axes, broadcast over the axes before; a vector is a row on the left and a column on the right,
  /// and its axis is gone from the result. `into` is an array nobody else refers to: if it fits, it takes the result.
  public static func matmul(
    _ a: NDArray, _ b: NDArray, operation: String = "@", into target: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    if a.dimensions == 0 || b.dimensions == 0 {
      throw .badValue("\(operation) needs arrays of at least one dimension; a number multiplies with *")
    }
    let type = max(a.dtype, b.dtype)
    if a.dimensions == 2 && b.dimensions == 2 {
      guard a.shape[1] == b.shape[0] else { throw .shapeMismatch(left: a.shape, right: b.shape, operation: operation) }
      let (rows, columns) = (a.shape[0], b.shape[1])
      if a.dtype != b.dtype && type == .float64 && isSmallProduct(a.matrix, b.matrix) {
        let result = try allocateMatrix(rows, columns, type)
        if try multiplyMixed(a.dtype, a.matrix, b.dtype, b.matrix, result.doubles) { return result }
      }
      let x = try a.readable(type)
      let y = try b.readable(type)
      defer { keepAlive(x, y) }
      let result: NDArray
      if let target, target.dtype == type, target.shape == Dims(rows, columns), target.isContiguous, !target.isReadOnly,
        !target.overlaps(x),
        !target.overlaps(y)
      {
        result = target
      } else {
        result = try allocateMatrix(rows, columns, type)
      }
      if result.count > 0 { try multiply(type, x.matrix, y.matrix, result.bytes) }
      return result
    }
    return try stackedMatmul(a, b, type, operation)
  }

  /// The general case: vectors and stacks.
  private static func stackedMatmul(
    _ a: NDArray, _ b: NDArray, _ type: DType, _ operation: String
  ) throws(ArrayError) -> NDArray {
    let x = try
      (a.dimensions == 1 ? NDArray(viewing: a, shape: [1, a.count], strides: [0, a.strides[0]], offset: 0) : a)
      .readable(type)
    let y = try
      (b.dimensions == 1 ? NDArray(viewing: b, shape: [b.count, 1], strides: [b.strides[0], 0], offset: 0) : b)
      .readable(type)
    defer { keepAlive(x, y) }
    let mismatch = ArrayError.shapeMismatch(left: a.shape, right: b.shape, operation: operation)
    let (left, right) = (x.matrix, y.matrix)
    guard left.columns == right.rows else { throw mismatch }
    let (stackX, stackY) = (x.stack, y.stack)
    guard let stack = Dims.broadcast(stackX.shape, stackY.shape) else { throw mismatch }
    var shape = stack
    if a.dimensions > 1 { shape.append(left.rows) }
    if b.dimensions > 1 { shape.append(right.columns) }
    let result = try allocate(shape, type)
    if result.count == 0 { return result }
    let size = left.rows * right.columns * type.itemSize
    let stepsX = stackX.strides(broadcastTo: stack)!
    let stepsY = stackY.strides(broadcastTo: stack)!
    var index = Dims(repeating: 0, count: stack.count)
    for i in 0..<stack.product {
      var (u, v) = (left, right)
      for axis in 0..<stack.count {
        u.bytes += index[axis] * stepsX[axis] * type.itemSize
        v.bytes += index[axis] * stepsY[axis] * type.itemSize
      }
      try multiply(type, u, v, result.bytes + i * size)
      for axis in stride(from: stack.count - 1, through: 0, by: -1) {
        index[axis] += 1
        if index[axis] < stack[axis] { break }
        index[axis] = 0
      }
    }
    return result
  }

  /// The last two axes.
  @inline(__always)
  var matrix: MatrixView {
    let n = dimensions
    return MatrixView(
      bytes: bytes, rows: shape[n - 2], columns: shape[n - 1], rowStep: strides[n - 2], columnStep: strides[n - 1])
  }

  /// The axes before the last two.
  private var stack: NDArray {
    var (shape, strides) = (shape, strides)
    for _ in 0..<2 {
      shape.remove(at: shape.count - 1)
      strides.remove(at: strides.count - 1)
    }
    return NDArray(viewing: self, shape: shape, strides: strides, offset: 0)
  }

  /// This array in `dtype`, copied if its matrices do not lie as the product can read them fast.
  @inline(__always)
  private func readable(_ dtype: DType) throws(ArrayError) -> NDArray {
    if self.dtype == dtype && (isContiguous || dtype != .float64 || matrix.layout != nil) { return self }
    return try widenedCopy(dtype)
  }
}
