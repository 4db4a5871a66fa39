import Glibc

extension NDArray {
  /// `np.arange` of ints.
  public static func arange(_ start: Int, _ stop: Int, step: Int) throws(ArrayError) -> NDArray {
    if step == 0 { throw .badValue("the step of np.arange must not be 0") }
    var length = 0
    if step > 0 ? stop > start : stop < start {
      let (low, high) = step > 0 ? (start, stop) : (stop, start)
      let (span, overflow) = high.subtractingReportingOverflow(low)
      let distance = overflow ? UInt(bitPattern: span) : span.magnitude
      let steps = (distance - 1) / step.magnitude
      if steps >= UInt(1) << 60 { throw .tooLarge(shape: [Int.max]) }
      length = Int(steps) + 1
    }
    let result = try allocate([length], .int64)
    try Cancellation.inBlocks(length) { block in for i in block { result.ints[i] = start &+ i &* step } }
    return result
  }

  /// `np.arange` of floats: ⌈(stop − start) / step⌉ elements start, start + step, then start + i·((start + step) − start), as NumPy computes them.
  public static func arange(_ start: Double, _ stop: Double, step: Double) throws(ArrayError) -> NDArray {
    if step == 0 { throw .badValue("the step of np.arange must not be 0") }
    let exact = ((stop - start) / step).rounded(.up)
    guard exact.isFinite else { throw .badValue("np.arange needs finite bounds") }
    guard exact < 9e18 else { throw .tooLarge(shape: [Int.max]) }
    let length = exact > 0 ? try checkedInt(exact) : 0
    let result = try allocate([length], .float64)
    let second = start + step
    let delta = second - start
    try Cancellation.inBlocks(length) { block in
      for i in block { result.doubles[i] = i == 0 ? start : i == 1 ? second : start + Double(i) * delta }
    }
    return result
  }

  /// `np.linspace`: `count` numbers at equal distances from `start` to `stop`, which is the last of them or, without `hasEnd`, would follow.
  public static func linspace(_ start: Double, _ stop: Double, count: Int, hasEnd: Bool = true) throws(ArrayError)
    -> NDArray
  {
    if count < 0 { throw .badValue("number of samples, \(count), must be non-negative") }
    let result = try allocate([count], .float64)
    let divisor = hasEnd ? count - 1 : count
    let delta = stop - start
    let step = delta / Double(divisor)
    try Cancellation.inBlocks(count) { block in
      for i in block {
        let position = Double(i)
        if divisor <= 0 {
          result.doubles[i] = position * delta + start
        } else {
          result.doubles[i] = (step == 0 ? position / Double(divisor) * delta : position * step) + start
        }
      }
    }
    if hasEnd && count > 1 { result.doubles[count - 1] = stop }
    return result
  }

  /// The distance of the numbers of ``linspace(_:_:count:hasEnd:)``: NaN if there is none.
  public static func linspaceStep(_ start: Double, _ stop: Double, count: Int, hasEnd: Bool) -> Double {
    let divisor = hasEnd ? count - 1 : count
    return divisor > 0 ? (stop - start) / Double(divisor) : .nan
  }

  /// `np.logspace`: base to the powers of ``linspace(_:_:count:hasEnd:)``.
  public static func logspace(
    _ start: Double, _ stop: Double, count: Int, hasEnd: Bool = true, base: Double = 10
  ) throws(ArrayError) -> NDArray {
    let result = try linspace(start, stop, count: count, hasEnd: hasEnd)
    return try apply(.power, .float(base), result, into: result)
  }

  /// `np.geomspace`: `count` numbers at equal ratios.
  public static func geomspace(_ start: Double, _ stop: Double, count: Int, hasEnd: Bool = true) throws(ArrayError)
    -> NDArray
  {
    guard start != 0 && stop != 0 else { throw .badValue("geometric sequence cannot include zero") }
    let sign: Double = start < 0 ? -1 : 1
    let result = try logspace(log10(start * sign), log10(stop * sign), count: count, hasEnd: hasEnd)
    if count > 0 { result.doubles[0] = start * sign }
    if count > 1 && hasEnd { result.doubles[count - 1] = stop * sign }
    return sign < 0 ? try apply(.negative, result, into: result) : result
  }
}
