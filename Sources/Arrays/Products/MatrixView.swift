/// A matrix in memory: where it starts and how far apart its rows and columns lie, in elements.
struct MatrixView {
  var bytes: UnsafeMutableRawPointer
  var rows: Int
  var columns: Int
  var rowStep: Int
  var columnStep: Int

  /// How BLAS can read it: plain or transposed, and the leading dimension; nil if it lies otherwise.
  @inline(__always)
  var layout: (transposed: Bool, leading: Int)? {
    guard BLAS.fits(rows), BLAS.fits(columns) else { return nil }
    if columnStep == 1 || columns == 1 {
      if rows == 1 { return (false, max(columns, 1)) }
      if rowStep >= columns && BLAS.fits(rowStep) { return (false, rowStep) }
    }
    if rowStep == 1 || rows == 1 {
      if columns == 1 { return (true, max(rows, 1)) }
      if columnStep >= rows && BLAS.fits(columnStep) { return (true, columnStep) }
    }
    return nil
  }
}
