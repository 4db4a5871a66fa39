extension NDArray {
  /// `a.diagonal`: a read-only view of the elements `[i, i + offset]` of two axes, as the last axis.
  public func diagonal(offset: Int = 0, axes: (Int, Int) = (0, 1)) throws(ArrayError) -> NDArray {
    guard dimensions >= 2 else { throw .badValue("a diagonal needs an array of at least two dimensions") }
    let row = try NDArray.axis(axes.0, of: dimensions)
    let column = try NDArray.axis(axes.1, of: dimensions)
    if row == column { throw .badValue("the two axes must differ") }
    let (rows, columns) = (shape[row], shape[column])
    let (firstRow, firstColumn) = offset >= 0 ? (0, Swift.min(offset, columns)) : (offset <= -rows ? rows : -offset, 0)
    let length = Swift.max(0, Swift.min(rows - firstRow, columns - firstColumn))
    var (shape, strides) = (Dims(), Dims())
    for i in 0..<dimensions where i != row && i != column {
      shape.append(self.shape[i])
      strides.append(self.strides[i])
    }
    shape.append(length)
    strides.append(self.strides[row] + self.strides[column])
    let start = length == 0 ? 0 : firstRow * self.strides[row] + firstColumn * self.strides[column]
    return NDArray(viewing: self, shape: shape, strides: strides, offset: start, isReadOnly: true)
  }

  /// `np.diag`: the square matrix with a vector on a diagonal, or the diagonal of a matrix as a new vector.
  public func diag(offset: Int = 0) throws(ArrayError) -> NDArray {
    switch dimensions {
    case 1:
      let (extent, overflow) = count.addingReportingOverflow(Int(clamping: offset.magnitude))
      if overflow { throw .tooLarge(shape: [Int.max, Int.max]) }
      let result = try NDArray.allocate([extent, extent], dtype, zeroed: true)
      let start = offset >= 0 ? offset : -offset * extent
      let target = NDArray(
        viewing: result, shape: [count], strides: [extent + 1], offset: count == 0 ? 0 : start)
      try target.assign(self)
      return result
    case 2: return try diagonal(offset: offset).copy()
    default: throw .badValue("np.diag takes an array of one or two dimensions, not \(dimensions)")
    }
  }

  /// `np.tril` (`isLower`) and `np.triu`: a copy with zeros above or below the diagonal `offset` of the last two axes.
  public func triangle(isLower: Bool, offset: Int = 0) throws(ArrayError) -> NDArray {
    guard dimensions >= 1 else { throw .badValue("a triangle needs an array of at least one dimension") }
    let source = dimensions == 1 ? try view(broadcastTo: [count, count]) : self
    let result = try source.copy()
    let (rows, columns) = (result.shape[result.dimensions - 2], result.shape[result.dimensions - 1])
    if result.count == 0 { return result }
    let offset = Swift.min(Swift.max(offset, -rows - 1), columns + 1)
    let itemSize = dtype.itemSize
    var pace = Cancellation.Pace()
    for matrix in 0..<(result.count / (rows * columns)) {
      for row in 0..<rows {
        // Elements [row, column] with column − row > offset are above the diagonal.
        let edge = Swift.min(Swift.max(isLower ? row + offset + 1 : row + offset, 0), columns)
        let cleared = isLower ? edge..<columns : 0..<edge
        let start = result.bytes + ((matrix * rows + row) * columns + cleared.lowerBound) * itemSize
        start.initializeMemory(as: UInt8.self, repeating: 0, count: cleared.count * itemSize)
        try pace.step(cleared.count)
      }
    }
    return result
  }

  /// `np.fill_diagonal`: sets the main diagonal of this array (all axes equal beyond two) to a value, or to a vector's elements in turn.
  public func fillDiagonal(_ value: NDArray, wrap: Bool = false) throws(ArrayError) {
    try prepareToWrite()
    guard dimensions >= 2 else { throw .badValue("np.fill_diagonal needs an array of at least two dimensions") }
    for extent in shape where dimensions > 2 && extent != shape[0] {
      throw .badValue("all axes of the array must be equal")
    }
    if value.count == 0 { throw .badValue("np.fill_diagonal needs a value") }
    let values = try value.elements(of: dtype).raveled().copy()
    let step = strides.reduce(0, +)
    if dimensions == 2 && wrap && isContiguous && shape[0] > shape[1] && shape[1] > 0 {
      for (i, at) in stride(from: 0, to: count, by: shape[1] + 1).enumerated() {
        try copyElement(values, i % values.count, at)
      }
      return
    }
    for i in 0..<(shape.min() ?? 0) { try copyElement(values, i % values.count, i * step) }
  }

  private func copyElement(_ source: NDArray, _ from: Int, _ to: Int) throws(ArrayError) {
    try setElementValue(source.elementValue(at: from), at: to)
  }
}
