import Glibc

/// Division rounded down, as Python and NumPy define it alike: the remainder has the divisor's sign.
public enum FloorDivision {
  /// ⌊x / y⌋ for y ≠ 0; not for the smallest int by −1.
  @inlinable public static func quotient(_ x: Int, _ y: Int) -> Int {
    let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
    return remainder != 0 && (remainder < 0) != (y < 0) ? quotient - 1 : quotient
  }

  /// x − y ⌊x / y⌋ for y ≠ 0; not for the smallest int by −1.
  @inlinable public static func remainder(_ x: Int, _ y: Int) -> Int {
    let remainder = x % y
    return remainder != 0 && (remainder < 0) != (y < 0) ? remainder + y : remainder
  }

  /// Quotient and remainder for y ≠ 0, by way of the exact remainder of the truncated division.
  @inline(__always)
  public static func divide(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(x, y)
    var quotient = (x - remainder) / y
    if remainder != 0 {
      if (y < 0) != (remainder < 0) {
        remainder += y
        quotient -= 1
      }
    } else {
      remainder = Double(signOf: y, magnitudeOf: 0)
    }
    guard quotient != 0 else { return (Double(signOf: x / y, magnitudeOf: 0), remainder) }
    var floor = quotient.rounded(.down)
    if quotient - floor > 0.5 { floor += 1 }
    return (floor, remainder)
  }
}
