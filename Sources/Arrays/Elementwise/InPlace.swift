extension NDArray {
  /// `target op= b`: written into `target`'s own memory, for every name that refers to it.
  ///
  /// The result must fit the target's dtype (`int64 += float64` does not) and its shape. Memory the operands share is read before it is written.
  public static func applyInPlace(_ op: ArrayOperation, _ target: NDArray, _ b: NDArray) throws(ArrayError) {
    let type = try inPlaceType(op, target, b.dtype)
    let y = try (target.overlaps(b) && !target.isSameView(b) ? b.widenedCopy(b.dtype) : b).widened(type)
    defer { keepAlive(y) }
    if target.shape != y.shape, y.strides(broadcastTo: target.shape) == nil {
      throw .shapeMismatch(left: target.shape, right: b.shape, operation: op.text + "=")
    }
    if target.count == 0 { return }
    if op == .power && type == .int64 { try y.refuseNegativeExponents() }
    try compute(op, type, ElementLoop(over: target.shape, target, y, target), target.bytes, y.bytes, target.bytes)
  }

  /// `target op= b` with a number.
  public static func applyInPlace(_ op: ArrayOperation, _ target: NDArray, _ b: Scalar) throws(ArrayError) {
    let type = try inPlaceType(op, target, b.dtype)
    if target.count == 0 { return }
    if op == .power {
      if type == .int64, b.double < 0 { throw .negativeExponent }
      if type == .float64, b.double == 2 { return try applyInPlace(.square, target) }
    }
    try withElement(b, type) { y throws(ArrayError) in
      try compute(op, type, ElementLoop(over: target, target, scalarOnTheLeft: false), target.bytes, y, target.bytes)
    }
  }

  /// `target[...] = f(target)`.
  static func applyInPlace(_ function: UnaryFunction, _ target: NDArray) throws(ArrayError) {
    try compute(
      function, target.dtype, ElementLoop(over: target, target, scalarOnTheLeft: false), target.bytes, target.bytes)
  }

  @inline(__always)
  private static func inPlaceType(_ op: ArrayOperation, _ target: NDArray, _ other: DType) throws(ArrayError) -> DType {
    let type = try op.computation(max(target.dtype, other))
    let result = op.result(type)
    if result != target.dtype { throw .cannotCast(from: result, to: target.dtype, operation: op.text + "=") }
    try target.prepareToWrite()
    return type
  }

  /// Whether the two are one view: the same elements at the same places.
  func isSameView(_ other: NDArray) -> Bool {
    self === other || bytes == other.bytes && dtype == other.dtype && shape == other.shape && strides == other.strides
  }

  /// Whether the memory the two span overlaps (they may still have no element in common).
  func overlaps(_ other: NDArray) -> Bool {
    guard root === other.root, count > 0, other.count > 0 else { return false }
    let (low, high) = extent
    let (otherLow, otherHigh) = other.extent
    return low < otherHigh && otherLow < high
  }

  /// First byte, and the byte after the last one.
  private var extent: (UnsafeMutableRawPointer, UnsafeMutableRawPointer) {
    var (low, high) = (0, 0)
    for axis in 0..<dimensions {
      let reach = (shape[axis] - 1) * strides[axis]
      if reach < 0 { low += reach } else { high += reach }
    }
    return (bytes + low * dtype.itemSize, bytes + (high + 1) * dtype.itemSize)
  }
}
