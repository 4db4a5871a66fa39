/// The operations on ints. They wrap; a division by zero gives 0 and raises the flag.
func computeInts(
  _ op: ArrayOperation, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer,
  _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch op {
  case .add: try loop.binary(a, b, out) { (x: Int, y: Int) in x &+ y }
  case .subtract: try loop.binary(a, b, out) { (x: Int, y: Int) in x &- y }
  case .multiply: try loop.binary(a, b, out) { (x: Int, y: Int) in x &* y }
  case .floorDivide: try loop.binary(a, b, out, floorDivided)
  case .remainder: try loop.binary(a, b, out, remainder)
  case .fmod: try loop.binary(a, b, out, truncatedRemainder)
  case .power: try loop.binary(a, b, out, wrappingPower)
  case .maximum, .fmax: try loop.binary(a, b, out) { (x: Int, y: Int) in x >= y ? x : y }
  case .minimum, .fmin: try loop.binary(a, b, out) { (x: Int, y: Int) in x <= y ? x : y }
  case .bitAnd: try loop.binary(a, b, out) { (x: Int, y: Int) in x & y }
  case .bitOr: try loop.binary(a, b, out) { (x: Int, y: Int) in x | y }
  case .bitXor: try loop.binary(a, b, out) { (x: Int, y: Int) in x ^ y }
  // Shifts by the width or more give 0 or the sign; a negative count is such a one.
  case .shiftLeft: try loop.binary(a, b, out) { (x: Int, y: Int) in UInt(bitPattern: y) < 64 ? x &<< y : 0 }
  case .shiftRight: try loop.binary(a, b, out) { (x: Int, y: Int) in x &>> (UInt(bitPattern: y) < 64 ? y : 63) }
  case .logicalAnd: try loop.binary(a, b, out) { (x: Int, y: Int) in x != 0 && y != 0 }
  case .logicalOr: try loop.binary(a, b, out) { (x: Int, y: Int) in x != 0 || y != 0 }
  case .logicalXor: try loop.binary(a, b, out) { (x: Int, y: Int) in (x != 0) != (y != 0) }
  case .divide, .arctan2, .hypot, .copysign, .logaddexp: preconditionFailure("\(op) of ints")
  }
}

private func floorDivided(_ x: Int, _ y: Int) -> Int {
  if y == 0 {
    raiseDivideByZero()
    return 0
  }
  if y == -1 {
    if x == .min { raiseOverflow() }
    return 0 &- x
  }
  return FloorDivision.quotient(x, y)
}

private func remainder(_ x: Int, _ y: Int) -> Int {
  if y == 0 {
    raiseDivideByZero()
    return 0
  }
  return y == -1 ? 0 : FloorDivision.remainder(x, y)
}

private func truncatedRemainder(_ x: Int, _ y: Int) -> Int {
  if y == 0 {
    raiseDivideByZero()
    return 0
  }
  return y == -1 ? 0 : x % y
}

/// xʸ by squaring, y ≥ 0.
private func wrappingPower(_ x: Int, _ y: Int) -> Int {
  var (base, exponent, result) = (x, y, 1)
  while exponent > 0 {
    if exponent & 1 == 1 { result = result &* base }
    base = base &* base
    exponent >>= 1
  }
  return result
}
