extension NDArray {
  /// The element at an offset, in elements, from the first one.
  @inline(__always)
  public func elementValue(at offset: Int) -> Scalar {
    switch dtype {
    case .bool: .bool(bools[offset])
    case .int64: .int(ints[offset])
    case .float64: .float(doubles[offset])
    }
  }

  /// Sets the element at an offset, in elements, from the first one.
  @inline(__always)
  public func setElementValue(_ value: Scalar, at offset: Int) throws(ArrayError) {
    switch dtype {
    case .float64: doubles[offset] = value.double
    case .bool, .int64:
      switch try value.element(of: dtype) {
      case .bool(let value): bools[offset] = value
      case .int(let value): ints[offset] = value
      case .float: break
      }
    }
  }

  /// The offset of index `index` on `axis`, counted from the end if negative.
  @inline(__always)
  func offset(_ index: Int, axis: Int) throws(ArrayError) -> Int {
    let size = shape[axis]
    let position = index < 0 ? index &+ size : index
    guard position >= 0 && position < size else { throw .indexOutOfRange(index: index, axis: axis, size: size) }
    return position &* strides[axis]
  }

  /// `a[i]` of a 1-D array.
  public func element(_ i: Int) throws(ArrayError) -> Scalar {
    guard dimensions == 1 else { throw .tooManyIndices(given: 1, dimensions: dimensions) }
    return elementValue(at: try offset(i, axis: 0))
  }

  /// `a[i, j]` of a 2-D array.
  public func element(_ i: Int, _ j: Int) throws(ArrayError) -> Scalar {
    guard dimensions == 2 else { throw .tooManyIndices(given: 2, dimensions: dimensions) }
    return elementValue(at: try offset(i, axis: 0) &+ offset(j, axis: 1))
  }

  /// `a[i] = value` of a 1-D array.
  public func setElement(_ i: Int, _ value: Scalar) throws(ArrayError) {
    guard dimensions == 1 else { throw .tooManyIndices(given: 1, dimensions: dimensions) }
    let offset = try offset(i, axis: 0)
    try prepareToWrite()
    try setElementValue(value, at: offset)
  }

  /// `a[i, j] = value` of a 2-D array.
  public func setElement(_ i: Int, _ j: Int, _ value: Scalar) throws(ArrayError) {
    guard dimensions == 2 else { throw .tooManyIndices(given: 2, dimensions: dimensions) }
    let offset = try offset(i, axis: 0) &+ offset(j, axis: 1)
    try prepareToWrite()
    try setElementValue(value, at: offset)
  }

  /// `a[i]` of an array of one or more dimensions: a view without the first axis.
  public func row(_ i: Int) throws(ArrayError) -> NDArray {
    guard dimensions > 0 else { throw .tooManyIndices(given: 1, dimensions: 0) }
    let offset = try offset(i, axis: 0)
    var (shape, strides) = (shape, strides)
    shape.remove(at: 0)
    strides.remove(at: 0)
    return NDArray(viewing: self, shape: shape, strides: strides, offset: count == 0 ? 0 : offset)
  }
}
