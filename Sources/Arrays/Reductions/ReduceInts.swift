/// Sums and products of ints wrap.
func reduceInts(_ reduction: Reduction, _ loop: ReduceLoop, _ a: NDArray, _ result: NDArray) throws(ArrayError) {
  switch reduction {
  case .sum: try fold(loop, a, result, from: 0) { (s: Int, x: Int) in s &+ x }
  case .prod: try fold(loop, a, result, from: 1) { (p: Int, x: Int) in p &* x }
  case .max: try fold(loop, a, result, from: Int.min) { (m: Int, x: Int) in x > m ? x : m }
  case .min: try fold(loop, a, result, from: Int.max) { (m: Int, x: Int) in x < m ? x : m }
  case .any: try fold(loop, a, result, from: false) { (b: Bool, x: Int) in b || x != 0 }
  case .all: try fold(loop, a, result, from: true) { (b: Bool, x: Int) in b && x != 0 }
  case .countNonzero: try fold(loop, a, result, from: 0) { (n: Int, x: Int) in x != 0 ? n &+ 1 : n }
  }
}

/// Sums of bools count, products multiply ones.
func reduceBools(_ reduction: Reduction, _ loop: ReduceLoop, _ a: NDArray, _ result: NDArray) throws(ArrayError) {
  switch reduction {
  case .sum, .countNonzero: try fold(loop, a, result, from: 0) { (s: Int, x: UInt8) in s &+ Int(x) }
  case .prod: try fold(loop, a, result, from: 1) { (p: Int, x: UInt8) in p &* Int(x) }
  case .max, .any: try fold(loop, a, result, from: UInt8(0)) { (m: UInt8, x: UInt8) in m | x }
  case .min, .all: try fold(loop, a, result, from: UInt8(1)) { (m: UInt8, x: UInt8) in m & x }
  }
}

@inline(__always)
private func fold<T, R>(_ loop: ReduceLoop, _ a: NDArray, _ result: NDArray, from start: R, _ f: (R, T) -> R)
  throws(ArrayError)
{
  try loop.reduce(a.bytes, result.bytes, from: start, run: { sequential($0, $1, $2, $3, f) }, fold: f)
}
