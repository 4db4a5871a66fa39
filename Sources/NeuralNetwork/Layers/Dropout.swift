import Arrays

/// The dropout on a layer's input: `A = X · mask / (1 - rate)`, and `dX = dA · mask / (1 - rate)` with the same mask.
enum Dropout {
  /// Draws a mask of 0 and 1/(1-rate) and applies it.
  static func forward(
    _ x: UnsafeRawPointer, _ mask: Buffer, _ a: Buffer, count: Int, rate: Double, random: RandomState
  ) {
    switch mask.precision {
    case .float64: draw(x.assumingMemoryBound(to: Double.self), mask.bytes, a.bytes, count, rate, random)
    case .float32: draw(x.assumingMemoryBound(to: Float.self), mask.bytes, a.bytes, count, rate, random)
    }
  }

  static func backward(_ mask: Buffer, _ dx: Buffer, count: Int) {
    switch mask.precision {
    case .float64: apply(mask.bytes.assumingMemoryBound(to: Double.self), dx.bytes, count)
    case .float32: apply(mask.bytes.assumingMemoryBound(to: Float.self), dx.bytes, count)
    }
  }

  @inline(__always)
  private static func draw<Number: BinaryFloatingPoint>(
    _ x: UnsafePointer<Number>, _ mask: UnsafeMutableRawPointer, _ a: UnsafeMutableRawPointer, _ count: Int,
    _ rate: Double, _ random: RandomState
  ) {
    let (mask, a) = (mask.assumingMemoryBound(to: Number.self), a.assumingMemoryBound(to: Number.self))
    let scale = Number(1 / (1 - rate))
    for i in 0..<count {
      mask[i] = random.randomSample() < rate ? 0 : scale
      a[i] = x[i] * mask[i]
    }
  }

  @inline(__always)
  private static func apply<Number: BinaryFloatingPoint>(
    _ mask: UnsafePointer<Number>, _ dx: UnsafeMutableRawPointer, _ count: Int
  ) {
    let dx = dx.assumingMemoryBound(to: Number.self)
    for i in 0..<count { dx[i] *= mask[i] }
  }
}
