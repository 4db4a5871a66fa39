import Glibc

/// How the numbers of an axis become such as every drawer can take. Ordinary ones stay as they are. Where they are so large, so small or
/// so close to each other that sums of them are none, they are moved and multiplied, and the ticks keep the user's numbers.
package struct AxisScaling {
  /// With its range; with ticks of its own where its numbers are not the user's.
  package private(set) var axis: Axis
  /// Whether numbers stay as they are.
  let isIdentity: Bool
  private var isLogarithm = false
  private var shift = 0.0
  private var factor = 1.0
  /// Numbers are drawn no farther outside: lines keep their direction.
  private var drawn = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  package init(_ axis: Axis, _ range: ClosedRange<Double>) {
    var result = axis
    result.range = range
    if axis.scale == .logarithmic {
      // Within a millionth nobody sees a difference.
      if log10(range.upperBound) - log10(range.lowerBound) < 1e-6 { result.scale = .linear }
    }
    if result.scale == .logarithmic {
      isLogarithm = range.lowerBound < 1e-100 || range.upperBound > 1e100
      shift = isLogarithm ? log10(range.lowerBound) : 0
    } else if !AxisScaling.isOrdinary(range) {
      let largest = max(abs(range.lowerBound), abs(range.upperBound))
      if range.width < largest * 1e-10 {
        shift = range.lowerBound < 0 ? range.upperBound : range.lowerBound
      }
      factor = pow(10, Double(-AxisScaling.power(of: shift == 0 ? largest : range.width)))
    }
    isIdentity = !isLogarithm && shift == 0 && factor == 1
    self.axis = result
    if isIdentity {
      drawn = AxisScaling.surroundings(result, range)
      return
    }
    let ticks = axis.ticks ?? AxisScaling.ticks(range, isLogarithm: isLogarithm, isMoved: shift != 0)
    let scaled = ClosedRange.visible(place(range.lowerBound), place(range.upperBound))
    result.scale = .linear
    result.isWhole = false
    result.range = scaled
    result.ticks = ticks.map { Axis.Tick(place($0.position), $0.text) }
    drawn = AxisScaling.surroundings(result, scaled)
    self.axis = result
  }

  /// Whether sums and quotients of numbers of the range are accurate.
  private static func isOrdinary(_ range: ClosedRange<Double>) -> Bool {
    let largest = max(abs(range.lowerBound), abs(range.upperBound))
    return largest <= 1e100 && range.width >= 1e-100 && range.width >= largest * 1e-10
  }

  /// A factor of ten to it, and its inverse, are numbers.
  private static func power(of size: Double) -> Int { max(-300, min(300, Int(powerOfTen: size))) }

  private static func surroundings(_ axis: Axis, _ range: ClosedRange<Double>) -> ClosedRange<Double> {
    if axis.scale == .logarithmic { return range.lowerBound / 1e50...range.upperBound * 1e50 }
    return .visible(range.lowerBound - 1e6 * range.width, range.upperBound + 1e6 * range.width)
  }

  /// The user's numbers where they stand.
  private static func ticks(_ range: ClosedRange<Double>, isLogarithm: Bool, isMoved: Bool) -> [Axis.Tick] {
    let ends = [range.lowerBound, range.upperBound].map { Axis.Tick($0, "\($0)") }
    if isLogarithm {
      let ticks = LogTicks.ticks(range) ?? LogTicks.powers(range, atMost: 8)
      return ticks.count > 1 ? ticks : ends
    }
    if isMoved { return ends }
    let power = power(of: max(abs(range.lowerBound), abs(range.upperBound)))
    let factor = pow(10, Double(-power))
    let scaled = range.lowerBound * factor...range.upperBound * factor
    // The smallest numbers have no others between them.
    guard let ticks = LinearTicks.ticks(scaled, atMost: 8, power: power), Set(ticks.map(\.text)).count == ticks.count
    else {
      return ends
    }
    return ticks.map { Axis.Tick($0.position / factor, $0.text) }
  }

  /// A number as it is drawn; NaN where it has no place.
  package func callAsFunction(_ value: Double) -> Double {
    let place = place(value)
    return place.isNaN ? .nan : max(drawn.lowerBound, min(drawn.upperBound, place))
  }

  package func callAsFunction(_ values: [Double]) -> [Double] {
    isIdentity && values.allSatisfy(drawn.contains) ? values : values.map { self($0) }
  }

  private func place(_ value: Double) -> Double {
    guard value.isFinite else { return .nan }
    if isLogarithm { return value > 0 ? log10(value) - shift : .nan }
    if axis.scale == .logarithmic, value <= 0 { return .nan }
    return shift == 0 ? value * factor : (value - shift) * factor
  }

  /// A distance as it is drawn.
  func distance(_ value: Double) -> Double {
    guard value.isFinite else { return 0 }
    return isLogarithm ? 0.1 : min(abs(value) * factor, drawn.upperBound / 2 - drawn.lowerBound / 2)
  }

  /// Two ends as they are drawn, which may be far outside; nil if they have no place.
  func ends(_ range: ClosedRange<Double>) -> ClosedRange<Double>? {
    let (low, high) = (place(range.lowerBound), place(range.upperBound))
    return low.isNaN || high.isNaN ? nil : .visible(low, high)
  }
}
