/// String literals, adjacent ones joined, and their escapes.
extension Parser {
  mutating func parseStrings() throws(SyntaxError) -> Expression {
    let start = token.start
    var pieces: [FormattedPiece] = []
    var joined = ""
    var isFormatted = false
    var height = 0
    while kind == .string || kind == .formatted {
      let prefix = prefix()
      if kind == .string {
        let quotes = prefix.isTriple ? 3 : 1
        try decode(prefix.quoteAt + quotes, token.end - quotes, isRaw: prefix.isRaw, into: &joined)
        advance()
      } else {
        isFormatted = true
        try parseFormatted(prefix, into: &pieces, &joined)
        height = max(height, state.height)
      }
    }
    let span = span(from: start)
    try grow(height, at: span)
    guard isFormatted else { return .string(joined, span) }
    if !joined.isEmpty { pieces.append(.text(joined)) }
    return .formatted(pieces, span)
  }

  struct Prefix {
    var quoteAt: Int
    var quote: UInt8
    var isTriple: Bool
    var isRaw: Bool
    var start: Int
  }

  /// What stands before the text of the string ahead.
  private func prefix() -> Prefix {
    var p = token.start
    var isRaw = false
    while byte(p) != Byte.quote, byte(p) != Byte.doubleQuote, p < token.end {
      if byte(p) | 32 == UInt8(ascii: "r") { isRaw = true }
      p += 1
    }
    let quote = byte(p)
    let isTriple = byte(p + 1) == quote && byte(p + 2) == quote
    return Prefix(quoteAt: p, quote: quote, isTriple: isTriple, isRaw: isRaw, start: token.start)
  }

  /// Adds the bytes between two offsets to a text, escapes resolved.
  func decode(_ start: Int, _ end: Int, isRaw: Bool, into result: inout String) throws(SyntaxError) {
    guard start < end else { return }
    var p = start
    var runStart = start
    while p < end {
      let c = bytes[p]
      if c == Byte.carriageReturn {
        result += text(runStart, p) + "\n"
        p = min(afterLineEnd(p), end)
        runStart = p
      } else if c == Byte.backslash, !isRaw, p + 1 < end {
        result += text(runStart, p)
        p = try decodeEscape(p, end, into: &result)
        runStart = p
      } else {
        p += 1
      }
    }
    result += text(runStart, end)
  }

  /// One escape from its backslash on. Returns where it ends.
  private func decodeEscape(_ start: Int, _ end: Int, into result: inout String) throws(SyntaxError) -> Int {
    let letter = bytes[start + 1]
    switch letter {
    case Byte.newline, Byte.carriageReturn: return min(afterLineEnd(start + 1), end)
    case Byte.backslash: result += "\\"
    case Byte.quote: result += "'"
    case Byte.doubleQuote: result += "\""
    case UInt8(ascii: "n"): result += "\n"
    case UInt8(ascii: "t"): result += "\t"
    case UInt8(ascii: "r"): result += "\r"
    case UInt8(ascii: "a"): result += "\u{7}"
    case UInt8(ascii: "b"): result += "\u{8}"
    case UInt8(ascii: "f"): result += "\u{C}"
    case UInt8(ascii: "v"): result += "\u{B}"
    case UInt8(ascii: "x"): return try decodeHex(start, 2, end, into: &result)
    case UInt8(ascii: "u"): return try decodeHex(start, 4, end, into: &result)
    case UInt8(ascii: "U"): return try decodeHex(start, 8, end, into: &result)
    case UInt8(ascii: "N"):
      throw SyntaxError(
        "\\N{…} in a string is not in nn", Span(start, start + 2),
        hint: "type the character itself, or its number: \\u03b1")
    case 48...55:
      var value: UInt32 = 0
      var p = start + 1
      while p < min(end, start + 4), bytes[p] >= 48, bytes[p] <= 55 {
        value = value * 8 + UInt32(bytes[p] - 48)
        p += 1
      }
      if let scalar = Unicode.Scalar(value) { result.unicodeScalars.append(scalar) }
      return p
    default:
      // Python keeps a backslash that starts no escape.
      result += "\\"
      return start + 1
    }
    return start + 2
  }

  private func decodeHex(_ start: Int, _ digits: Int, _ end: Int, into result: inout String) throws(SyntaxError) -> Int
  {
    var value: UInt32 = 0
    var p = start + 2
    while p < start + 2 + digits {
      guard p < end, let digit = Byte.hexValue(bytes[p]) else {
        throw SyntaxError(
          "after \\\(text(start + 1, start + 2)) in a string stand \(digits) hexadecimal digits",
          Span(start, min(p + 1, end)))
      }
      value = value << 4 | UInt32(digit)
      p += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw SyntaxError("this is no Unicode character", Span(start, p))
    }
    result.unicodeScalars.append(scalar)
    return p
  }
}
