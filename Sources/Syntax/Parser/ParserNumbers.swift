/// The values of number literals.
extension Parser {
  mutating func parseInteger() throws(SyntaxError) -> Expression {
    let span = token.span
    guard let magnitude = magnitude(), magnitude <= UInt64(Int.max) else { throw tooLarge(span) }
    advance()
    return .integer(Int(magnitude), span)
  }

  /// `-9223372036854775808`: its digits alone would be too large. The literal is ahead; nil if it is another one.
  mutating func smallestInteger(_ start: Int) -> Expression? {
    guard magnitude() == UInt64(Int.max) + 1, nextKind() != .doubleStar else { return nil }
    advance()
    state.height = 1
    return .integer(Int.min, span(from: start))
  }

  private func tooLarge(_ span: Span) -> SyntaxError {
    failure(
      "integers have 64 bits here, and \(clipped(span)) does not fit", at: span,
      hint: "the largest is 9223372036854775807; a float (1e20) can be larger")
  }

  /// The value of the integer literal ahead, nil if it has more than 64 bits.
  private func magnitude() -> UInt64? {
    var p = token.start
    var radix: UInt64 = 10
    if byte(p) == UInt8(ascii: "0"), let given = Self.radix(byte(p + 1)) {
      radix = UInt64(given)
      p += 2
    }
    var value: UInt64 = 0
    while p < token.end {
      if let digit = Byte.hexValue(byte(p)) {
        let (product, overflow) = value.multipliedReportingOverflow(by: radix)
        let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
        if overflow || carry { return nil }
        value = sum
      }
      p += 1
    }
    return value
  }

  mutating func parseFloat() throws(SyntaxError) -> Expression {
    let span = token.span
    let digits = tokenText().filter { $0 != "_" }
    advance()
    if let value = Double(digits) { return .float(value, span) }
    // Python reads `2.` and `.5`; should Swift refuse a form of it, the missing zeros are put in.
    let padded = "0" + digits.replacingDot()
    guard let value = Double(padded) else {
      throw SyntaxError("this number cannot be read", span)
    }
    return .float(value, span)
  }
}

extension String {
  /// `2.` as `2.0`, `2.e5` as `2.0e5`.
  fileprivate func replacingDot() -> String {
    var result = ""
    for scalar in unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "." { result += "0" }
    }
    return result
  }
}
