import Glibc

/// c = a · b for matrices of one dtype; c is contiguous.
@inline(__always)
func multiply(_ dtype: DType, _ a: MatrixView, _ b: MatrixView, _ c: UnsafeMutableRawPointer) {
  switch dtype {
  case .float64: multiplyFloats(a, b, c.assumingMemoryBound(to: Double.self))
  case .int64:
    multiplyByLoops(a, b, c.assumingMemoryBound(to: Int.self), zero: 0) { (sum: Int, x: Int, y: Int) in sum &+ x &* y }
  case .bool:
    multiplyByLoops(a, b, c.assumingMemoryBound(to: UInt8.self), zero: UInt8(0)) { (any: UInt8, x: UInt8, y: UInt8) in
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
) -> Bool {
  switch (typeA, typeB) {
  case (.int64, .float64):
    multiplyByLoops(a, b, c, zero: 0.0) { (sum: Double, x: Int, y: Double) in sum + Double(x) * y }
  case (.float64, .int64):
    multiplyByLoops(a, b, c, zero: 0.0) { (sum: Double, x: Double, y: Int) in sum + x * Double(y) }
  default: return false
  }
  return true
}

private func multiplyFloats(_ a: MatrixView, _ b: MatrixView, _ c: UnsafeMutablePointer<Double>) {
  let (m, n, k) = (a.rows, b.columns, a.columns)
  let pa = a.bytes.assumingMemoryBound(to: Double.self)
  let pb = b.bytes.assumingMemoryBound(to: Double.self)
  guard isSmallProduct(a, b) else {
    if BLAS.fits(m), BLAS.fits(n), BLAS.fits(k), multiplyByBLAS(a, b, pa, pb, c) { return }
    return multiplyByLoops(a, b, c, zero: 0.0) { (sum: Double, x: Double, y: Double) in sum + x * y }
  }
  multiplyByLoops(a, b, c, zero: 0.0) { (sum: Double, x: Double, y: Double) in sum + x * y }
}

/// False if the operands do not lie as BLAS wants them.
private func multiplyByBLAS(
  _ a: MatrixView, _ b: MatrixView, _ pa: UnsafeMutablePointer<Double>, _ pb: UnsafeMutablePointer<Double>,
  _ c: UnsafeMutablePointer<Double>
) -> Bool {
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
  BLAS.gemm(
    transposeA: left.transposed, transposeB: right.transposed, m: m, n: n, k: k, pa, lda: left.leading, pb,
    ldb: right.leading, c,
    ldc: n)
  return true
}

private func canStep(_ step: Int) -> Bool { step > 0 && BLAS.fits(step) }

/// Row by row: c[i, :] += a[i, p] · b[p, :].
@inline(__always)
private func multiplyByLoops<A, B, T>(
  _ a: MatrixView, _ b: MatrixView, _ c: UnsafeMutablePointer<T>, zero: T, _ f: (T, A, B) -> T
) {
  let (m, n, k) = (a.rows, b.columns, a.columns)
  let pa = a.bytes.assumingMemoryBound(to: A.self)
  let pb = b.bytes.assumingMemoryBound(to: B.self)
  if n == 1 {
    for i in 0..<m {
      let row = pa + i &* a.rowStep
      var sum = zero
      for p in 0..<k { sum = f(sum, row[p &* a.columnStep], pb[p &* b.rowStep]) }
      c[i] = sum
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
    }
  }
}
