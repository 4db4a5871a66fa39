/// Calls `body` for every row of two arrays of one shape that are read together: where the row starts in each, how long it is, and the
/// steps between its elements. Axes that lie one behind the other in both arrays are one row, so two contiguous arrays are a single one.
@inline(__always)
func walkRows(
  _ shape: Dims, _ left: Dims, _ right: Dims,
  _ body: (_ left: Int, _ right: Int, _ count: Int, _ leftStep: Int, _ rightStep: Int) -> Void
) {
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
  guard extents.count > 0 else { return body(0, 0, 1, 0, 0) }
  let (count, leftStep, rightStep) = (extents[0], leftSteps[0], rightSteps[0])
  if extents.count == 1 { return body(0, 0, count, leftStep, rightStep) }
  var index = Dims(repeating: 0, count: extents.count)
  var (leftOffset, rightOffset) = (0, 0)
  while true {
    body(leftOffset, rightOffset, count, leftStep, rightStep)
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
    if axis == extents.count { return }
  }
}

/// The element offsets, in C order, of an array with this shape and these strides.
func elementOffsets(_ shape: Dims, _ strides: Dims) -> [Int] {
  var result: [Int] = []
  result.reserveCapacity(shape.product)
  walkRows(shape, strides, strides) { start, _, count, step, _ in
    for i in 0..<count { result.append(start &+ i &* step) }
  }
  return result
}
