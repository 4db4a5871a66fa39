extension NDArray {
  /// `a op b`, broadcast: an array of bools.
  public static func compare(_ op: ArrayComparison, _ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    let type = max(a.dtype, b.dtype)
    let shape = try Dims.broadcast(a.shape, b.shape, operation: op.text)
    let result = try allocate(shape, .bool)
    if result.count == 0 { return result }
    let x = try a.widened(type)
    let y = try b.widened(type)
    defer { keepAlive(x, y) }
    try compareElements(op, type, ElementLoop(over: shape, x, y, result), x.bytes, y.bytes, result.bytes)
    return result
  }

  /// `a op b` with a number. (For a number on the left, turn the comparison round.)
  public static func compare(_ op: ArrayComparison, _ a: NDArray, _ b: Scalar) throws(ArrayError) -> NDArray {
    let type = max(a.dtype, b.dtype)
    let x = try a.widened(type)
    defer { keepAlive(x) }
    let result = try allocate(like: x, .bool)
    if result.count == 0 { return result }
    return try withElement(b, type) { y throws(ArrayError) in
      try compareElements(op, type, ElementLoop(over: x, result, scalarOnTheLeft: false), x.bytes, y, result.bytes)
      return result
    }
  }

  /// `a op b` of a number and an array.
  public static func compare(_ op: ArrayComparison, _ a: Scalar, _ b: NDArray) throws(ArrayError) -> NDArray {
    try compare(op.turned, b, a)
  }
}

extension ArrayComparison {
  /// The comparison that says the same with its sides exchanged.
  public var turned: ArrayComparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessEqual: .greaterEqual
    case .greater: .less
    case .greaterEqual: .lessEqual
    }
  }
}
