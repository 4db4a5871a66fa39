/// f-strings: text between values, formats nested in them.
extension Parser {
  /// An f-string whose opening quote is ahead. Text gathers in `joined` until a value interrupts it.
  mutating func parseFormatted(
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
    case .lambdaWord: throw failure("a lambda in an f-string needs parentheses", hint: "write {(lambda x: …)}")
    case .rightBrace, .colon, .exclamation, .assign, .walrus:
      throw failure("an expression is missing between the braces of the f-string", at: Span(open, token.end))
    default: break
    }
    let value: Expression
    do throws(SyntaxError) {
      value = try parseExpressionList()
    } catch {
      // At a prompt another line cannot mend a string that must end on its own.
      throw prefix.isTriple ? error : SyntaxError(error.sentence, error.span, hint: error.advice)
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
        throw prefix.isTriple ? error : SyntaxError(error.sentence, error.span, hint: error.advice)
      }
      throw failure("'\(clipped(token.start, token.end))' cannot stand here in an f-string: '}' is missing before it")
    }
    state.brackets.removeLast()
    leave()
    state.height = height
    return (.value(value, source: sourceText, conversion: conversion, format: format), token.end)
  }
}
