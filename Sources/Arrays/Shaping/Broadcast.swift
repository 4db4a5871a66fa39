extension Dims {
  /// The shape two operands take together, nil if they do not fit: extents are aligned at the right, 1 stretches to the other's.
  public static func broadcast(_ left: Dims, _ right: Dims) -> Dims? {
    if left == right { return left }
    let (long, short) = left.count >= right.count ? (left, right) : (right, left)
    let lead = long.count - short.count
    var result = long
    for i in 0..<short.count {
      let (a, b) = (long[lead + i], short[i])
      if a == b || b == 1 { continue }
      guard a == 1 else { return nil }
      result[lead + i] = b
    }
    return result
  }

  /// The shape two operands of `operation` take together.
  public static func broadcast(_ left: Dims, _ right: Dims, operation: String) throws(ArrayError) -> Dims {
    guard let shape = broadcast(left, right) else {
      throw .shapeMismatch(left: left, right: right, operation: operation)
    }
    return shape
  }
}

extension NDArray {
  /// The strides with which this array is read as one of `shape`; nil if it does not broadcast to it.
  public func strides(broadcastTo shape: Dims) -> Dims? {
    guard shape.count >= dimensions else { return nil }
    let lead = shape.count - dimensions
    var result = Dims(repeating: 0, count: shape.count)
    for i in 0..<dimensions {
      if self.shape[i] == shape[lead + i] {
        result[lead + i] = strides[i]
      } else if self.shape[i] != 1 {
        return nil
      }
    }
    return result
  }

  /// `np.broadcast_to`: a read-only view in which axes of extent 1, and missing axes in front, are repeated. It takes no memory, but may have no more
  /// elements than would fit: everything that reads an array may rely on that.
  public func view(broadcastTo shape: Dims) throws(ArrayError) -> NDArray {
    guard let strides = strides(broadcastTo: shape) else {
      throw .shapeMismatch(left: self.shape, right: shape, operation: "np.broadcast_to")
    }
    guard NDArray.isCountable(shape), shape.product <= NDArray.memoryLimit / 8 else {
      throw .tooLarge(shape: Array(shape))
    }
    return NDArray(viewing: self, shape: shape, strides: strides, offset: 0, isReadOnly: true)
  }
}
