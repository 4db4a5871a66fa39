/// The operations on bools: `+` is or, `*` is and.
func computeBools(
  _ op: ArrayOperation, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer,
  _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch op {
  case .add, .bitOr, .logicalOr, .maximum, .fmax: try loop.binary(a, b, out) { (x: UInt8, y: UInt8) in x | y }
  case .multiply, .bitAnd, .logicalAnd, .minimum, .fmin: try loop.binary(a, b, out) { (x: UInt8, y: UInt8) in x & y }
  case .bitXor, .logicalXor: try loop.binary(a, b, out) { (x: UInt8, y: UInt8) in x ^ y }
  case .subtract, .divide, .floorDivide, .remainder, .power, .fmod, .shiftLeft, .shiftRight, .arctan2, .hypot,
    .copysign,
    .logaddexp:
    preconditionFailure("\(op) of bools")
  }
}
