import Arrays

/// The dropout on a layer's input: `A = X · mask / (1 - rate)`, and `dX = dA · mask / (1 - rate)` with the same mask.
enum Dropout {
  /// Fills the first `count` numbers of a mask with 0 and 1/(1-rate).
  static func draw(_ mask: Buffer, count: Int, rate: Double, random: RandomState) {
    switch mask.precision {
    case .float64: draw(mask.bytes.assumingMemoryBound(to: Double.self), count, rate, random)
    case .float32: draw(mask.bytes.assumingMemoryBound(to: Float.self), count, rate, random)
    }
  }

  /// `result = x · mask`; `x` and `result` may be the same memory.
  static func apply(
    _ mask: UnsafeRawPointer, to x: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, count: Int,
    _ precision: Precision
  ) {
    switch precision {
    case .float64: multiply(Double.self, mask, x, result, count)
    case .float32: multiply(Float.self, mask, x, result, count)
    }
  }

  @inline(__always)
  private static func draw<Number: BinaryFloatingPoint>(
    _ mask: UnsafeMutablePointer<Number>, _ count: Int, _ rate: Double, _ random: RandomState
  ) {
    let scale = Number(1 / (1 - rate))
    for i in 0..<count { mask[i] = random.randomSample() < rate ? 0 : scale }
  }

  @inline(__always)
  private static func multiply<Number: BinaryFloatingPoint>(
    _: Number.Type, _ mask: UnsafeRawPointer, _ x: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, _ count: Int
  ) {
    let (mask, x) = (mask.assumingMemoryBound(to: Number.self), x.assumingMemoryBound(to: Number.self))
    let result = result.assumingMemoryBound(to: Number.self)
    for i in 0..<count { result[i] = x[i] * mask[i] }
  }
}
