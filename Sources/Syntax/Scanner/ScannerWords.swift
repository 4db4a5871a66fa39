/// Names, keywords, and characters that are neither.
extension Parser {
  /// A name, a keyword, a prime or the prefix of a string.
  mutating func scanWord(_ start: Int) {
    var p = start
    var packed: UInt64 = 0
    var isASCII = true
    while p < count {
      let c = bytes[p]
      if c < 0x80 {
        guard Byte.isWord(c) else { break }
        packed = packed << 8 | UInt64(c)
        p += 1
      } else {
        guard let (scalar, length) = scalar(at: p), isNamePart(scalar, first: p == start) else { break }
        isASCII = false
        p += length
      }
    }
    guard p > start else { return invalidateCharacter(start) }
    let next = byte(p)
    if next == Byte.quote || next == Byte.doubleQuote {
      if p - start <= 2, isStringPrefix(start, p) { return scanString(start, quoteAt: p) }
    }
    if isASCII, p - start <= 8, p - start >= 2, let keyword = TokenKind.keyword(packed) {
      return set(keyword, start, p)
    }
    if next == Byte.quote, byte(p + 1) == Byte.leftParenthesis {
      return set(.primedName, start, p + 1)
    }
    set(.name, start, p)
  }

  /// The end of the name that starts at an offset; the offset itself if none does.
  func wordEnd(_ start: Int) -> Int {
    var p = start
    while p < count {
      let c = bytes[p]
      if c < 0x80 {
        guard Byte.isWord(c), p > start || !Byte.isDigit(c) else { break }
        p += 1
      } else {
        guard let (scalar, length) = scalar(at: p), isNamePart(scalar, first: p == start) else { break }
        p += length
      }
    }
    return p
  }

  private func isNamePart(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    first ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
  }

  func isStringPrefix(_ start: Int, _ end: Int) -> Bool {
    let first = byte(start) | 32
    if end - start == 1 {
      return first == UInt8(ascii: "f") || first == UInt8(ascii: "r") || first == UInt8(ascii: "b")
        || first == UInt8(ascii: "u")
    }
    let second = byte(start + 1) | 32
    return (first == UInt8(ascii: "r") && (second == UInt8(ascii: "f") || second == UInt8(ascii: "b")))
      || (second == UInt8(ascii: "r") && (first == UInt8(ascii: "f") || first == UInt8(ascii: "b")))
  }

  /// The character at an offset and its length in bytes; nil if the bytes are no UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar, Int)? {
    let c = byte(offset)
    let length = c < 0x80 ? 1 : c < 0xC0 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF8 ? 4 : 0
    guard length > 0, offset + length <= count else { return nil }
    var value = UInt32(c)
    if length > 1 {
      value = UInt32(c) & (0x7F >> UInt32(length))
      for i in 1..<length {
        let next = bytes[offset + i]
        guard next & 0xC0 == 0x80 else { return nil }
        value = value << 6 | UInt32(next & 0x3F)
      }
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  mutating func invalidateCharacter(_ p: Int) {
    guard let (scalar, length) = scalar(at: p), scalar != "\u{FFFD}" else {
      return invalidate("the text is not valid UTF-8 here", p, p + 1)
    }
    let hint: Hint? =
      switch scalar {
      case "×", "·", "⋅": "multiplication is '*', the matrix product '@'"
      case "−", "–", "—": "minus is '-'"
      case "÷": "division is '/'"
      case "“", "”", "„": "quotes are straight: \""
      case "‘", "’", "´": "quotes are straight: '"
      case "≤": "write '<='"
      case "≥": "write '>='"
      case "≠": "write '!='"
      case "²": "write '**2'"
      case "√": "write sqrt(x)"
      case "\u{A0}", "\u{2009}", "\u{200B}", "\u{FEFF}": "it is a special blank: type an ordinary space"
      case "$", "`": nil
      default: nil
      }
    let isVisible =
      scalar.value > 32 && scalar.value != 127 && !scalar.properties.isWhitespace
      && scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
    let shown = isVisible ? "'\(scalar)'" : "U+" + String(scalar.value, radix: 16, uppercase: true)
    invalidate("the character \(shown) cannot stand here", p, p + length, hint: hint)
  }
}
