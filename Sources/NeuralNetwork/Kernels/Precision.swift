import Arrays
import CKernels

/// The number type of a network's parameters and of all that is computed with them.
public enum Precision: String, Sendable, CaseIterable {
  case float64
  case float32

  @inline(__always) var itemSize: Int { self == .float64 ? 8 : 4 }

  /// The loops over numbers of this type, for this processor.
  @inline(__always) var kernels: UnsafePointer<nn_kernels> { (self == .float64 ? Tables.double : Tables.float).pointer }

  /// C (m×n) = alpha · op(A) (m×k) · op(B) (k×n) + beta · C, each in rows, and dense; `rowLength` is that of a
  /// matrix of whose columns A is a part.
  func multiply(
    transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int, alpha: Double = 1,
    _ a: UnsafeRawPointer, rowLength: Int? = nil, _ b: UnsafeRawPointer, beta: Double = 0,
    _ c: UnsafeMutableRawPointer
  ) {
    let (lda, ldb) = (rowLength ?? (transposeA ? m : k), transposeB ? k : n)
    switch self {
    case .float64:
      let (a, b) = (a.assumingMemoryBound(to: Double.self), b.assumingMemoryBound(to: Double.self))
      let c = c.assumingMemoryBound(to: Double.self)
      if n == 1 {
        BLAS.gemv(
          transpose: transposeA, rows: transposeA ? k : m, columns: transposeA ? m : k, alpha: alpha, a, lda: lda, b,
          beta: beta, c)
      } else {
        BLAS.gemm(
          transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, alpha: alpha, a, lda: lda, b, ldb: ldb,
          beta: beta, c, ldc: n)
      }
    case .float32:
      let (a, b) = (a.assumingMemoryBound(to: Float.self), b.assumingMemoryBound(to: Float.self))
      let c = c.assumingMemoryBound(to: Float.self)
      let (alpha, beta) = (Float(alpha), Float(beta))
      if n == 1 {
        BLAS.gemv(
          transpose: transposeA, rows: transposeA ? k : m, columns: transposeA ? m : k, alpha: alpha, a, lda: lda, b,
          beta: beta, c)
      } else {
        BLAS.gemm(
          transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, alpha: alpha, a, lda: lda, b, ldb: ldb,
          beta: beta, c, ldc: n)
      }
    }
  }
}

private struct Tables: @unchecked Sendable {
  let pointer: UnsafePointer<nn_kernels>
  static let double = Tables(pointer: nn_kernels_double())
  static let float = Tables(pointer: nn_kernels_float())
}
