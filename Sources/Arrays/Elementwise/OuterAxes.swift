/// The odometer over the axes that the loops of ``ElementLoop`` do not walk themselves, outermost first.
final class OuterAxes {
  private(set) var shape = Dims()
  private var a = Dims()
  private var b = Dims()
  private var out = Dims()
  private var index = Dims()
  private var offsets = (0, 0, 0)

  func append(_ extent: Int, _ stepA: Int, _ stepB: Int, _ stepOut: Int) {
    shape.append(extent)
    a.append(stepA)
    b.append(stepB)
    out.append(stepOut)
    index.append(0)
  }

  /// The offsets of the next position.
  @inline(never)
  func advance() -> (Int, Int, Int) {
    for axis in stride(from: shape.count - 1, through: 0, by: -1) {
      index[axis] += 1
      offsets.0 += a[axis]
      offsets.1 += b[axis]
      offsets.2 += out[axis]
      let extent = shape[axis]
      if index[axis] < extent { break }
      offsets.0 -= a[axis] * extent
      offsets.1 -= b[axis] * extent
      offsets.2 -= out[axis] * extent
      index[axis] = 0
    }
    return offsets
  }
}
