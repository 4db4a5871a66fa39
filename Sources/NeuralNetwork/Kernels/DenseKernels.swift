import CBLAS

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
      cblas_dgemv(CblasRowMajor, CblasNoTrans, Int32(rows), Int32(inputs), 1, x, Int32(inputs), w, 1, 1, z, 1)
    } else if rows == 1 {
      cblas_dgemv(CblasRowMajor, CblasTrans, Int32(inputs), Int32(units), 1, w, Int32(units), x, 1, 1, z, 1)
    } else {
      cblas_dgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(rows), Int32(units), Int32(inputs), 1, x, Int32(inputs), w,
        Int32(units), 1, z, Int32(units))
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
      cblas_dgemv(CblasRowMajor, CblasTrans, Int32(rows), Int32(inputs), 1, x, Int32(inputs), dz, 1, 1, dw, 1)
    } else {
      cblas_dgemm(
        CblasRowMajor, CblasTrans, CblasNoTrans, Int32(inputs), Int32(units), Int32(rows), 1, x, Int32(inputs), dz,
        Int32(units), 1, dw, Int32(units))
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
      cblas_dgemv(CblasRowMajor, CblasNoTrans, Int32(inputs), Int32(units), 1, w, Int32(units), dz, 1, 0, dx, 1)
    } else {
      cblas_dgemm(
        CblasRowMajor, CblasNoTrans, CblasTrans, Int32(rows), Int32(inputs), Int32(units), 1, dz, Int32(units), w,
        Int32(units), 0, dx, Int32(inputs))
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
