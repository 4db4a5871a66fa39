func reduceFloats(_ reduction: Reduction, _ loop: ReduceLoop, _ a: NDArray, _ result: NDArray) throws(ArrayError) {
  switch reduction {
  case .sum:
    try loop.reduce(
      a.bytes, result.bytes, from: 0.0, longest: .max,
      run: { sum, p, n, step throws(ArrayError) in sum + (try pairwiseSum(p, n, step)) },
      fold: { (sum: Double, x: Double) in sum + x })
  case .prod:
    try loop.reduce(
      a.bytes, result.bytes, from: 1.0, run: { sequential($0, $1, $2, $3) { $0 * $1 } },
      fold: { (p: Double, x: Double) in p * x })
  case .max:
    try withoutInvalid { () throws(ArrayError) in
      try loop.reduce(
        a.bytes, result.bytes, from: -Double.infinity, run: maximum,
        fold: { (m: Double, x: Double) in x > m || x != x ? x : m })
    }
  case .min:
    try withoutInvalid { () throws(ArrayError) in
      try loop.reduce(
        a.bytes, result.bytes, from: Double.infinity, run: minimum,
        fold: { (m: Double, x: Double) in x < m || x != x ? x : m })
    }
  case .any:
    try loop.reduce(
      a.bytes, result.bytes, from: false, run: { sequential($0, $1, $2, $3) { $0 || $1 != 0 } },
      fold: { (b: Bool, x: Double) in b || x != 0 })
  case .all:
    try loop.reduce(
      a.bytes, result.bytes, from: true, run: { sequential($0, $1, $2, $3) { $0 && $1 != 0 } },
      fold: { (b: Bool, x: Double) in b && x != 0 })
  case .countNonzero:
    try loop.reduce(
      a.bytes, result.bytes, from: 0, run: { sequential($0, $1, $2, $3) { $1 != 0 ? $0 + 1 : $0 } },
      fold: { (n: Int, x: Double) in x != 0 ? n + 1 : n })
  }
}

/// Folds one element after the other.
@inline(__always)
func sequential<T, R>(_ start: R, _ a: UnsafeMutablePointer<T>, _ n: Int, _ step: Int, _ fold: (R, T) -> R) -> R {
  var value = start
  if step == 1 {
    for i in 0..<n { value = fold(value, a[i]) }
  } else {
    for i in 0..<n { value = fold(value, a[i &* step]) }
  }
  return value
}

private func maximum(_ start: Double, _ a: UnsafeMutablePointer<Double>, _ n: Int, _ step: Int) -> Double {
  extreme(start, a, n, step, beats: { $0 > $1 }, lanes: { $0 .> $1 })
}

private func minimum(_ start: Double, _ a: UnsafeMutablePointer<Double>, _ n: Int, _ step: Int) -> Double {
  extreme(start, a, n, step, beats: { $0 < $1 }, lanes: { $0 .< $1 })
}

/// The element that beats all others; a nan beats every number.
@inline(__always)
private func extreme(
  _ start: Double, _ a: UnsafeMutablePointer<Double>, _ n: Int, _ step: Int, beats: (Double, Double) -> Bool,
  lanes: (SIMD8<Double>, SIMD8<Double>) -> SIMDMask<SIMD8<Int64>>
) -> Double {
  var best = start
  var i = 0
  if step == 1 && n >= 16 {
    var bests = SIMD8(repeating: start)
    while i + 8 <= n {
      let x = UnsafeRawPointer(a + i).loadUnaligned(as: SIMD8<Double>.self)
      bests.replace(with: x, where: lanes(x, bests) .| (x .!= x))
      i &+= 8
    }
    for lane in 0..<8 where beats(bests[lane], best) || bests[lane] != bests[lane] { best = bests[lane] }
  }
  while i < n {
    let x = a[i &* step]
    if beats(x, best) || x != x { best = x }
    i &+= 1
  }
  return best
}
