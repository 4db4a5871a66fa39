import Glibc

/// P·A = L·U by Gaussian elimination with partial pivoting, in place: U on and above the diagonal, L (with ones) below it.
struct Factorization {
  let n: Int
  let a: UnsafeMutablePointer<Double>
  /// Row `i` was exchanged with row `pivots[i]` at step `i`.
  private(set) var pivots: [Int]
  private(set) var isSingular = false
  private(set) var sign = 1.0

  /// `a` is n×n, row-major, and is overwritten.
  init(_ a: UnsafeMutablePointer<Double>, _ n: Int) throws(ArrayError) {
    self.a = a
    self.n = n
    pivots = Array(0..<n)
    var pace = Cancellation.Pace()
    for column in 0..<n {
      try pace.step((n - column) * (n - column))
      var pivot = column
      for row in (column + 1)..<Swift.max(n, column + 1)
      where a[row * n + column].magnitude > a[pivot * n + column].magnitude { pivot = row }
      pivots[column] = pivot
      if a[pivot * n + column] == 0 {
        isSingular = true
        continue
      }
      if pivot != column {
        sign = -sign
        for j in 0..<n { swap(&a[pivot * n + j], &a[column * n + j]) }
      }
      let reciprocal = 1 / a[column * n + column]
      let top = a + column * n
      for row in (column + 1)..<Swift.max(n, column + 1) {
        let line = a + row * n
        let factor = line[column] * reciprocal
        line[column] = factor
        if factor != 0 { for j in (column + 1)..<n { line[j] -= factor * top[j] } }
      }
    }
  }

  /// The determinant, by way of the logarithms of the pivots, which do not overflow on the way (as NumPy's).
  var determinant: Double {
    var (sign, logarithm) = (sign, 0.0)
    for i in 0..<n {
      let pivot = a[i * n + i]
      if pivot < 0 { sign = -sign }
      logarithm += log(pivot.magnitude)
    }
    return sign * exp(logarithm)
  }

  /// Overwrites the `columns` right-hand sides in `b` (n×columns, row-major) with the solutions.
  func solve(_ b: UnsafeMutablePointer<Double>, columns: Int) throws(ArrayError) {
    var pace = Cancellation.Pace()
    for i in 0..<n where pivots[i] != i {
      for j in 0..<columns { swap(&b[i * columns + j], &b[pivots[i] * columns + j]) }
    }
    for i in 0..<n {
      try pace.step(i * columns)
      for p in 0..<i { subtract(b + i * columns, a[i * n + p], b + p * columns, columns) }
    }
    for i in stride(from: n - 1, through: 0, by: -1) {
      try pace.step((n - i) * columns)
      for p in (i + 1)..<Swift.max(n, i + 1) { subtract(b + i * columns, a[i * n + p], b + p * columns, columns) }
      let pivot = a[i * n + i]
      for j in 0..<columns { b[i * columns + j] /= pivot }
    }
  }

  private func subtract(
    _ row: UnsafeMutablePointer<Double>, _ factor: Double, _ other: UnsafeMutablePointer<Double>, _ n: Int
  ) {
    if factor == 0 { return }
    for j in 0..<n { row[j] -= factor * other[j] }
  }
}
