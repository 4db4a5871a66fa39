/// Calls `body` for every row of two arrays of one shape that are read together: where the row starts in each, how long it is, and the
/// steps between its elements; a long row comes in parts. Axes that lie one behind the other in both arrays are one row, so two contiguous arrays are a single one.
@inline(__always)
func walkRows(
  _ shape: Dims, _ left: Dims, _ right: Dims,
  _ body: (_ left: Int, _ right: Int, _ count: Int, _ leftStep: Int, _ rightStep: Int) throws(ArrayError) -> Void
) throws(ArrayError) {
  // Innermost axis first.
  var extents = Dims()
  var leftSteps = Dims()
  var rightSteps = Dims()
  for axis in stride(from: shape.count - 1, through: 0, by: -1) {
    let extent = shape[axis]
    if extent == 0 { return }
    if extent == 1 { continue }
    let last = extents.count - 1
    if last >= 0, left[axis] == leftSteps[last] &* extents[last], right[axis] == rightSteps[last] &* extents[last] {
      extents[last] = extents[last] &* extent
    } else {
      extents.append(extent)
      leftSteps.append(left[axis])
      rightSteps.append(right[axis])
    }
  }
  let (length, leftStep, rightStep) = extents.count > 0 ? (extents[0], leftSteps[0], rightSteps[0]) : (1, 0, 0)
  var index = Dims(repeating: 0, count: extents.count)
  var (leftOffset, rightOffset) = (0, 0)
  var pace = Cancellation.Pace()
  while true {
    var done = 0
    repeat {
      let count = Swift.min(length &- done, Cancellation.stride)
      try body(leftOffset &+ done &* leftStep, rightOffset &+ done &* rightStep, count, leftStep, rightStep)
      done &+= count
      try pace.step(count)
    } while done < length
    var axis = 1
    while axis < extents.count {
      index[axis] &+= 1
      leftOffset &+= leftSteps[axis]
      rightOffset &+= rightSteps[axis]
      if index[axis] < extents[axis] { break }
      leftOffset &-= leftSteps[axis] &* extents[axis]
      rightOffset &-= rightSteps[axis] &* extents[axis]
      index[axis] = 0
      axis &+= 1
    }
    if axis >= extents.count { return }
  }
}

/// The element offsets, in C order, of an array with some shape and strides. Of a single element there is no list.
struct ElementOffsets {
  let count: Int
  private let list: NDArray?

  init(_ shape: Dims, _ strides: Dims) throws(ArrayError) {
    count = shape.product
    guard shape.count > 0 else {
      list = nil
      return
    }
    let list = try NDArray.allocate([count], .int64)
    var next = list.ints
    try walkRows(shape, strides, strides) { start, _, count, step, _ in
      for i in 0..<count { next[i] = start &+ i &* step }
      next += count
    }
    self.list = list
  }

  /// Calls `body` with the offsets.
  @inline(__always)
  func withPointer<R>(_ body: (UnsafePointer<Int>) throws(ArrayError) -> R) throws(ArrayError) -> R {
    if let list { return try withExtendedLifetime(list) { () throws(ArrayError) in try body(list.ints) } }
    var zero = 0
    return try withUnsafePointer(to: &zero) { pointer throws(ArrayError) in try body(pointer) }
  }

  /// An array of them.
  func array() throws(ArrayError) -> NDArray {
    if let list { return list }
    return try NDArray.allocate([1], .int64, zeroed: true)
  }

  @inline(__always) subscript(index: Int) -> Int { list.map { $0.ints[index] } ?? 0 }
}
