/// The conversions that promotion makes: to a higher dtype, never one that loses.
func widen(
  _ from: DType, _ to: DType, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch (from, to) {
  case (.bool, .int64): try loop.unary(a, out) { (x: UInt8) in Int(x) }
  case (.bool, .float64): try loop.unary(a, out) { (x: UInt8) in Double(x) }
  case (.int64, .float64): try loop.unary(a, out) { (x: Int) in Double(x) }
  case (.bool, .bool): try loop.unary(a, out) { (x: UInt8) in x }
  case (.int64, .int64), (.float64, .float64): try loop.unary(a, out) { (x: Int) in x }
  default: preconditionFailure("\(from) does not widen to \(to)")
  }
}

/// Holds arrays until here: the loops read memory through pointers, which hold nothing.
@inline(__always) func keepAlive(_ a: NDArray) { withExtendedLifetime(a) {} }
@inline(__always) func keepAlive(_ a: NDArray, _ b: NDArray) {
  withExtendedLifetime(a) {}
  withExtendedLifetime(b) {}
}

extension NDArray {
  /// This array if it is of `dtype` (at least its own), else a new one of it.
  @inline(__always)
  func widened(_ dtype: DType) throws(ArrayError) -> NDArray {
    self.dtype == dtype ? self : try widenedCopy(dtype)
  }

  /// A new contiguous array of `dtype`, at least this one's.
  func widenedCopy(_ dtype: DType) throws(ArrayError) -> NDArray {
    let result = try NDArray.allocate(shape, dtype)
    if count > 0 {
      let loop =
        isContiguous
        ? ElementLoop(flat: count, stepA: 1, stepB: 1)
        : ElementLoop(shape, a: strides, b: strides, out: result.strides)
      try widen(self.dtype, dtype, loop, bytes, result.bytes)
    }
    return result
  }
}

/// A number laid out as an element: what the loops read for a scalar operand.
@inline(__always)
func withElement<R, E: Error>(_ scalar: Scalar, _ dtype: DType, _ body: (UnsafeMutableRawPointer) throws(E) -> R)
  throws(E) -> R
{
  var bits: UInt64
  switch dtype {
  case .float64: bits = scalar.double.bitPattern
  case .int64:
    switch scalar {
    case .int(let value): bits = UInt64(bitPattern: Int64(value))
    case .bool(let value): bits = value ? 1 : 0
    case .float: preconditionFailure("a float does not widen to int64")
    }
  case .bool:
    guard case .bool(let value) = scalar else { preconditionFailure("a number does not widen to bool") }
    bits = value ? 1 : 0
  }
  return try withUnsafeMutablePointer(to: &bits) { pointer throws(E) in try body(UnsafeMutableRawPointer(pointer)) }
}

extension Scalar {
  /// The element at `bytes`.
  @inline(__always)
  init(_ dtype: DType, at bytes: UnsafeMutableRawPointer) {
    switch dtype {
    case .bool: self = .bool(bytes.load(as: UInt8.self) != 0)
    case .int64: self = .int(bytes.load(as: Int.self))
    case .float64: self = .float(bytes.load(as: Double.self))
    }
  }
}
