/// The sum of `n` doubles `step` apart, halved until at most 128 remain, which go into eight partial sums: the rounding error grows with
/// log n only (N. J. Higham, "The accuracy of floating point summation", 1993). The order of the additions is NumPy's.
@inline(__always)
func pairwiseSum(_ a: UnsafeMutablePointer<Double>, _ n: Int, _ step: Int) throws(ArrayError) -> Double {
  n <= Cancellation.stride ? shortPairwiseSum(a, n, step) : try longPairwiseSum(a, n, step)
}

private func longPairwiseSum(_ a: UnsafeMutablePointer<Double>, _ n: Int, _ step: Int) throws(ArrayError) -> Double {
  try Cancellation.check()
  let half = firstHalf(n)
  return try pairwiseSum(a, half, step) + pairwiseSum(a + half &* step, n - half, step)
}

private func firstHalf(_ n: Int) -> Int { n / 2 - n / 2 % 8 }

private func shortPairwiseSum(_ a: UnsafeMutablePointer<Double>, _ n: Int, _ step: Int) -> Double {
  if n < 8 {
    // From -0, so that a sum of negative zeros stays one.
    var sum = -0.0
    for i in 0..<n { sum += a[i &* step] }
    return sum
  }
  if n <= 128 {
    var parts: SIMD8<Double>
    let whole = n & ~7
    if step == 1 {
      parts = UnsafeRawPointer(a).loadUnaligned(as: SIMD8<Double>.self)
      var i = 8
      while i < whole {
        parts += UnsafeRawPointer(a + i).loadUnaligned(as: SIMD8<Double>.self)
        i &+= 8
      }
    } else {
      parts = eight(a, step)
      var i = 8
      while i < whole {
        parts += eight(a + i &* step, step)
        i &+= 8
      }
    }
    var sum = ((parts[0] + parts[1]) + (parts[2] + parts[3])) + ((parts[4] + parts[5]) + (parts[6] + parts[7]))
    for i in whole..<n { sum += a[i &* step] }
    return sum
  }
  let half = firstHalf(n)
  return shortPairwiseSum(a, half, step) + shortPairwiseSum(a + half &* step, n - half, step)
}

@inline(__always)
private func eight(_ a: UnsafeMutablePointer<Double>, _ s: Int) -> SIMD8<Double> {
  SIMD8(a[0], a[s], a[2 &* s], a[3 &* s], a[4 &* s], a[5 &* s], a[6 &* s], a[7 &* s])
}
