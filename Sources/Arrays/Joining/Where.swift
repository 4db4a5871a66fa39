extension NDArray {
  /// `np.where(condition, yes, no)`: elements of `yes` where the condition is not 0, else of `no`; all three broadcast.
  public static func choose(_ condition: NDArray, _ yes: NDArray, _ no: NDArray) throws(ArrayError) -> NDArray {
    let values = try Dims.broadcast(yes.shape, no.shape, operation: "np.where")
    let shape = try Dims.broadcast(condition.shape, values, operation: "np.where")
    let dtype = max(yes.dtype, no.dtype)
    let result = try allocate(shape, dtype)
    let (yes, no) = (try yes.casting(to: dtype), try no.casting(to: dtype))
    let mask = try condition.casting(to: .bool).view(broadcastTo: shape)
    try result.write(no, strides: no.strides(broadcastTo: shape)!)
    let source = try yes.view(broadcastTo: shape)
    switch dtype {
    case .bool: try overwrite(result.bools, source.bools, source.strides, mask)
    case .int64: try overwrite(result.ints, source.ints, source.strides, mask)
    case .float64: try overwrite(result.doubles, source.doubles, source.strides, mask)
    }
    return result
  }

  /// Where the mask is true, writes the element of `source` into the contiguous `target`.
  @inline(__always)
  private static func overwrite<T>(
    _ target: UnsafeMutablePointer<T>, _ source: UnsafeMutablePointer<T>, _ strides: Dims, _ mask: NDArray
  ) throws(ArrayError) {
    let flags = mask.bools
    var next = target
    try walkRows(mask.shape, strides, mask.strides) { from, at, count, step, maskStep in
      for i in 0..<count where flags[at &+ i &* maskStep] { next[i] = source[from &+ i &* step] }
      next += count
    }
  }

  /// `np.select`: of the first condition that holds, the choice; else `otherwise`.
  public static func select(_ conditions: [NDArray], _ choices: [NDArray], otherwise: NDArray) throws(ArrayError)
    -> NDArray
  {
    guard conditions.count == choices.count, !conditions.isEmpty else {
      throw .badValue("np.select needs as many conditions as choices, and at least one")
    }
    var result = otherwise
    for (condition, choice) in zip(conditions, choices).reversed() { result = try choose(condition, choice, result) }
    return result
  }
}
