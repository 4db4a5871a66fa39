/// `a op b` for operands of one dtype; bools are compared as bytes.
func compareElements(
  _ op: ArrayComparison, _ dtype: DType, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer,
  _ b: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) {
  switch dtype {
  case .bool: compare(op, loop, a, b, out, UInt8.self)
  case .int64: compare(op, loop, a, b, out, Int.self)
  case .float64: withoutInvalid { compare(op, loop, a, b, out, Double.self) }
  }
}

@inline(__always)
private func compare<T: Comparable>(
  _ op: ArrayComparison, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer,
  _ out: UnsafeMutableRawPointer, _: T.Type
) {
  switch op {
  case .equal: loop.binary(a, b, out) { (x: T, y: T) in x == y }
  case .notEqual: loop.binary(a, b, out) { (x: T, y: T) in x != y }
  case .less: loop.binary(a, b, out) { (x: T, y: T) in x < y }
  case .lessEqual: loop.binary(a, b, out) { (x: T, y: T) in x <= y }
  case .greater: loop.binary(a, b, out) { (x: T, y: T) in x > y }
  case .greaterEqual: loop.binary(a, b, out) { (x: T, y: T) in x >= y }
  }
}
