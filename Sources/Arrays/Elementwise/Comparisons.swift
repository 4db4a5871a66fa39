/// `a op b` for operands of one dtype; bools are compared as bytes.
func compareElements(
  _ op: ArrayComparison, _ dtype: DType, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer,
  _ b: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch dtype {
  case .bool: try compare(op, loop, a, b, out, UInt8.self)
  case .int64: try compare(op, loop, a, b, out, Int.self)
  case .float64: try withoutInvalid { () throws(ArrayError) in try compare(op, loop, a, b, out, Double.self) }
  }
}

@inline(__always)
private func compare<T: Comparable>(
  _ op: ArrayComparison, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer,
  _ out: UnsafeMutableRawPointer, _: T.Type
) throws(ArrayError) {
  switch op {
  case .equal: try loop.binary(a, b, out) { (x: T, y: T) in x == y }
  case .notEqual: try loop.binary(a, b, out) { (x: T, y: T) in x != y }
  case .less: try loop.binary(a, b, out) { (x: T, y: T) in x < y }
  case .lessEqual: try loop.binary(a, b, out) { (x: T, y: T) in x <= y }
  case .greater: try loop.binary(a, b, out) { (x: T, y: T) in x > y }
  case .greaterEqual: try loop.binary(a, b, out) { (x: T, y: T) in x >= y }
  }
}
