/// String literals and f-strings, adjacent ones joined.
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

  private struct Prefix {
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

  // MARK: - f-strings

  /// An f-string whose opening quote is ahead. Text gathers in `joined` until a value interrupts it.
  private mutating func parseFormatted(
    _ prefix: Prefix, into pieces: inout [FormattedPiece], _ joined: inout String
  ) throws(SyntaxError) {
    try enter()
    let end = try parsePieces(prefix, from: token.end, inFormat: false, into: &pieces, &joined)
    leave()
    seek(end + (prefix.isTriple ? 3 : 1))
    advance()
  }

  /// Pieces up to the closing quote, or up to the `}` that ends a format. Returns where that stands. The state's height is the
  /// highest value's.
  private mutating func parsePieces(
    _ prefix: Prefix, from start: Int, inFormat: Bool, into pieces: inout [FormattedPiece], _ joined: inout String
  ) throws(SyntaxError) -> Int {
    var p = start
    var textStart = start
    var height = 0
    while p < count {
      let c = bytes[p]
      if c == prefix.quote, !prefix.isTriple || (byte(p + 1) == c && byte(p + 2) == c) {
        if inFormat { throw SyntaxError("'}' is missing before the end of the string", Span(p, p + 1)) }
        try decode(textStart, p, isRaw: prefix.isRaw, into: &joined)
        state.height = height
        return p
      }
      if !prefix.isTriple, Byte.isLineEnd(c) { break }
      if c == Byte.backslash {
        // `\N{…}` is refused by decode; any other brace after a backslash is a brace as usual.
        if prefix.isRaw || byte(p + 1) == Byte.leftBrace || byte(p + 1) == Byte.rightBrace {
          p += 1
        } else {
          p = p + 1 < count && Byte.isLineEnd(bytes[p + 1]) ? afterLineEnd(p + 1) : p + 2
        }
        if prefix.isRaw, byte(p) == prefix.quote, p < count { p += 1 }
      } else if c == Byte.leftBrace {
        try decode(textStart, p, isRaw: prefix.isRaw, into: &joined)
        if byte(p + 1) == Byte.leftBrace, !inFormat {
          joined += "{"
          p += 2
        } else {
          if !joined.isEmpty { pieces.append(.text(joined)) }
          joined = ""
          let (piece, end) = try parseReplacement(prefix, at: p)
          height = max(height, state.height)
          pieces.append(piece)
          p = end
        }
        textStart = p
      } else if c == Byte.rightBrace {
        try decode(textStart, p, isRaw: prefix.isRaw, into: &joined)
        if inFormat {
          state.height = height
          return p
        }
        guard byte(p + 1) == Byte.rightBrace else {
          throw SyntaxError("a single '}' cannot stand in an f-string", Span(p, p + 1), hint: "write '}}' for a brace")
        }
        joined += "}"
        p += 2
        textStart = p
      } else {
        p += 1
      }
    }
    invalidateUnterminated(prefix.start, quoteAt: prefix.quoteAt, isTriple: prefix.isTriple, end: min(p, count))
    throw unexpected()
  }

  /// `{value=!r:format}` from its `{`. Returns where it ends.
  private mutating func parseReplacement(
    _ prefix: Prefix, at open: Int
  ) throws(SyntaxError) -> (FormattedPiece, Int) {
    seek(open)
    set(.leftBrace, open, open + 1)
    try openBracket()
    switch kind {
    case .rightBrace, .colon, .exclamation, .assign, .walrus:
      throw failure("an expression is missing between the braces of the f-string", at: Span(open, token.end))
    default: break
    }
    let value: Expression
    do throws(SyntaxError) {
      value = try parseExpressionList()
    } catch {
      // At a prompt another line cannot mend a string that must end on its own.
      throw prefix.isTriple ? error : SyntaxError(error.sentence, error.span, hint: error.hint)
    }
    var height = state.height
    var sourceText: String?
    if kind == .assign {
      advance()
      sourceText = text(open + 1, min(token.start, count))
    }
    var conversion: FormattedPiece.Conversion?
    if kind == .exclamation {
      let letter = token.end
      switch byte(letter) {
      case UInt8(ascii: "r"): conversion = .repr
      case UInt8(ascii: "s"): conversion = .str
      case UInt8(ascii: "a"): conversion = .ascii
      default: throw failure("after '!' in an f-string stands r, s or a")
      }
      seek(letter + 1)
      advance()
    }
    var format: [FormattedPiece]?
    if kind == .colon || kind == .walrus {
      var pieces: [FormattedPiece] = []
      var text = ""
      let end = try parsePieces(prefix, from: token.start + 1, inFormat: true, into: &pieces, &text)
      height = max(height, state.height)
      if !text.isEmpty { pieces.append(.text(text)) }
      format = pieces
      seek(end)
      set(.rightBrace, end, end + 1)
    }
    guard kind == .rightBrace else {
      if kind == .invalid || kind == .end {
        let error = unexpected()
        throw prefix.isTriple ? error : SyntaxError(error.sentence, error.span, hint: error.hint)
      }
      throw failure("'\(clipped(token.start, token.end))' cannot stand here in an f-string: '}' is missing before it")
    }
    state.brackets.removeLast()
    leave()
    state.height = height
    return (.value(value, source: sourceText, conversion: conversion, format: format), token.end)
  }

  // MARK: - Escapes

  /// Adds the bytes between two offsets to a text, escapes resolved.
  private func decode(_ start: Int, _ end: Int, isRaw: Bool, into result: inout String) throws(SyntaxError) {
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
