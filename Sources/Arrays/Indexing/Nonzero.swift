extension NDArray {
  /// `np.nonzero`: for each axis the positions of the elements that are not 0, in C order.
  public func nonzero() throws(ArrayError) -> [NDArray] {
    if dimensions == 0 { throw .badValue("an array without dimensions has no positions") }
    let flat = try nonzeroOffsets()
    return try positions(flat)
  }

  /// `np.flatnonzero`: the positions, in the flattened array, of the elements that are not 0.
  public func flatNonzero() throws(ArrayError) -> NDArray { try nonzeroOffsets() }

  /// `np.argwhere`: one row per element that is not 0, its index on each axis.
  public func positionsOfNonzero() throws(ArrayError) -> NDArray {
    let flat = try nonzeroOffsets()
    let columns = try positions(flat)
    let result = try NDArray.allocate([flat.count, dimensions], .int64)
    for (axis, column) in columns.enumerated() {
      try Cancellation.inBlocks(flat.count) { block in
        for i in block { result.ints[i * dimensions + axis] = column.ints[i] }
      }
    }
    return result
  }

  private func nonzeroOffsets() throws(ArrayError) -> NDArray {
    let source = try contiguous()
    guard case .int(let total) = try NDArray.reduce(.countNonzero, source) else {
      preconditionFailure("a count is an int")
    }
    let result = try NDArray.allocate([total], .int64)
    var next = result.ints
    func add(_ i: Int) {
      next[0] = i
      next += 1
    }
    try Cancellation.inBlocks(count) { block in
      switch dtype {
      case .bool: for i in block where source.bools[i] { add(i) }
      case .int64: for i in block where source.ints[i] != 0 { add(i) }
      case .float64: for i in block where source.doubles[i] != 0 { add(i) }
      }
    }
    return result
  }

  /// Flat positions as one array of indices per axis.
  private func positions(_ flat: NDArray) throws(ArrayError) -> [NDArray] {
    if dimensions == 1 { return [flat] }
    let steps = shape.contiguousStrides
    var result: [NDArray] = []
    for axis in 0..<dimensions {
      let column = try NDArray.allocate(flat.shape, .int64)
      try Cancellation.inBlocks(flat.count) { block in
        for i in block { column.ints[i] = flat.ints[i] / steps[axis] % shape[axis] }
      }
      result.append(column)
    }
    return result
  }
}
