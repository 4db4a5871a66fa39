import Glibc

/// The operations on doubles.
func computeFloats(
  _ op: ArrayOperation, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer,
  _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch op {
  case .add: try loop.binary(a, b, out) { (x: Double, y: Double) in x + y }
  case .subtract: try loop.binary(a, b, out) { (x: Double, y: Double) in x - y }
  case .multiply: try loop.binary(a, b, out) { (x: Double, y: Double) in x * y }
  case .divide: try loop.binary(a, b, out) { (x: Double, y: Double) in x / y }
  case .floorDivide: try loop.binary(a, b, out, floorDivided)
  case .remainder: try loop.binary(a, b, out, remainder)
  case .fmod: try loop.binary(a, b, out) { (x: Double, y: Double) in Glibc.fmod(x, y) }
  case .power: try loop.binary(a, b, out) { (x: Double, y: Double) in pow(x, y) }
  case .maximum:
    try withoutInvalid { () throws(ArrayError) in
      try loop.binary(a, b, out) { (x: Double, y: Double) in x > y || x != x ? x : y }
    }
  case .minimum:
    try withoutInvalid { () throws(ArrayError) in
      try loop.binary(a, b, out) { (x: Double, y: Double) in x < y || x != x ? x : y }
    }
  case .fmax:
    try withoutInvalid { () throws(ArrayError) in
      try loop.binary(a, b, out) { (x: Double, y: Double) in x > y || y != y ? x : y }
    }
  case .fmin:
    try withoutInvalid { () throws(ArrayError) in
      try loop.binary(a, b, out) { (x: Double, y: Double) in x < y || y != y ? x : y }
    }
  case .arctan2: try loop.binary(a, b, out) { (x: Double, y: Double) in atan2(x, y) }
  case .hypot: try loop.binary(a, b, out) { (x: Double, y: Double) in Glibc.hypot(x, y) }
  case .copysign: try loop.binary(a, b, out) { (x: Double, y: Double) in Double(signOf: y, magnitudeOf: x) }
  case .logaddexp: try loop.binary(a, b, out, logOfSumOfExponentials)
  case .logicalAnd: try loop.binary(a, b, out) { (x: Double, y: Double) in x != 0 && y != 0 }
  case .logicalOr: try loop.binary(a, b, out) { (x: Double, y: Double) in x != 0 || y != 0 }
  case .logicalXor: try loop.binary(a, b, out) { (x: Double, y: Double) in (x != 0) != (y != 0) }
  case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight: preconditionFailure("bits of doubles")
  }
}

private func floorDivided(_ x: Double, _ y: Double) -> Double {
  if x != x || y != y { return .nan }
  return y == 0 ? x / y : FloorDivision.divide(x, y).quotient
}

private func remainder(_ x: Double, _ y: Double) -> Double {
  y == 0 ? Glibc.fmod(x, y) : FloorDivision.divide(x, y).remainder
}

/// log(eˣ + eʸ) without overflow.
private func logOfSumOfExponentials(_ x: Double, _ y: Double) -> Double {
  if x == y { return x + 0.693147180559945309417232121458176568 }
  let difference = x - y
  if difference > 0 { return x + log1p(exp(-difference)) }
  if difference <= 0 { return y + log1p(exp(difference)) }
  return difference
}
