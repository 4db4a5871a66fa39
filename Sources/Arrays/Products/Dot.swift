extension NDArray {
  /// `np.dot`: the product of numbers, vectors and matrices; over the last axis of `a` and the last but one of `b` beyond that.
  public static func dot(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    if a.dimensions == 0 || b.dimensions == 0 { return try apply(.multiply, a, b) }
    if a.dimensions <= 2 && b.dimensions <= 2 { return try matmul(a, b, operation: "np.dot") }
    let axis = max(b.dimensions - 2, 0)
    guard a.shape[a.dimensions - 1] == b.shape[axis] else {
      throw .shapeMismatch(left: a.shape, right: b.shape, operation: "np.dot")
    }
    return try contract(a, a.dimensions - 1, b, axis)
  }

  /// `np.inner`: the products of all vectors along the last axes.
  public static func inner(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    if a.dimensions == 0 || b.dimensions == 0 { return try apply(.multiply, a, b) }
    guard a.shape[a.dimensions - 1] == b.shape[b.dimensions - 1] else {
      throw .shapeMismatch(left: a.shape, right: b.shape, operation: "np.inner")
    }
    return try contract(a, a.dimensions - 1, b, b.dimensions - 1)
  }

  /// `np.outer`: every element of `a` times every element of `b`, both flattened.
  public static func outer(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    let (x, y) = (try a.flattened(), try b.flattened())
    let column = NDArray(viewing: x, shape: [x.count, 1], strides: [1, 0], offset: 0)
    let row = NDArray(viewing: y, shape: [1, y.count], strides: [0, 1], offset: 0)
    return try apply(.multiply, column, row)
  }

  /// `np.vdot`: the product of both, flattened, as vectors.
  public static func vdot(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    try matmul(a.flattened(), b.flattened(), operation: "np.vdot")
  }

  /// The sum along the diagonal of the two axes.
  public static func trace(_ a: NDArray, offset: Int = 0, axis1: Int = 0, axis2: Int = 1) throws(ArrayError) -> NDArray
  {
    let (first, second) = (try axis(axis1, of: a.dimensions), try axis(axis2, of: a.dimensions))
    if first == second { throw .badValue("a diagonal needs two different axes") }
    let (rows, columns) = (a.shape[first], a.shape[second])
    let limit = offset.magnitude <= Int.max.magnitude ? Int(offset.magnitude) : Int.max
    let length = Swift.max(
      0,
      offset >= 0
        ? Swift.min(rows, columns - Swift.min(limit, columns)) : Swift.min(rows - Swift.min(limit, rows), columns))
    let start = length == 0 ? 0 : offset >= 0 ? offset * a.strides[second] : -offset * a.strides[first]
    var (shape, strides) = (a.shape, a.strides)
    for gone in [max(first, second), min(first, second)] {
      shape.remove(at: gone)
      strides.remove(at: gone)
    }
    shape.append(length)
    strides.append(a.strides[first] + a.strides[second])
    let diagonal = NDArray(viewing: a, shape: shape, strides: strides, offset: start)
    return try reduce(.sum, diagonal, axis: shape.count - 1)
  }

  /// Σ over `axisA` of `a` and `axisB` of `b`; the other axes of `a`, then those of `b`, remain.
  private static func contract(_ a: NDArray, _ axisA: Int, _ b: NDArray, _ axisB: Int) throws(ArrayError) -> NDArray {
    let type = max(a.dtype, b.dtype)
    let (x, y) = (try a.withLast(axisA).widenedCopy(type), try b.withLast(axisB).widenedCopy(type))
    defer { keepAlive(x, y) }
    let k = a.shape[axisA]
    var (shape, rest) = (a.shape, b.shape)
    shape.remove(at: axisA)
    rest.remove(at: axisB)
    if shape.count + rest.count > Dims.capacity { throw .tooManyDimensions(shape.count + rest.count) }
    let (m, n) = (shape.product, rest.product)
    for extent in rest { shape.append(extent) }
    let result = try allocate(shape, type)
    if result.count == 0 { return result }
    try multiply(
      type, MatrixView(bytes: x.bytes, rows: m, columns: k, rowStep: k, columnStep: 1),
      MatrixView(bytes: y.bytes, rows: k, columns: n, rowStep: 1, columnStep: k), result.bytes)
    return result
  }

  private func withLast(_ axis: Int) -> NDArray {
    var (shape, strides) = (shape, strides)
    let (extent, step) = (shape.remove(at: axis), strides.remove(at: axis))
    shape.append(extent)
    strides.append(step)
    return NDArray(viewing: self, shape: shape, strides: strides, offset: 0)
  }
}
