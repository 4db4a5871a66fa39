/// The scanner: bytes to tokens, one at a time, never an error by itself (see `TokenKind.invalid`).
extension Parser {
  var token: Token { state.token }
  var kind: TokenKind { state.token.kind }

  @inline(__always) func byte(_ offset: Int) -> UInt8 { offset < count ? bytes[offset] : 0 }

  /// The text of the source between two offsets.
  func text(_ start: Int, _ end: Int) -> String {
    bytes.withUnsafeBufferPointer { buffer in
      String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<end]), as: UTF8.self)
    }
  }

  /// Goes on reading at an offset: the token ahead is not read yet.
  mutating func seek(_ offset: Int) {
    state.token = Token(kind: .newline, start: offset, end: offset)
    state.invalidity = nil
  }

  /// Reads the next token.
  mutating func advance() {
    state.previousEnd = state.token.end
    var p = state.token.end
    while p < count {
      let c = bytes[p]
      if c > Byte.hash, c != Byte.backslash { break }
      switch c {
      case Byte.space, Byte.tab, Byte.formFeed: p += 1
      case Byte.hash: p = lineEnd(p)
      case Byte.newline, Byte.carriageReturn:
        if state.brackets.isEmpty { return set(.newline, p, afterLineEnd(p)) }
        p += 1
      case Byte.backslash:
        if p + 1 >= count {
          return invalidate("the text ends after a backslash", p, p + 1, isIncomplete: true)
        }
        guard Byte.isLineEnd(bytes[p + 1]) else {
          return invalidate("a backslash may only stand at the end of a line", p, p + 1)
        }
        p = afterLineEnd(p + 1)
        if p >= count { return invalidate("the text ends after a backslash", p - 1, p, isIncomplete: true) }
      default: return scanToken(p)
      }
    }
    if p >= count { return set(.end, p, p) }
    scanToken(p)
  }

  @inline(__always) mutating func set(_ kind: TokenKind, _ start: Int, _ end: Int) {
    state.token = Token(kind: kind, start: start, end: end)
  }

  mutating func invalidate(
    _ sentence: String, _ start: Int, _ end: Int, hint: Hint? = nil, isIncomplete: Bool = false
  ) {
    let limit = min(end, count)
    state.token = Token(kind: .invalid, start: start, end: limit)
    state.invalidity = SyntaxError(sentence, Span(start, limit), hint: hint, isIncomplete: isIncomplete)
  }

  /// The offset of the end of the line that `offset` stands in.
  func lineEnd(_ offset: Int) -> Int {
    var p = offset
    while p < count, !Byte.isLineEnd(bytes[p]) { p += 1 }
    return p
  }

  /// The start of the next line, from the line end at `offset`.
  func afterLineEnd(_ offset: Int) -> Int {
    byte(offset) == Byte.carriageReturn && byte(offset + 1) == Byte.newline ? offset + 2 : offset + 1
  }

  private mutating func scanToken(_ p: Int) {
    let c = bytes[p]
    if Byte.isLetter(c) || c == Byte.underscore || c >= 0x80 { return scanWord(p) }
    if Byte.isDigit(c) { return scanNumber(p) }
    let next = byte(p + 1)
    switch c {
    case Byte.quote, Byte.doubleQuote: scanString(p, quoteAt: p)
    case Byte.dot:
      if Byte.isDigit(next) { return scanNumber(p) }
      if next == Byte.dot, byte(p + 2) == Byte.dot { return set(.ellipsis, p, p + 3) }
      set(.dot, p, p + 1)
    case Byte.leftParenthesis: set(.leftParenthesis, p, p + 1)
    case UInt8(ascii: ")"): set(.rightParenthesis, p, p + 1)
    case UInt8(ascii: "["): set(.leftBracket, p, p + 1)
    case UInt8(ascii: "]"): set(.rightBracket, p, p + 1)
    case Byte.leftBrace: set(.leftBrace, p, p + 1)
    case Byte.rightBrace: set(.rightBrace, p, p + 1)
    case Byte.comma: set(.comma, p, p + 1)
    case Byte.semicolon: set(.semicolon, p, p + 1)
    case UInt8(ascii: "~"): set(.tilde, p, p + 1)
    case Byte.colon: oneOrWithEquals(p, next, .colon, .walrus)
    case UInt8(ascii: "+"): oneOrWithEquals(p, next, .plus, .plusAssign)
    case UInt8(ascii: "-"):
      if next == UInt8(ascii: ">") { return set(.arrow, p, p + 2) }
      oneOrWithEquals(p, next, .minus, .minusAssign)
    case UInt8(ascii: "*"):
      if next == c { return oneOrWithEquals(p, width: 2, byte(p + 2), .doubleStar, .doubleStarAssign) }
      oneOrWithEquals(p, next, .star, .starAssign)
    case UInt8(ascii: "/"):
      if next == c { return oneOrWithEquals(p, width: 2, byte(p + 2), .doubleSlash, .doubleSlashAssign) }
      oneOrWithEquals(p, next, .slash, .slashAssign)
    case UInt8(ascii: "%"): oneOrWithEquals(p, next, .percent, .percentAssign)
    case UInt8(ascii: "@"): oneOrWithEquals(p, next, .at, .atAssign)
    case UInt8(ascii: "&"):
      if next == c { return invalidate("'&&' is no operator here", p, p + 2, hint: "write 'and'") }
      oneOrWithEquals(p, next, .ampersand, .ampersandAssign)
    case UInt8(ascii: "|"):
      if next == c { return invalidate("'||' is no operator here", p, p + 2, hint: "write 'or'") }
      oneOrWithEquals(p, next, .bar, .barAssign)
    case UInt8(ascii: "^"): oneOrWithEquals(p, next, .caret, .caretAssign)
    case UInt8(ascii: "<"):
      if next == c { return oneOrWithEquals(p, width: 2, byte(p + 2), .shiftLeft, .shiftLeftAssign) }
      if next == UInt8(ascii: ">") { return invalidate("'<>' is no operator here", p, p + 2, hint: "write '!='") }
      oneOrWithEquals(p, next, .less, .lessEqual)
    case UInt8(ascii: ">"):
      if next == c { return oneOrWithEquals(p, width: 2, byte(p + 2), .shiftRight, .shiftRightAssign) }
      oneOrWithEquals(p, next, .greater, .greaterEqual)
    case Byte.equals:
      if next == c, byte(p + 2) == c { return invalidate("'===' is no operator here", p, p + 3, hint: "write '=='") }
      if next == UInt8(ascii: ">") {
        return invalidate("'=>' is no operator here", p, p + 2, hint: "greater or equal is '>='")
      }
      oneOrWithEquals(p, next, .assign, .equal)
    case UInt8(ascii: "!"): oneOrWithEquals(p, next, .exclamation, .notEqual)
    case Byte.question:
      invalidate("'?' cannot stand here", p, p + 1, hint: "'?name' shows help; a choice is 'a if test else b'")
    default: invalidateCharacter(p)
    }
  }

  @inline(__always) private mutating func oneOrWithEquals(
    _ p: Int, width: Int = 1, _ next: UInt8, _ one: TokenKind, _ withEquals: TokenKind
  ) {
    if next == Byte.equals { set(withEquals, p, p + width + 1) } else { set(one, p, p + width) }
  }
}
