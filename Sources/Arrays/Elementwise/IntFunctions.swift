/// The functions of one int.
func computeInts(
  _ function: UnaryFunction, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch function {
  case .negative: try loop.unary(a, out) { (x: Int) in 0 &- x }
  case .positive, .floor, .ceil, .trunc: try loop.unary(a, out) { (x: Int) in x }
  case .absolute: try loop.unary(a, out) { (x: Int) in x < 0 ? 0 &- x : x }
  case .sign: try loop.unary(a, out) { (x: Int) in x > 0 ? 1 : x < 0 ? -1 : 0 }
  case .square: try loop.unary(a, out) { (x: Int) in x &* x }
  case .reciprocal: try loop.unary(a, out, reciprocal)
  case .invert: try loop.unary(a, out) { (x: Int) in ~x }
  case .isnan, .isinf: try loop.unary(a, out) { (_: Int) in false }
  case .isfinite: try loop.unary(a, out) { (_: Int) in true }
  case .logicalNot: try loop.unary(a, out) { (x: Int) in x == 0 }
  default: preconditionFailure("\(function) of ints")
  }
}

/// 1/x without its fraction; of zero, the smallest int and a flag.
private func reciprocal(_ x: Int) -> Int {
  if x == 0 {
    raiseDivideByZero()
    return .min
  }
  return 1 / x
}

/// The functions of one bool.
func computeBools(
  _ function: UnaryFunction, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch function {
  case .absolute, .floor, .ceil, .trunc: try loop.unary(a, out) { (x: UInt8) in x }
  case .invert, .logicalNot: try loop.unary(a, out) { (x: UInt8) in x ^ 1 }
  case .isnan, .isinf: try loop.unary(a, out) { (_: UInt8) in UInt8(0) }
  case .isfinite: try loop.unary(a, out) { (_: UInt8) in UInt8(1) }
  default: preconditionFailure("\(function) of bools")
  }
}
