extension NDArray {
  /// `np.nonzero`: for each axis the positions of the elements that are not 0, in C order.
  public func nonzero() throws(ArrayError) -> [NDArray] {
    if dimensions == 0 { throw .badValue("an array without dimensions has no positions") }
    let flat = try nonzeroOffsets()
    return positions(flat)
  }

  /// `np.flatnonzero`: the positions, in the flattened array, of the elements that are not 0.
  public func flatNonzero() throws(ArrayError) -> NDArray { NDArray(try nonzeroOffsets()) }

  /// `np.argwhere`: one row per element that is not 0, its index on each axis.
  public func positionsOfNonzero() throws(ArrayError) -> NDArray {
    let flat = try nonzeroOffsets()
    let columns = positions(flat)
    let result = try NDArray.allocate([flat.count, dimensions], .int64)
    for (axis, column) in columns.enumerated() {
      for i in 0..<flat.count { result.ints[i * dimensions + axis] = column.ints[i] }
    }
    return result
  }

  private func nonzeroOffsets() throws(ArrayError) -> [Int] {
    let source = try contiguous()
    var result: [Int] = []
    switch dtype {
    case .bool: for i in 0..<count where source.bools[i] { result.append(i) }
    case .int64: for i in 0..<count where source.ints[i] != 0 { result.append(i) }
    case .float64: for i in 0..<count where source.doubles[i] != 0 { result.append(i) }
    }
    return result
  }

  /// Flat positions as one array of indices per axis.
  private func positions(_ flat: [Int]) -> [NDArray] {
    if dimensions == 1 { return [NDArray(flat)] }
    let steps = shape.contiguousStrides
    return (0..<dimensions).map { axis in
      NDArray(flat.map { $0 / steps[axis] % shape[axis] })
    }
  }
}
