extension NDArray {
  /// `a[...] = source`: the values are broadcast to this shape and cast to this dtype. Overlapping memory is read before it is written.
  public func assign(_ source: NDArray) throws(ArrayError) {
    try prepareToWrite()
    let source = try NDArray.dropLeadingOnes(source, dimensions: dimensions)
    guard let sourceStrides = source.strides(broadcastTo: shape) else {
      throw .shapeMismatch(left: source.shape, right: shape, operation: "assignment")
    }
    try source.checkElements(of: dtype)
    if source.root === root {
      if source.bytes == bytes && sourceStrides == strides { return }
      let apart = try source.copy()
      try write(apart, strides: apart.strides(broadcastTo: shape)!)
    } else {
      try write(source, strides: sourceStrides)
    }
  }

  /// Sets every element: `fill`.
  public func fill(_ value: Scalar) throws(ArrayError) {
    try prepareToWrite()
    let scalar = NDArray(scalar: try value.element(of: dtype))
    try write(scalar, strides: Dims(repeating: 0, count: dimensions))
  }

  /// A value may have more axes than what it is assigned to, if the surplus ones have extent 1.
  static func dropLeadingOnes(_ source: NDArray, dimensions: Int) throws(ArrayError) -> NDArray {
    guard source.dimensions > dimensions else { return source }
    var (shape, strides) = (source.shape, source.strides)
    while shape.count > dimensions, shape[0] == 1 {
      shape.remove(at: 0)
      strides.remove(at: 0)
    }
    return NDArray(viewing: source, shape: shape, strides: strides, offset: 0)
  }
}
