import Glibc

extension NDArray {
  /// The dtype that holds the values of all of them.
  static func commonDType(_ arrays: [NDArray]) -> DType { arrays.map(\.dtype).max() ?? .float64 }

  /// `np.concatenate`: the arrays one after the other along an axis; without one, flattened.
  public static func concatenate(_ arrays: [NDArray], axis: Int? = 0) throws(ArrayError) -> NDArray {
    guard let first = arrays.first else { throw .badValue("need at least one array to join") }
    guard let axis else {
      var flat: [NDArray] = []
      for array in arrays { flat.append(try array.raveled()) }
      return try concatenate(flat, axis: 0)
    }
    if first.dimensions == 0 { throw .badValue("arrays without dimensions cannot be joined") }
    let along = try NDArray.axis(axis, of: first.dimensions)
    var shape = first.shape
    var total = 0
    for (i, array) in arrays.enumerated() {
      var other = array.shape
      if other.count == first.dimensions { other[along] = first.shape[along] }
      guard other == first.shape else {
        throw .cannotJoin(first: first.shape, other: array.shape, index: i, axis: along)
      }
      let (sum, overflow) = total.addingReportingOverflow(array.shape[along])
      if overflow { throw .tooLarge(shape: [Int.max]) }
      total = sum
    }
    shape[along] = total
    let result = try allocate(shape, commonDType(arrays))
    var offset = 0
    for array in arrays where array.count > 0 {
      let part = NDArray(
        viewing: result, shape: array.shape, strides: result.strides, offset: offset * result.strides[along])
      try part.write(array, strides: array.strides)
      offset += array.shape[along]
    }
    return result
  }

  /// `np.stack`: arrays of one shape, joined along a new axis.
  public static func stack(_ arrays: [NDArray], axis: Int = 0) throws(ArrayError) -> NDArray {
    guard let first = arrays.first else { throw .badValue("need at least one array to stack") }
    let axis = try NDArray.axis(axis, of: first.dimensions + 1)
    var expanded: [NDArray] = []
    for (i, array) in arrays.enumerated() {
      guard array.shape == first.shape else {
        throw .cannotJoin(first: first.shape, other: array.shape, index: i, axis: axis)
      }
      expanded.append(try array.expanded([axis]))
    }
    return try concatenate(expanded, axis: axis)
  }

  /// `np.vstack`: along the first axis; vectors are rows.
  public static func stackRows(_ arrays: [NDArray]) throws(ArrayError) -> NDArray {
    var rows: [NDArray] = []
    for array in arrays { rows.append(try array.withDimensions(atLeast: 2)) }
    return try concatenate(rows, axis: 0)
  }

  /// `np.hstack`: along the second axis; vectors along their only one.
  public static func stackHorizontally(_ arrays: [NDArray]) throws(ArrayError) -> NDArray {
    var parts: [NDArray] = []
    for array in arrays { parts.append(try array.withDimensions(atLeast: 1)) }
    return try concatenate(parts, axis: parts.first?.dimensions == 1 ? 0 : 1)
  }

  /// `np.column_stack`: along the second axis; vectors are columns.
  public static func stackColumns(_ arrays: [NDArray]) throws(ArrayError) -> NDArray {
    var columns: [NDArray] = []
    for array in arrays {
      columns.append(array.dimensions < 2 ? try array.reshaped([array.count, 1]) : array)
    }
    return try concatenate(columns, axis: 1)
  }
}
