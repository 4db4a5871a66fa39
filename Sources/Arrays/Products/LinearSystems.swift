extension NDArray {
  /// The inverse of a square matrix, or of each of a stack.
  public static func inverse(_ a: NDArray) throws(ArrayError) -> NDArray {
    let n = try squareExtent(a)
    let work = try a.widenedCopy(.float64)
    defer { keepAlive(work) }
    let result = try allocate(a.shape, .float64, zeroed: true)
    if result.count == 0 { return result }
    for i in 0..<(work.count / (n * n)) {
      let factors = try Factorization(work.doubles + i * n * n, n)
      if factors.isSingular { throw .singularMatrix }
      let out = result.doubles + i * n * n
      for d in 0..<n { out[d * n + d] = 1 }
      try factors.solve(out, columns: n)
    }
    return result
  }

  /// x with a · x = b. A 1-D `b` is one right-hand side, else its columns are; stacks broadcast.
  public static func solve(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    let n = try squareExtent(a)
    let mismatch = ArrayError.shapeMismatch(left: a.shape, right: b.shape, operation: "np.linalg.solve")
    if b.dimensions == 0 { throw mismatch }
    let isVector = b.dimensions == 1
    let columns = isVector ? 1 : b.shape[b.dimensions - 1]
    guard (isVector ? b.shape[0] : b.shape[b.dimensions - 2]) == n else { throw mismatch }
    var (stackA, stackB) = (a.shape, b.shape)
    for _ in 0..<2 { stackA.remove(at: stackA.count - 1) }
    for _ in 0..<(isVector ? 1 : 2) { stackB.remove(at: stackB.count - 1) }
    guard let stack = Dims.broadcast(stackA, stackB) else { throw mismatch }
    var (shapeA, shapeB) = (stack, stack)
    shapeA.append(n)
    shapeA.append(n)
    shapeB.append(n)
    if !isVector { shapeB.append(columns) }
    let work = try a.view(broadcastTo: shapeA).widenedCopy(.float64)
    defer { keepAlive(work) }
    let result = try b.view(broadcastTo: shapeB).widenedCopy(.float64)
    if n == 0 { return result }
    for i in 0..<stack.product {
      let factors = try Factorization(work.doubles + i * n * n, n)
      if factors.isSingular { throw .singularMatrix }
      try factors.solve(result.doubles + i * n * columns, columns: columns)
    }
    return result
  }

  /// The determinant of a square matrix, or of each of a stack.
  public static func determinant(_ a: NDArray) throws(ArrayError) -> NDArray {
    let n = try squareExtent(a)
    let work = try a.widenedCopy(.float64)
    defer { keepAlive(work) }
    var shape = a.shape
    for _ in 0..<2 { shape.remove(at: shape.count - 1) }
    let result = try allocate(shape, .float64)
    for i in 0..<result.count {
      let factors = try Factorization(work.doubles + i * n * n, n)
      result.doubles[i] = factors.isSingular ? 0 : factors.determinant
    }
    return result
  }

  private static func squareExtent(_ a: NDArray) throws(ArrayError) -> Int {
    guard a.dimensions >= 2, a.shape[a.dimensions - 1] == a.shape[a.dimensions - 2] else {
      throw .notSquare(shape: a.shape)
    }
    return a.shape[a.dimensions - 1]
  }
}
