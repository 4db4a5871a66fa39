/// Numbers and strings: where they end. Their values are worked out when the tree needs them.
extension Parser {
  mutating func scanNumber(_ start: Int) {
    var p = start
    var kind = TokenKind.integer
    if byte(p) == UInt8(ascii: "0"), let radix = Self.radix(byte(p + 1)) {
      p += 2
      let digits = p
      while isDigit(byte(p), radix) || byte(p) == Byte.underscore { p += 1 }
      if Byte.isDigit(byte(p)) {
        return invalidate("this is no digit of a \(Self.radixName(radix)) number", p, p + 1)
      }
      if digits == p || byte(p - 1) == Byte.underscore || hasDoubleUnderscore(digits, p) {
        return invalidate("this is no whole \(Self.radixName(radix)) number", start, p)
      }
      let wordEnd = wordEnd(p)
      if wordEnd > p { return scanNumberBeforeWord(.integer, start, p, wordEnd) }
      return set(.integer, start, p)
    }
    p = digitsEnd(p)
    if byte(p) == Byte.dot {
      kind = .float
      p = digitsEnd(p + 1)
    }
    if byte(p) | 32 == UInt8(ascii: "e") {
      let sign = byte(p + 1) == UInt8(ascii: "+") || byte(p + 1) == UInt8(ascii: "-")
      let digits = p + (sign ? 2 : 1)
      if Byte.isDigit(byte(digits)) {
        kind = .float
        p = digitsEnd(digits)
      }
    }
    if byte(p) == Byte.underscore || byte(p - 1) == Byte.underscore || hasDoubleUnderscore(start, p) {
      while Byte.isWord(byte(p)) { p += 1 }
      return invalidate("an underscore in a number stands between two digits", start, p)
    }
    let wordEnd = wordEnd(p)
    if wordEnd > p { return scanNumberBeforeWord(kind, start, p, wordEnd) }
    if kind == .integer, byte(start) == UInt8(ascii: "0") {
      if let nonzero = (start..<p).first(where: { byte($0) != UInt8(ascii: "0") && byte($0) != Byte.underscore }) {
        return invalidate(
          "an integer cannot start with 0", start, p, hint: "write \(clipped(nonzero, p)), or 0o… for an octal number")
      }
    }
    set(kind, start, p)
  }

  /// `1if x else 2` is Python's; `2x` and `3j` are not ours.
  private mutating func scanNumberBeforeWord(_ kind: TokenKind, _ start: Int, _ p: Int, _ wordEnd: Int) {
    if wordEnd == p + 1, byte(p) | 32 == UInt8(ascii: "j") {
      return invalidate("complex numbers are not in nn", start, wordEnd)
    }
    let word = text(p, min(wordEnd, p + 8))
    if ["and", "else", "for", "if", "in", "is", "or", "not"].contains(word) { return set(kind, start, p) }
    invalidate(
      "a number runs into a name", start, wordEnd, hint: "a product is '\(clipped(start, p)) * \(clipped(p, wordEnd))'")
  }

  private func digitsEnd(_ start: Int) -> Int {
    var p = start
    while Byte.isDigit(byte(p)) || (byte(p) == Byte.underscore && p > start) { p += 1 }
    return p
  }

  private func hasDoubleUnderscore(_ start: Int, _ end: Int) -> Bool {
    var p = start
    while p + 1 < end {
      if byte(p) == Byte.underscore, !Byte.isWord(byte(p + 1)) || byte(p + 1) == Byte.underscore { return true }
      p += 1
    }
    return false
  }

  static func radix(_ letter: UInt8) -> Int? {
    switch letter | 32 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private static func radixName(_ radix: Int) -> String {
    radix == 16 ? "hexadecimal" : radix == 8 ? "octal" : "binary"
  }

  private func isDigit(_ byte: UInt8, _ radix: Int) -> Bool { (Byte.hexValue(byte) ?? 99) < radix }

  /// A string from its prefix (`start`) and its first quote on.
  mutating func scanString(_ start: Int, quoteAt: Int) {
    var isFormatted = false
    for p in start..<quoteAt {
      let letter = byte(p) | 32
      if letter == UInt8(ascii: "b") {
        return invalidate("byte strings (b'…') are not in nn", start, quoteAt + 1, hint: "leave the b out")
      }
      if letter == UInt8(ascii: "f") { isFormatted = true }
    }
    let quote = byte(quoteAt)
    let isTriple = byte(quoteAt + 1) == quote && byte(quoteAt + 2) == quote
    var p = quoteAt + (isTriple ? 3 : 1)
    if isFormatted { return set(.formatted, start, p) }
    while p < count {
      let c = bytes[p]
      if c == Byte.backslash {
        p = p + 1 < count && Byte.isLineEnd(bytes[p + 1]) ? afterLineEnd(p + 1) : p + 2
      } else if c == quote, !isTriple || (byte(p + 1) == quote && byte(p + 2) == quote) {
        return set(.string, start, p + (isTriple ? 3 : 1))
      } else if !isTriple, Byte.isLineEnd(c) {
        break
      } else {
        p += 1
      }
    }
    invalidateUnterminated(start, quoteAt: quoteAt, isTriple: isTriple, end: p)
  }

  mutating func invalidateUnterminated(_ start: Int, quoteAt: Int, isTriple: Bool, end: Int) {
    if isTriple {
      return invalidate("this string is never closed by three quotes", start, quoteAt + 3, isIncomplete: true)
    }
    let quote = byte(quoteAt) == Byte.quote ? "'" : "\""
    if start == quoteAt, quote == "'", start > 0, Byte.isWord(byte(start - 1)), Byte.isBlank(byte(start + 1)) {
      return invalidate(
        "this string is not closed on its line", start, min(end, count),
        hint: "a derivative is written without blanks: relu'(Z1)")
    }
    invalidate("this string is not closed on its line", start, min(end, count), hint: "close it with \(quote)")
  }
}
