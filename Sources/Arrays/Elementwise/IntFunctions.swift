/// The functions of one int.
func computeInts(
  _ function: UnaryFunction, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) {
  switch function {
  case .negative: loop.unary(a, out) { (x: Int) in 0 &- x }
  case .positive, .floor, .ceil, .trunc: loop.unary(a, out) { (x: Int) in x }
  case .absolute: loop.unary(a, out) { (x: Int) in x < 0 ? 0 &- x : x }
  case .sign: loop.unary(a, out) { (x: Int) in x > 0 ? 1 : x < 0 ? -1 : 0 }
  case .square: loop.unary(a, out) { (x: Int) in x &* x }
  case .reciprocal: loop.unary(a, out, reciprocal)
  case .invert: loop.unary(a, out) { (x: Int) in ~x }
  case .isnan, .isinf: loop.unary(a, out) { (_: Int) in false }
  case .isfinite: loop.unary(a, out) { (_: Int) in true }
  case .logicalNot: loop.unary(a, out) { (x: Int) in x == 0 }
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
) {
  switch function {
  case .absolute, .floor, .ceil, .trunc: loop.unary(a, out) { (x: UInt8) in x }
  case .invert, .logicalNot: loop.unary(a, out) { (x: UInt8) in x ^ 1 }
  case .isnan, .isinf: loop.unary(a, out) { (_: UInt8) in UInt8(0) }
  case .isfinite: loop.unary(a, out) { (_: UInt8) in UInt8(1) }
  default: preconditionFailure("\(function) of bools")
  }
}
