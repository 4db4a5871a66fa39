/// What a token is. The keywords stand last.
enum TokenKind: UInt8 {
  case end, newline
  /// Bytes that are no token; the reason is kept beside the token until somebody needs it.
  case invalid
  case name
  /// `relu'` before its parenthesis.
  case primedName
  case integer, float
  case string
  /// The opening quote of an f-string; the parser reads on from there.
  case formatted
  case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
  case comma, colon, semicolon, dot, ellipsis, assign, walrus, arrow, at, exclamation
  case plus, minus, star, slash, doubleSlash, percent, doubleStar
  case ampersand, bar, caret, tilde, shiftLeft, shiftRight
  case equal, notEqual, less, lessEqual, greater, greaterEqual
  case plusAssign, minusAssign, starAssign, slashAssign, doubleSlashAssign, percentAssign, doubleStarAssign
  case atAssign, ampersandAssign, barAssign, caretAssign, shiftLeftAssign, shiftRightAssign
  case falseWord, noneWord, trueWord, andWord, asWord, assertWord, asyncWord, awaitWord, breakWord, classWord
  case continueWord, defWord, delWord, elifWord, elseWord, exceptWord, finallyWord, forWord, fromWord, globalWord
  case ifWord, importWord, inWord, isWord, lambdaWord, nonlocalWord, notWord, orWord, passWord, raiseWord
  case returnWord, tryWord, whileWord, withWord, yieldWord

  var isKeyword: Bool { rawValue >= TokenKind.falseWord.rawValue }

  /// The keyword that these bytes spell.
  static func keyword(_ packed: UInt64) -> TokenKind? { keywords[packed] }

  private static let keywords: [UInt64: TokenKind] = {
    let words: [(String, TokenKind)] = [
      ("False", .falseWord), ("None", .noneWord), ("True", .trueWord), ("and", .andWord), ("as", .asWord),
      ("assert", .assertWord), ("async", .asyncWord), ("await", .awaitWord), ("break", .breakWord),
      ("class", .classWord), ("continue", .continueWord), ("def", .defWord), ("del", .delWord), ("elif", .elifWord),
      ("else", .elseWord), ("except", .exceptWord), ("finally", .finallyWord), ("for", .forWord), ("from", .fromWord),
      ("global", .globalWord), ("if", .ifWord), ("import", .importWord), ("in", .inWord), ("is", .isWord),
      ("lambda", .lambdaWord), ("nonlocal", .nonlocalWord), ("not", .notWord), ("or", .orWord), ("pass", .passWord),
      ("raise", .raiseWord), ("return", .returnWord), ("try", .tryWord), ("while", .whileWord), ("with", .withWord),
      ("yield", .yieldWord),
    ]
    var table: [UInt64: TokenKind] = [:]
    for (word, kind) in words {
      table[word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }] = kind
    }
    return table
  }()
}

/// A token and where it stands.
struct Token {
  var kind: TokenKind
  var start: Int
  var end: Int

  var span: Span { Span(start, end) }
}

/// The bytes of ASCII that the scanner asks about.
enum Byte {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let formFeed: UInt8 = 12
  static let backslash = UInt8(ascii: "\\")
  static let hash = UInt8(ascii: "#")
  static let quote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let leftParenthesis = UInt8(ascii: "(")
  static let leftBrace = UInt8(ascii: "{")
  static let rightBrace = UInt8(ascii: "}")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let equals = UInt8(ascii: "=")
  static let comma = UInt8(ascii: ",")
  static let dot = UInt8(ascii: ".")
  static let underscore = UInt8(ascii: "_")
  static let question = UInt8(ascii: "?")

  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
  /// May stand in a name (ASCII only).
  @inline(__always) static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == underscore
  }
  @inline(__always) static func isLineEnd(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }
  @inline(__always) static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab || byte == formFeed }
  static func hexValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 48...57: Int(byte) - 48
    case 65...70: Int(byte) - 55
    case 97...102: Int(byte) - 87
    default: nil
    }
  }
}
