import Glibc

/// A finite number's magnitude as decimal digits: `0.d₁d₂d₃… × 10^point`. Zero is the one digit 0 with `point` 1.
struct Decimal {
  /// ASCII digits, without leading zeros.
  var digits: [UInt8]
  var point: Int

  /// No double needs more digits after the point.
  static let longestFraction = 1074

  /// The fewest digits that read back as the same number, the nearest such ones.
  init(shortest value: Double) {
    self.init(parsing: Array(value.magnitude.description.utf8))
  }

  /// The exact value rounded to `fraction` digits after the point, ties to even.
  init(_ value: Double, fraction: Int) {
    self.init(parsing: printed("%.*f", value.magnitude, min(fraction, Decimal.longestFraction)), keepingZeros: true)
  }

  /// The exact value rounded to `fraction` digits after the first, ties to even.
  init(_ value: Double, scientificFraction fraction: Int) {
    self.init(parsing: printed("%.*e", value.magnitude, min(fraction, Decimal.longestFraction)), keepingZeros: true)
  }

  /// Reads `12.5`, `1e-05`, `1.5e+16`. Trailing zeros go unless they are kept.
  private init(parsing text: [UInt8], keepingZeros: Bool = false) {
    digits = []
    digits.reserveCapacity(text.count)
    point = 0
    var sawPoint = false
    var i = 0
    while i < text.count {
      let byte = text[i]
      i += 1
      if byte == UInt8(ascii: "e") {
        break
      } else if byte < UInt8(ascii: "0") || byte > UInt8(ascii: "9") {
        // A point, or what the locale has instead.
        sawPoint = true
      } else {
        if !digits.isEmpty || byte != UInt8(ascii: "0") {
          digits.append(byte)
          if !sawPoint { point += 1 }
        } else if sawPoint {
          point -= 1
        }
      }
    }
    if i < text.count {
      let isNegative = text[i] == UInt8(ascii: "-")
      var exponent = 0
      for byte in text[i...] where byte >= UInt8(ascii: "0") { exponent = exponent * 10 + Int(byte - 48) }
      point += isNegative ? -exponent : exponent
    }
    if !keepingZeros { while digits.last == UInt8(ascii: "0") { digits.removeLast() } }
    if digits.isEmpty { (digits, point) = ([UInt8(ascii: "0")], 1) }
  }

  /// Digits after the point when written out in full.
  var fractionCount: Int { max(digits.count - point, 0) }

  /// `123.45`: with a point always, and at least `fraction` digits after it.
  func positional(fraction: Int) -> [UInt8] {
    var text: [UInt8] = []
    if point <= 0 {
      text.append(UInt8(ascii: "0"))
      text.append(UInt8(ascii: "."))
      text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -point))
      text.append(contentsOf: digits)
    } else {
      for i in 0..<point { text.append(i < digits.count ? digits[i] : UInt8(ascii: "0")) }
      text.append(UInt8(ascii: "."))
      if digits.count > point { text.append(contentsOf: digits[point...]) }
    }
    let written = point <= 0 ? digits.count - point : max(digits.count - point, 0)
    if written < fraction { text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: fraction - written)) }
    return text
  }

  /// The power of ten of the first digit.
  var exponent: Int { point - 1 }

  /// `e+05`: at least `width` digits.
  static func exponentText(_ exponent: Int, width: Int = 2) -> [UInt8] {
    let magnitude = Array(String(exponent.magnitude).utf8)
    let sign = exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")
    return [UInt8(ascii: "e"), sign] + repeatElement(UInt8(ascii: "0"), count: max(width - magnitude.count, 0))
      + magnitude
  }
}

/// What C's printf writes for one double: it rounds the exact binary value, ties to even.
private func printed(_ format: String, _ value: Double, _ precision: Int) -> [UInt8] {
  withVaList([Int32(precision), value]) { arguments in
    // 309 digits before the point, 1074 after it.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1400) { buffer in
      let count = Int(vsnprintf(buffer.baseAddress!, buffer.count, format, arguments))
      return (0..<count).map { UInt8(bitPattern: buffer[$0]) }
    }
  }
}
