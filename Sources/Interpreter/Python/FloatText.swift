import Arrays
import Glibc

/// The digits of a formatted float, cut where grouping and padding need it.
struct FloatText {
  /// Before the point; empty for inf and nan.
  var integer: String
  /// The point and what follows, the exponent; the word for inf and nan.
  var rest: String

  var isZero: Bool {
    integer.utf8.allSatisfy { $0 == 48 } && !integer.isEmpty
      && !rest.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }.contains { $0 > 48 && $0 <= 57 }
  }

  /// The magnitude of `value` written as `type` (one of e f g r, either case; r: the shortest text that reads back). The exact value is
  /// rounded, ties to even.
  /// - Parameter addsPointZero: a g without exponent gets a `.0` if it has no fraction.
  init(_ value: Double, type: Unicode.Scalar, precision: Int, isAlternate: Bool, addsPointZero: Bool = false) {
    let isUpper = type.properties.isUppercase
    guard value.isFinite else {
      self.init(integer: "", rest: value.isNaN ? (isUpper ? "NAN" : "nan") : isUpper ? "INF" : "inf")
      return
    }
    let magnitude = value.magnitude
    switch type {
    case "f", "F":
      self.init(digits: printed("%.*f", magnitude, min(precision, 1100)))
      padFraction(to: precision)
      if precision == 0 && isAlternate { rest = "." }
    case "e", "E":
      let (digits, exponent) = scientificDigits(magnitude, precision)
      self.init(mantissa: digits, exponent: exponent, hasPoint: isAlternate)
    case "r":
      self.init(digits: Array(pythonRepr(magnitude).utf8))
      if isAlternate && !rest.utf8.contains(UInt8(ascii: ".")) { rest = "." + rest }
    default:
      let precision = max(precision, 1)
      var (digits, exponent) = scientificDigits(magnitude, precision - 1)
      if !isAlternate { while digits.count > 1 && digits.last == 48 { digits.removeLast() } }
      if exponent < -4 || exponent >= precision - (addsPointZero ? 1 : 0) {
        self.init(mantissa: digits, exponent: exponent, hasPoint: isAlternate)
      } else {
        self.init(positional: digits, exponent: exponent, hasPoint: isAlternate)
        if addsPointZero && (rest.isEmpty || rest == ".") { rest = ".0" }
      }
    }
    if isUpper { rest = rest.uppercased() }
  }

  private init(integer: String, rest: String) {
    self.integer = integer
    self.rest = rest
  }

  /// Cuts `12.5e+10` after the integer digits.
  private init(digits: [UInt8]) {
    let end = digits.firstIndex { $0 < 48 || $0 > 57 } ?? digits.count
    integer = String(decoding: digits[..<end], as: UTF8.self)
    rest = String(decoding: digits[end...], as: UTF8.self)
  }

  private init(mantissa digits: [UInt8], exponent: Int, hasPoint: Bool) {
    integer = String(decoding: digits[..<1], as: UTF8.self)
    rest = digits.count > 1 || hasPoint ? "." + String(decoding: digits[1...], as: UTF8.self) : ""
    let magnitude = String(exponent.magnitude)
    rest += (exponent < 0 ? "e-" : "e+") + (magnitude.utf8.count < 2 ? "0" : "") + magnitude
  }

  private init(positional digits: [UInt8], exponent: Int, hasPoint: Bool) {
    let zeros = { (count: Int) in String(repeating: "0", count: max(count, 0)) }
    if exponent < 0 {
      integer = "0"
      rest = "." + zeros(-exponent - 1) + String(decoding: digits, as: UTF8.self)
    } else {
      let count = min(exponent + 1, digits.count)
      integer = String(decoding: digits[..<count], as: UTF8.self) + zeros(exponent + 1 - digits.count)
      rest = digits.count > count || hasPoint ? "." + String(decoding: digits[count...], as: UTF8.self) : ""
    }
  }

  private mutating func padFraction(to precision: Int) {
    let missing = precision - max(rest.utf8.count - 1, 0)
    if missing > 0 { rest += String(repeating: "0", count: missing) }
  }
}

/// The exact value rounded to `fraction` digits after the first, and its exponent of ten.
private func scientificDigits(_ magnitude: Double, _ fraction: Int) -> (digits: [UInt8], exponent: Int) {
  let text = printed("%.*e", magnitude, min(fraction, 1100))
  let split = text.firstIndex(of: UInt8(ascii: "e"))!
  var digits = text[..<split].filter { $0 != UInt8(ascii: ".") }
  if fraction > 1100 { digits += repeatElement(48, count: fraction - 1100) }
  let exponent = Int(String(decoding: text[(split + 2)...], as: UTF8.self))!
  return (digits, text[split + 1] == UInt8(ascii: "-") ? -exponent : exponent)
}

/// What C's printf writes for one double: the exact binary value, rounded.
func printed(_ format: String, _ value: Double, _ precision: Int) -> [UInt8] {
  withVaList([Int32(precision), value]) { arguments in
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1500) { buffer in
      let count = Int(vsnprintf(buffer.baseAddress!, buffer.count, format, arguments))
      return (0..<count).map { UInt8(bitPattern: buffer[$0]) }
    }
  }
}
