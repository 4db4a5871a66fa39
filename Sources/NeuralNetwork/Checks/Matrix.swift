import Arrays

/// A small matrix in rows, for formulas that are tried out: what the engine computed, or what a mistake would have given.
struct Matrix: Equatable, Sendable {
  var rows: Int
  var columns: Int
  var values: [Double]

  init(_ rows: Int, _ columns: Int, _ values: [Double]) {
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  init(_ buffer: Buffer, columns: Int) {
    self.init(buffer.count / columns, columns, buffer.numbers)
  }

  var transposed: Matrix {
    var result = Matrix(columns, rows, values)
    for i in 0..<rows { for j in 0..<columns { result.values[j * rows + i] = values[i * columns + j] } }
    return result
  }

  func map(_ body: (Double) -> Double) -> Matrix { Matrix(rows, columns, values.map(body)) }

  static func * (a: Matrix, factor: Double) -> Matrix { a.map { $0 * factor } }

  /// The matrix product; nil if the shapes do not fit.
  func times(_ other: Matrix) -> Matrix? {
    guard columns == other.rows else { return nil }
    var result = Matrix(rows, other.columns, [Double](repeating: 0, count: rows * other.columns))
    if result.values.isEmpty || columns == 0 { return result }
    values.withUnsafeBytes { a in
      other.values.withUnsafeBytes { b in
        result.values.withUnsafeMutableBytes { c in
          Precision.float64.multiply(
            m: rows, n: other.columns, k: columns, a.baseAddress!, b.baseAddress!, c.baseAddress!)
        }
      }
    }
    return result
  }

  /// Element by element with NumPy's broadcasting; nil if the shapes do not fit.
  func combined(_ other: Matrix, _ body: (Double, Double) -> Double) -> Matrix? {
    func side(_ a: Int, _ b: Int) -> Int? { a == b ? a : a == 1 ? b : b == 1 ? a : nil }
    guard let height = side(rows, other.rows), let width = side(columns, other.columns) else { return nil }
    var result = Matrix(height, width, [])
    result.values.reserveCapacity(height * width)
    for i in 0..<height {
      let (a, b) = ((rows == 1 ? 0 : i) * columns, (other.rows == 1 ? 0 : i) * other.columns)
      for j in 0..<width {
        result.values.append(body(values[a + (columns == 1 ? 0 : j)], other.values[b + (other.columns == 1 ? 0 : j)]))
      }
    }
    return result
  }

  func plus(_ other: Matrix) -> Matrix? { combined(other, +) }
  func minus(_ other: Matrix) -> Matrix? { combined(other, -) }

  /// 1 × columns.
  var sumOfRows: Matrix {
    var result = [Double](repeating: 0, count: columns)
    for i in 0..<rows { for j in 0..<columns { result[j] += values[i * columns + j] } }
    return Matrix(1, columns, result)
  }

  /// rows × 1.
  var sumOfColumns: Matrix { transposed.sumOfRows.transposed }
  var sum: Double { values.reduce(0, +) }

  /// The matrix as an array in rows, for the activations' functions.
  var array: NDArray { NDArray(values, shape: [rows, columns]) }
}
