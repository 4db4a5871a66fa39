import CBLAS

/// The few routines of the system's BLAS that nn uses, on row-major matrices.
///
/// `m`, `n`, `k` are the extents after transposing; a leading dimension is the distance, in elements, between the rows of the matrix as it
/// lies in memory. Extents and leading dimensions must fit 32 bits (``fits(_:)``).
public enum BLAS {
  /// Whether an extent is one that BLAS can take.
  @inline(__always) public static func fits(_ extent: Int) -> Bool { extent <= Int(Int32.max) }

  /// C (m×n) = alpha · op(A) (m×k) · op(B) (k×n) + beta · C. With beta 0, C need not be set.
  public static func gemm(
    transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int, alpha: Double = 1,
    _ a: UnsafePointer<Double>, lda: Int, _ b: UnsafePointer<Double>, ldb: Int, beta: Double = 0,
    _ c: UnsafeMutablePointer<Double>, ldc: Int
  ) {
    nn_dgemm(
      transposeA, transposeB, Int32(m), Int32(n), Int32(k), alpha, a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
  }

  /// The same for single precision.
  public static func gemm(
    transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int, alpha: Float = 1,
    _ a: UnsafePointer<Float>, lda: Int, _ b: UnsafePointer<Float>, ldb: Int, beta: Float = 0,
    _ c: UnsafeMutablePointer<Float>, ldc: Int
  ) {
    nn_sgemm(
      transposeA, transposeB, Int32(m), Int32(n), Int32(k), alpha, a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
  }

  /// y = alpha · op(A) · x + beta · y, where A is `rows`×`columns` as it lies in memory.
  public static func gemv(
    transpose: Bool = false, rows: Int, columns: Int, alpha: Double = 1, _ a: UnsafePointer<Double>, lda: Int,
    _ x: UnsafePointer<Double>, stepX: Int = 1, beta: Double = 0, _ y: UnsafeMutablePointer<Double>, stepY: Int = 1
  ) {
    nn_dgemv(
      transpose, Int32(rows), Int32(columns), alpha, a, Int32(lda),
      x, Int32(stepX), beta, y, Int32(stepY))
  }

  /// The same for single precision.
  public static func gemv(
    transpose: Bool = false, rows: Int, columns: Int, alpha: Float = 1, _ a: UnsafePointer<Float>, lda: Int,
    _ x: UnsafePointer<Float>, stepX: Int = 1, beta: Float = 0, _ y: UnsafeMutablePointer<Float>, stepY: Int = 1
  ) {
    nn_sgemv(
      transpose, Int32(rows), Int32(columns), alpha, a, Int32(lda),
      x, Int32(stepX), beta, y, Int32(stepY))
  }

  /// Σ x·y.
  public static func dot(
    count: Int, _ x: UnsafePointer<Double>, stepX: Int = 1, _ y: UnsafePointer<Double>, stepY: Int = 1
  ) -> Double {
    nn_ddot(Int32(count), x, Int32(stepX), y, Int32(stepY))
  }
}
