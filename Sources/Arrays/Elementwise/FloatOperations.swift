import Glibc

/// The operations on doubles.
func computeFloats(
  _ op: ArrayOperation, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer,
  _ out: UnsafeMutableRawPointer
) {
  switch op {
  case .add: loop.binary(a, b, out) { (x: Double, y: Double) in x + y }
  case .subtract: loop.binary(a, b, out) { (x: Double, y: Double) in x - y }
  case .multiply: loop.binary(a, b, out) { (x: Double, y: Double) in x * y }
  case .divide: loop.binary(a, b, out) { (x: Double, y: Double) in x / y }
  case .floorDivide: loop.binary(a, b, out, floorDivided)
  case .remainder: loop.binary(a, b, out, remainder)
  case .fmod: loop.binary(a, b, out) { (x: Double, y: Double) in Glibc.fmod(x, y) }
  case .power: loop.binary(a, b, out) { (x: Double, y: Double) in pow(x, y) }
  case .maximum:
    withoutInvalid { loop.binary(a, b, out) { (x: Double, y: Double) in x > y || x != x ? x : y } }
  case .minimum:
    withoutInvalid { loop.binary(a, b, out) { (x: Double, y: Double) in x < y || x != x ? x : y } }
  case .fmax:
    withoutInvalid { loop.binary(a, b, out) { (x: Double, y: Double) in x > y || y != y ? x : y } }
  case .fmin:
    withoutInvalid { loop.binary(a, b, out) { (x: Double, y: Double) in x < y || y != y ? x : y } }
  case .arctan2: loop.binary(a, b, out) { (x: Double, y: Double) in atan2(x, y) }
  case .hypot: loop.binary(a, b, out) { (x: Double, y: Double) in Glibc.hypot(x, y) }
  case .copysign: loop.binary(a, b, out) { (x: Double, y: Double) in Double(signOf: y, magnitudeOf: x) }
  case .logaddexp: loop.binary(a, b, out, logOfSumOfExponentials)
  case .logicalAnd: loop.binary(a, b, out) { (x: Double, y: Double) in x != 0 && y != 0 }
  case .logicalOr: loop.binary(a, b, out) { (x: Double, y: Double) in x != 0 || y != 0 }
  case .logicalXor: loop.binary(a, b, out) { (x: Double, y: Double) in (x != 0) != (y != 0) }
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
