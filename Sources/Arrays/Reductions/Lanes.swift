/// The lanes of an array along one axis: for every position on the other axes, in C order, the offset of the lane's first element.
struct Lanes {
  private let others: NDArray
  let count: Int
  let step: Int
  let length: Int

  init(_ a: NDArray, _ axis: Int) {
    var (shape, strides) = (a.shape, a.strides)
    length = shape.remove(at: axis)
    step = strides.remove(at: axis)
    count = shape.product
    others = NDArray(viewing: a, shape: shape, strides: strides, offset: 0)
  }

  @inline(__always)
  func forEach(_ body: (Int) throws(ArrayError) -> Void) throws(ArrayError) {
    let size = Swift.min(length, Cancellation.stride)
    var pace = Cancellation.Pace()
    if others.dimensions == 1 {
      let step = others.strides[0]
      for i in 0..<count {
        try body(i &* step)
        try pace.step(size)
      }
      return
    }
    // `isContiguous` of the view may be accidental; its strides always hold.
    var index = Dims(repeating: 0, count: others.dimensions)
    var offset = 0
    for _ in 0..<count {
      try body(offset)
      try pace.step(size)
      var axis = others.dimensions - 1
      while axis >= 0 {
        index[axis] += 1
        offset += others.strides[axis]
        if index[axis] < others.shape[axis] { break }
        offset -= others.strides[axis] * others.shape[axis]
        index[axis] = 0
        axis -= 1
      }
    }
  }
}

extension NDArray {
  /// All elements in C order along one axis; no copy if they lie so.
  func flattened() throws(ArrayError) -> NDArray {
    let source = isContiguous ? self : try widenedCopy(dtype)
    return NDArray(viewing: source, shape: [count], strides: [1], offset: 0)
  }

  /// The elements over `axes` brought together: a float64 array of one row per remaining position, in C order.
  func gathered(_ axes: AxisSet) throws(ArrayError) -> NDArray {
    var (shape, strides) = (Dims(), Dims())
    for wanted in [false, true] {
      for axis in 0..<dimensions where axes.contains(axis) == wanted {
        shape.append(self.shape[axis])
        strides.append(self.strides[axis])
      }
    }
    let rows = axes.remaining(self.shape, keepdims: false).product
    let copy = try NDArray(viewing: self, shape: shape, strides: strides, offset: 0).widenedCopy(.float64)
    let length = axes.extent(self.shape)
    return NDArray(viewing: copy, shape: [rows, length], strides: [length, 1], offset: 0)
  }
}
