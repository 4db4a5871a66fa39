extension NDArray {
  /// `np.eye`: ones on the diagonal `offset`, else zeros.
  public static func eye(_ rows: Int, _ columns: Int, offset: Int = 0, _ dtype: DType = .float64) throws(ArrayError)
    -> NDArray
  {
    let result = try allocate([rows, columns], dtype, zeroed: true)
    let first = offset >= 0 ? 0 : offset <= -rows ? rows : -offset
    for row in first..<Swift.max(first, rows) {
      let (column, overflow) = row.addingReportingOverflow(offset)
      if overflow || column >= columns { break }
      try result.setElementValue(.int(1), at: row * columns + column)
    }
    return result
  }

  /// An array of one value: `np.full`, `np.ones`.
  public static func full(_ shape: [Int], _ value: Scalar, _ dtype: DType) throws(ArrayError) -> NDArray {
    let result = try allocate(shape, dtype)
    try result.fill(value)
    return result
  }

  /// `np.meshgrid`: for each vector the grid of its values; the first varies along the columns (`xy`) or along the rows (`ij`).
  public static func meshgrid(_ vectors: [NDArray], isRowsFirst: Bool = false) throws(ArrayError) -> [NDArray] {
    if vectors.count > Dims.capacity { throw .tooManyDimensions(vectors.count) }
    let swaps = !isRowsFirst && vectors.count >= 2
    func axis(_ i: Int) -> Int { swaps && i < 2 ? 1 - i : i }
    var shape = [Int](repeating: 1, count: vectors.count)
    for (i, vector) in vectors.enumerated() { shape[axis(i)] = vector.count }
    var result: [NDArray] = []
    for (i, vector) in vectors.enumerated() {
      var own = [Int](repeating: 1, count: vectors.count)
      own[axis(i)] = vector.count
      result.append(try vector.reshaped(own).view(broadcastTo: Dims(shape)).copy())
    }
    return result
  }

  /// `np.indices`: for each axis of a shape the grid of its indices, stacked.
  public static func indices(_ shape: [Int]) throws(ArrayError) -> NDArray {
    if shape.count + 1 > Dims.capacity { throw .tooManyDimensions(shape.count + 1) }
    var ranges: [NDArray] = []
    // The whole must fit before its parts are made.
    _ = try allocate([shape.count] + shape, .int64)
    for extent in shape { ranges.append(try arange(0, extent, step: 1)) }
    guard !shape.isEmpty else { return try allocate([0], .int64) }
    return try stack(meshgrid(ranges, isRowsFirst: true))
  }

  /// `np.tri`: ones at and below the diagonal `offset`.
  public static func tri(_ rows: Int, _ columns: Int, offset: Int = 0, _ dtype: DType = .float64) throws(ArrayError)
    -> NDArray
  {
    try full([rows, columns], .int(1), dtype).triangle(isLower: true, offset: offset)
  }
}
