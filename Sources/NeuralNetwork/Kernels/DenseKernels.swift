import Arrays

/// The three products of a dense layer over a block of rows. Small layers are worked by own loops, for the call of a BLAS costs more
/// than their arithmetic; large ones by OpenBLAS.
enum DenseKernels {
  /// Multiplications of a row from which BLAS wins.
  static let blasThreshold = 512

  /// `z = x @ w + b`: x rows × inputs, w inputs × units, b units, z rows × units.
  static func forward(
    _ x: UnsafePointer<Double>, _ w: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    _ z: UnsafeMutablePointer<Double>, rows: Int, inputs: Int, units: Int
  ) {
    if units == 1 && inputs < blasThreshold {
      for row in 0..<rows { z[row] = b[0] + dot(x + row &* inputs, w, inputs) }
      return
    }
    for row in 0..<rows {
      let z = z + row &* units
      for j in 0..<units { z[j] = b[j] }
    }
    if inputs &* units < blasThreshold {
      for row in 0..<rows {
        let x = x + row &* inputs
        let z = z + row &* units
        for i in 0..<inputs { add(w + i &* units, times: x[i], to: z, units) }
      }
    } else if units == 1 {
      BLAS.gemv(rows: rows, columns: inputs, x, lda: inputs, w, beta: 1, z)
    } else if rows == 1 {
      BLAS.gemv(transpose: true, rows: inputs, columns: units, w, lda: units, x, beta: 1, z)
    } else {
      BLAS.gemm(m: rows, n: units, k: inputs, x, lda: inputs, w, ldb: units, beta: 1, z, ldc: units)
    }
  }

  /// `dw += x.T @ dz` and `db += sum of the rows of dz`.
  static func accumulate(
    _ x: UnsafePointer<Double>, _ dz: UnsafePointer<Double>, _ dw: UnsafeMutablePointer<Double>,
    _ db: UnsafeMutablePointer<Double>, rows: Int, inputs: Int, units: Int
  ) {
    for row in 0..<rows { add(dz + row &* units, times: 1, to: db, units) }
    if inputs &* units < blasThreshold {
      if units == 1 {
        for row in 0..<rows { add(x + row &* inputs, times: dz[row], to: dw, inputs) }
        return
      }
      for row in 0..<rows {
        let x = x + row &* inputs
        let dz = dz + row &* units
        for i in 0..<inputs { add(dz, times: x[i], to: dw + i &* units, units) }
      }
    } else if units == 1 {
      BLAS.gemv(transpose: true, rows: rows, columns: inputs, x, lda: inputs, dz, beta: 1, dw)
    } else {
      BLAS.gemm(
        transposeA: true, m: inputs, n: units, k: rows, x, lda: inputs, dz, ldb: units, beta: 1, dw, ldc: units)
    }
  }

  /// `dx = dz @ w.T`
  static func backward(
    _ dz: UnsafePointer<Double>, _ w: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>,
    rows: Int, inputs: Int, units: Int
  ) {
    if units == 1 {
      for row in 0..<rows {
        let dx = dx + row &* inputs
        let d = dz[row]
        for i in 0..<inputs { dx[i] = d * w[i] }
      }
    } else if inputs &* units < blasThreshold {
      for row in 0..<rows {
        let dz = dz + row &* units
        let dx = dx + row &* inputs
        for i in 0..<inputs { dx[i] = dot(dz, w + i &* units, units) }
      }
    } else if rows == 1 {
      BLAS.gemv(rows: inputs, columns: units, w, lda: units, dz, dx)
    } else {
      BLAS.gemm(transposeB: true, m: rows, n: inputs, k: units, dz, lda: units, w, ldb: units, dx, ldc: inputs)
    }
  }

  /// `y += factor * x`
  @inline(__always)
  private static func add(
    _ x: UnsafePointer<Double>, times factor: Double, to y: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    for i in 0..<count { y[i] += factor * x[i] }
  }

  /// Four running sums, for one would wait for itself at every addition.
  @inline(__always)
  private static func dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
    var sums = SIMD4<Double>()
    var i = 0
    while i &+ 4 <= count {
      sums += SIMD4(x[i], x[i &+ 1], x[i &+ 2], x[i &+ 3]) * SIMD4(y[i], y[i &+ 1], y[i &+ 2], y[i &+ 3])
      i &+= 4
    }
    var sum = sums.sum()
    while i < count {
      sum += x[i] * y[i]
      i &+= 1
    }
    return sum
  }
}
