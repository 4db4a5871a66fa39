extension NDArray {
  /// The same elements in C order under another shape, of which one extent may be -1: a view where the strides allow it, else a copy.
  public func reshaped(_ wanted: [Int]) throws(ArrayError) -> NDArray {
    let shape = try resolve(wanted)
    if let strides = strides(reshapedTo: shape) {
      return NDArray(viewing: self, shape: shape, strides: strides, offset: 0)
    }
    let copy = try copy()
    return NDArray(viewing: copy, shape: shape, strides: shape.contiguousStrides, offset: 0)
  }

  /// The shape with its -1 filled in, checked to have as many elements as this array.
  private func resolve(_ wanted: [Int]) throws(ArrayError) -> Dims {
    var shape = try NDArray.checked(wanted)
    var unknown: Int?
    var known = 1
    for (i, extent) in wanted.enumerated() {
      if extent == -1 {
        if unknown != nil { throw .badValue("only one dimension can be -1") }
        unknown = i
        continue
      }
      if extent < 0 { throw .badValue("negative dimensions are not allowed: \(extent)") }
      let (product, overflow) = known.multipliedReportingOverflow(by: extent)
      if overflow { throw .cannotReshape(count: count, shape: shape) }
      known = product
    }
    if let unknown {
      guard known > 0, count % known == 0 else { throw .cannotReshape(count: count, shape: shape) }
      shape[unknown] = count / known
    } else if known != count {
      throw .cannotReshape(count: count, shape: shape)
    }
    guard NDArray.isCountable(shape) else { throw .tooLarge(shape: wanted) }
    return shape
  }

  /// The strides under which this memory has another shape of the same size; nil if there are none.
  private func strides(reshapedTo new: Dims) -> Dims? {
    if isContiguous || count == 0 { return new.contiguousStrides }
    // Runs of old axes that lie evenly in memory, matched with runs of new axes of the same product.
    var old = Dims()
    var oldStrides = Dims()
    for i in 0..<dimensions where shape[i] != 1 {
      old.append(shape[i])
      oldStrides.append(strides[i])
    }
    var result = Dims(repeating: 0, count: new.count)
    var (i, j) = (0, 0)
    while i < old.count && j < new.count {
      var (oldEnd, newEnd) = (i + 1, j + 1)
      var (oldSize, newSize) = (old[i], new[j])
      while oldSize != newSize {
        if newSize < oldSize {
          newSize *= new[newEnd]
          newEnd += 1
        } else {
          oldSize *= old[oldEnd]
          oldEnd += 1
        }
      }
      for k in i..<(oldEnd - 1) where oldStrides[k] != oldStrides[k + 1] * old[k + 1] { return nil }
      var step = oldStrides[oldEnd - 1]
      for k in stride(from: newEnd - 1, through: j, by: -1) {
        result[k] = step
        step *= new[k]
      }
      (i, j) = (oldEnd, newEnd)
    }
    // What is left has extent 1; its stride does not matter.
    let last = j > 0 ? result[j - 1] : 1
    for k in j..<new.count { result[k] = last }
    return result
  }

  /// One dimension, in C order: a view where the strides allow it.
  public func raveled() throws(ArrayError) -> NDArray { isContiguous ? try reshaped([count]) : try flatCopy() }

  /// One dimension, in C order, always a copy.
  public func flatCopy() throws(ArrayError) -> NDArray {
    let copy = try copy()
    return NDArray(viewing: copy, shape: [count], strides: [1], offset: 0)
  }
}
