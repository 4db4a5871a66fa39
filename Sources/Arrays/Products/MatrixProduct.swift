import Glibc

/// c = a · b for matrices of one dtype; c is contiguous.
@inline(__always)
func multiply(_ dtype: DType, _ a: MatrixView, _ b: MatrixView, _ c: UnsafeMutableRawPointer)
  throws(ArrayError)
{
  switch dtype {
  case .float64: try multiplyFloats(a, b, c.assumingMemoryBound(to: Double.self))
  case .int64:
    try multiplyByLoops(a, b, c.assumingMemoryBound(to: Int.self), zero: 0) { (sum: Int, x: Int, y: Int) in
      sum &+ x &* y
    }
  case .bool:
    try multiplyByLoops(a, b, c.assumingMemoryBound(to: UInt8.self), zero: UInt8(0)) {
      (any: UInt8, x: UInt8, y: UInt8) in
      any | (x & y)
    }
  }
}

/// Products of so few multiplications are done before BLAS has looked at its arguments.
@inline(__always)
func isSmallProduct(_ a: MatrixView, _ b: MatrixView) -> Bool {
  let (m, n, k) = (a.rows, b.columns, a.columns)
  return m < 1 << 20 && n < 1 << 20 && k < 1 << 20 && m * n * k <= 1500
}

/// c = a · b of ints and doubles, without a copy of the ints as doubles. False for other types.
func multiplyMixed(
  _ typeA: DType, _ a: MatrixView, _ typeB: DType, _ b: MatrixView, _ c: UnsafeMutablePointer<Double>
) throws(ArrayError) -> Bool {
  switch (typeA, typeB) {
  case (.int64, .float64):
    try multiplyByLoops(a, b, c, zero: 0.0) { (sum: Double, x: Int, y: Double) in sum + Double(x) * y }
  case (.float64, .int64):
    try multiplyByLoops(a, b, c, zero: 0.0) { (sum: Double, x: Double, y: Int) in sum + x * Double(y) }
  default: return false
  }
  return true
}

private func multiplyFloats(_ a: MatrixView, _ b: MatrixView, _ c: UnsafeMutablePointer<Double>)
  throws(ArrayError)
{
  let (m, n, k) = (a.rows, b.columns, a.columns)
  let pa = a.bytes.assumingMemoryBound(to: Double.self)
  let pb = b.bytes.assumingMemoryBound(to: Double.self)
  guard isSmallProduct(a, b) else {
    if BLAS.fits(m), BLAS.fits(n), BLAS.fits(k), try multiplyByBLAS(a, b, pa, pb, c) { return }
    return try multiplyByLoops(a, b, c, zero: 0.0) { (sum: Double, x: Double, y: Double) in sum + x * y }
  }
  try multiplyByLoops(a, b, c, zero: 0.0) { (sum: Double, x: Double, y: Double) in sum + x * y }
}

/// False if the operands do not lie as BLAS wants them.
private func multiplyByBLAS(
  _ a: MatrixView, _ b: MatrixView, _ pa: UnsafeMutablePointer<Double>, _ pb: UnsafeMutablePointer<Double>,
  _ c: UnsafeMutablePointer<Double>
) throws(ArrayError) -> Bool {
  let (m, n, k) = (a.rows, b.columns, a.columns)
  if m == 1 && n == 1, canStep(a.columnStep), canStep(b.rowStep) {
    c[0] = BLAS.dot(count: k, pa, stepX: a.columnStep, pb, stepY: b.rowStep)
    return true
  }
  // A matrix and a vector: gemv is several times faster than gemm.
  if n == 1, let left = a.layout, canStep(b.rowStep) {
    let (rows, columns) = left.transposed ? (k, m) : (m, k)
    BLAS.gemv(transpose: left.transposed, rows: rows, columns: columns, pa, lda: left.leading, pb, stepX: b.rowStep, c)
    return true
  }
  if m == 1, let right = b.layout, canStep(a.columnStep) {
    let (rows, columns) = right.transposed ? (n, k) : (k, n)
    BLAS.gemv(
      transpose: !right.transposed, rows: rows, columns: columns, pb, lda: right.leading, pa, stepX: a.columnStep, c)
    return true
  }
  guard let left = a.layout, let right = b.layout else { return false }
  // A large product goes block by block, in between which it can be stopped.
  let (rows, columns) = productBlock(m, n, k)
  for row in stride(from: 0, to: m, by: rows) {
    for column in stride(from: 0, to: n, by: columns) {
      if row > 0 || column > 0 { try Cancellation.check() }
      BLAS.gemm(
        transposeA: left.transposed, transposeB: right.transposed, m: min(rows, m - row), n: min(columns, n - column),
        k: k, pa + row * a.rowStep, lda: left.leading, pb + column * b.columnStep, ldb: right.leading,
        c + row * n + column, ldc: n)
    }
  }
  return true
}

/// The rows and columns of a product of m×k and k×n that BLAS works on in one call: all of them up to some 4000×4000, since blocks may change the
/// last digits where BLAS has other code for the edges of its own blocks.
private func productBlock(_ m: Int, _ n: Int, _ k: Int) -> (Int, Int) {
  if m.multipliedFullWidth(by: n).high == 0, m * n <= (1 << 36) / max(k, 1) { return (m, n) }
  let (most, unit) = (1 << 32, 768)
  func units(_ limit: Int, _ extent: Int) -> Int { min(extent, max(limit / unit * unit, unit)) }
  let columns = units(most / unit / max(k, 1), n)
  return (units(most / max(columns, 1) / max(k, 1), m), columns)
}

private func canStep(_ step: Int) -> Bool { step > 0 && BLAS.fits(step) }

/// Row by row: c[i, :] += a[i, p] · b[p, :].
@inline(__always)
private func multiplyByLoops<A, B, T>(
  _ a: MatrixView, _ b: MatrixView, _ c: UnsafeMutablePointer<T>, zero: T, _ f: (T, A, B) -> T
) throws(ArrayError) {
  let (m, n, k) = (a.rows, b.columns, a.columns)
  let pa = a.bytes.assumingMemoryBound(to: A.self)
  let pb = b.bytes.assumingMemoryBound(to: B.self)
  var pace = Cancellation.Pace()
  if n == 1 {
    for i in 0..<m {
      let row = pa + i &* a.rowStep
      var sum = zero
      for p in 0..<k { sum = f(sum, row[p &* a.columnStep], pb[p &* b.rowStep]) }
      c[i] = sum
      try pace.step(k)
    }
    return
  }
  for i in 0..<m {
    let out = c + i &* n
    for j in 0..<n { out[j] = zero }
    for p in 0..<k {
      let x = pa[i &* a.rowStep &+ p &* a.columnStep]
      let row = pb + p &* b.rowStep
      if b.columnStep == 1 {
        for j in 0..<n { out[j] = f(out[j], x, row[j]) }
      } else {
        for j in 0..<n { out[j] = f(out[j], x, row[j &* b.columnStep]) }
      }
      try pace.step(n)
    }
  }
}
