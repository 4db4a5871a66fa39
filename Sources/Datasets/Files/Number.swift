/// Reads a finite decimal number such as `-12.5e3`, spaces around it allowed; nil for anything else, also for `nan` and `inf`.
///
/// The same whatever the locale, and rounded correctly: few digits and small powers of ten are exact in a double, so one multiplication or
/// division rounds once; the rest goes to the standard library.
func parseNumber(_ text: ArraySlice<UInt8>) -> Double? {
  var i = text.startIndex
  var end = text.endIndex
  while i < end && isSpace(text[i]) { i += 1 }
  while end > i && isSpace(text[end - 1]) { end -= 1 }
  let start = i
  var isNegative = false
  if i < end, text[i] == UInt8(ascii: "-") || text[i] == UInt8(ascii: "+") {
    isNegative = text[i] == UInt8(ascii: "-")
    i += 1
  }
  var mantissa: UInt64 = 0
  var digits = 0
  var exponent = 0
  var sawPoint = false
  while i < end {
    let byte = text[i]
    if byte >= 48 && byte <= 57 {
      digits += 1
      // More than 19 digits are left to the slow way.
      if digits <= 19 { mantissa = mantissa &* 10 &+ UInt64(byte &- 48) }
      if sawPoint { exponent -= 1 }
    } else if byte == UInt8(ascii: ".") && !sawPoint {
      sawPoint = true
    } else {
      break
    }
    i += 1
  }
  guard digits > 0 else { return nil }
  if i < end {
    guard text[i] == UInt8(ascii: "e") || text[i] == UInt8(ascii: "E") else { return nil }
    i += 1
    var isSmall = false
    if i < end, text[i] == UInt8(ascii: "-") || text[i] == UInt8(ascii: "+") {
      isSmall = text[i] == UInt8(ascii: "-")
      i += 1
    }
    guard i < end else { return nil }
    var power = 0
    while i < end {
      guard text[i] >= 48 && text[i] <= 57 else { return nil }
      power = min(power * 10 + Int(text[i] - 48), 1_000_000)
      i += 1
    }
    exponent += isSmall ? -power : power
  }
  if digits <= 19 && mantissa <= 1 << 53 && abs(exponent) <= 22 {
    let value = exponent < 0 ? Double(mantissa) / tens[-exponent] : Double(mantissa) * tens[exponent]
    return isNegative ? -value : value
  }
  guard let value = Double(String(decoding: text[start..<end], as: UTF8.self)), value.isFinite else { return nil }
  return value
}

@inline(__always) func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

/// The powers of ten that are exact in a double.
private let tens: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]
