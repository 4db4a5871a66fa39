import Glibc

extension NDArray {
  /// The middle value over `axes` (the mean of the two middle ones); nan where there is a nan.
  public static func median(_ a: NDArray, _ axes: AxisSet, keepdims: Bool = false) throws(ArrayError) -> NDArray {
    try overSorted(a, axes, keepdims) { row, n in
      // A mean starts at +0, so that -0 becomes 0.
      n % 2 == 1 ? 0 + row[n / 2] : (0 + row[n / 2 - 1] + row[n / 2]) / 2
    }
  }

  /// The value below which the fraction `q` (0 … 1) of the elements lies, interpolated linearly between neighbours.
  public static func quantile(
    _ a: NDArray, _ q: Double, _ axes: AxisSet, keepdims: Bool = false
  ) throws(ArrayError) -> NDArray {
    guard q >= 0 && q <= 1 else { throw .badValue("a quantile must be from 0 to 1, a percentile from 0 to 100") }
    return try overSorted(a, axes, keepdims) { row, n in
      let position = Double(n - 1) * q
      let low = position.rounded(.down)
      let t = position - low
      let below = row[Int(low)]
      let above = row[Swift.min(Int(low) + 1, n - 1)]
      let difference = above - below
      return t >= 0.5 ? above - difference * (1 - t) : below + difference * t
    }
  }

  private static func overSorted(
    _ a: NDArray, _ axes: AxisSet, _ keepdims: Bool, _ pick: (UnsafeMutablePointer<Double>, Int) -> Double
  ) throws(ArrayError) -> NDArray {
    let result = try allocate(axes.remaining(a.shape, keepdims: keepdims), .float64)
    let rows = try a.gathered(axes)
    defer { keepAlive(rows) }
    let n = rows.shape[1]
    for i in 0..<result.count {
      let row = rows.doubles + i * n
      var hasNaN = false
      try Cancellation.inBlocks(n) { block in
        for j in block where row[j] != row[j] { hasNaN = true }
      }
      if n == 0 || hasNaN {
        result.doubles[i] = .nan
        if n == 0 { raiseInvalid() }
      } else {
        try sortStably(row, n) { $0 < $1 }
        result.doubles[i] = pick(row, n)
      }
    }
    return result
  }
}
