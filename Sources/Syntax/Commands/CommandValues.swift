/// One value of a command, by the kind that its parameter declares.
extension Parser {
  mutating func parseValue(
    _ kind: CommandGrammar.Parameter.Kind, at p: Int, _ grammar: CommandGrammar
  ) throws(SyntaxError) -> (CommandArgument.Value, end: Int) {
    switch kind {
    case .expression:
      let (value, end) = try parseExpression(at: p)
      return (.expression(value), end)
    case .word(let words, let elseExpression): return try parseWord(words, elseExpression, at: p, grammar)
    case .words: return try parseWords(at: p, grammar)
    case .name:
      if isForced(p) { return try parseForced(p) }
      let end = wordBytesEnd(p)
      guard end > p else { throw unexpected(at: p, wanted: "a name") }
      return (.text(text(p, end)), end)
    case .file:
      if isForced(p) { return try parseForced(p) }
      let end = runEnd(p)
      return (.text(text(p, end)), end)
    case .wordOrFile(let words): return try parseWordOrFile(words, at: p, grammar)
    case .restOfLine:
      let end = trimmedLineEnd(p)
      return (.text(text(p, end)), max(end, p))
    case .statement: return try parseStatement(at: p)
    case .equation:
      guard let (name, valueStart, _) = optionName(at: p) else {
        let end = max(trimmedLineEnd(p), p)
        throw SyntaxError(
          "'\(grammar.name)' wants NAME = EXPRESSION here", Span(p, end), hint: "usage: " + grammar.usage)
      }
      let (value, end) = try parseExpression(at: valueStart)
      return (.equation(name, value), end)
    case .reference:
      let end = wordEnd(p)
      guard end > p else { throw unexpected(at: p, wanted: "a name") }
      let name = Identifier(name(p, end), Span(p, end))
      let bracket = blanksEnd(end)
      guard byte(bracket) == UInt8(ascii: "[") else { return (.reference(name, subscript: nil), end) }
      seek(bracket)
      advance()
      let index = try parseIndex()
      return (.reference(name, subscript: index), state.previousEnd)
    case .chain: return try parseChain(at: p, grammar)
    }
  }

  mutating func parseExpression(at p: Int) throws(SyntaxError) -> (Expression, end: Int) {
    seek(p)
    advance()
    let value = try parseExpression()
    return (value, state.previousEnd)
  }

  private mutating func unexpected(at p: Int, wanted: String) -> SyntaxError {
    seek(p)
    advance()
    return unexpected(wanted: wanted)
  }

  // MARK: - Text as it stands

  /// `(x)` forces an expression, a quoted text is taken without its quotes.
  private func isForced(_ p: Int) -> Bool {
    let c = byte(p)
    if c == Byte.leftParenthesis || c == Byte.quote || c == Byte.doubleQuote { return true }
    let end = wordEnd(p)
    guard end > p, end - p <= 2, byte(end) == Byte.quote || byte(end) == Byte.doubleQuote else { return false }
    return isStringPrefix(p, end)
  }

  private mutating func parseForced(_ p: Int) throws(SyntaxError) -> (CommandArgument.Value, end: Int) {
    let isParenthesised = byte(p) == Byte.leftParenthesis
    let (value, end) = try parseExpression(at: p)
    if case .string(let text, _) = value, !isParenthesised { return (.text(text), end) }
    return (.expression(value), end)
  }

  private mutating func parseWord(
    _ words: [String], _ elseExpression: Bool, at p: Int, _ grammar: CommandGrammar
  ) throws(SyntaxError) -> (CommandArgument.Value, end: Int) {
    if isForced(p) {
      let (value, end) = try parseForced(p)
      if case .text(let text) = value, !words.isEmpty, !words.contains(text) {
        guard elseExpression else { throw unknownWord(p, end, words, grammar) }
        return (.expression(.string(text, Span(p, end))), end)
      }
      return (value, end)
    }
    let end = wordEnd(p)
    let isWhole = end > p && (Byte.isBlank(byte(end)) || isCommandEnd(end) || byte(end) == Byte.comma)
    if isWhole, words.isEmpty || words.contains(text(p, end)), !elseExpression || !expressionGoesOn(end) {
      return (.text(text(p, end)), end)
    }
    if elseExpression {
      let (value, end) = try parseExpression(at: p)
      return (.expression(value), end)
    }
    let runEnd = runEnd(p)
    guard words.isEmpty, runEnd > p else { throw unknownWord(p, max(runEnd, p), words, grammar) }
    return (.text(text(p, runEnd)), runEnd)
  }

  /// `date, "petal length", 3` or `[date, 3]`.
  private mutating func parseWords(
    at start: Int, _ grammar: CommandGrammar
  ) throws(SyntaxError) -> (CommandArgument.Value, end: Int) {
    var items: [Expression] = []
    var end = start
    var next = start
    while true {
      let (value, valueEnd) = try parseWord([], true, at: next, grammar)
      switch value {
      case .text(let word): items.append(.string(word, Span(next, valueEnd)))
      case .expression(.list(let list, let span)):
        // A name in a list is a word as it is outside of one.
        let words = list.map { if case .name(let name) = $0 { Expression.string(name.name, name.span) } else { $0 } }
        items.append(.list(words, span))
      case .expression(let other): items.append(other)
      default: break
      }
      end = valueEnd
      let comma = blanksEnd(end)
      guard byte(comma) == Byte.comma else { break }
      next = blanksEnd(comma + 1)
      if isCommandEnd(next) || optionName(at: next) != nil { break }
    }
    return (.expression(items.count == 1 ? items[0] : .list(items, Span(start, end))), end)
  }

  /// Whether an operator follows that cannot begin another argument.
  private func expressionGoesOn(_ end: Int) -> Bool {
    let p = blanksEnd(end)
    switch byte(p) {
    case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return true
    case Byte.equals, UInt8(ascii: "!"): return byte(p + 1) == Byte.equals
    default: return false
    }
  }

  private mutating func parseWordOrFile(
    _ words: [String], at p: Int, _ grammar: CommandGrammar
  ) throws(SyntaxError) -> (CommandArgument.Value, end: Int) {
    if isForced(p) { return try parseForced(p) }
    let wordEnd = wordEnd(p)
    let end = byte(wordEnd) == Byte.comma ? wordEnd : runEnd(p)
    let shown = text(p, end)
    guard words.contains(shown) || shown.utf8.contains(where: { $0 == Byte.dot || $0 == UInt8(ascii: "/") }) else {
      throw unknownWord(p, end, words, grammar)
    }
    return (.text(shown), end)
  }

  private func unknownWord(_ p: Int, _ end: Int, _ words: [String], _ grammar: CommandGrammar) -> SyntaxError {
    return SyntaxError(
      "'\(grammar.name)' does not know '\(clipped(p, end))'", Span(p, max(end, p + 1)),
      hint: meant(text(p, min(end, p + 200)), in: words) + "it can be: \(words.joined(separator: ", "))")
  }

  /// Letters, digits and underscores from an offset on.
  private func wordBytesEnd(_ start: Int) -> Int {
    var p = start
    while Byte.isDigit(byte(p)) { p += 1 }
    return max(wordEnd(p), p)
  }

  /// Everything up to a blank, a closing comma or `;`.
  private func runEnd(_ start: Int) -> Int {
    var p = start
    while p < count, !Byte.isBlank(bytes[p]), !Byte.isLineEnd(bytes[p]), bytes[p] != Byte.semicolon { p += 1 }
    while p > start + 1, bytes[p - 1] == Byte.comma { p -= 1 }
    return p
  }

  /// The end of the line's text without its comment, a closing `;` and blanks.
  func trimmedLineEnd(_ start: Int) -> Int {
    var p = start
    var noMore: (single: Bool, double: Bool) = (false, false)
    while p < count, !Byte.isLineEnd(bytes[p]), bytes[p] != Byte.hash {
      let c = bytes[p]
      // The apostrophe in `don't` opens nothing.
      let opens =
        c == Byte.quote ? !noMore.single && !Byte.isWord(byte(p - 1)) : c == Byte.doubleQuote && !noMore.double
      if opens {
        var close = p + 1
        while close < count, bytes[close] != c, !Byte.isLineEnd(bytes[close]) { close += 1 }
        if byte(close) == c {
          p = close
        } else if c == Byte.quote {
          noMore.single = true
        } else {
          noMore.double = true
        }
      }
      p += 1
    }
    while p > start, Byte.isBlank(bytes[p - 1]) { p -= 1 }
    if p > start, bytes[p - 1] == Byte.semicolon { p -= 1 }
    while p > start, Byte.isBlank(bytes[p - 1]) { p -= 1 }
    return p
  }

  // MARK: - Statements

  private mutating func parseStatement(at p: Int) throws(SyntaxError) -> (CommandArgument.Value, end: Int) {
    seek(p)
    advance()
    if let statement = try parseCompound() { return (.statement(statement), statementEnd) }
    let statement = try parseSimple()
    guard kind == .newline || kind == .end || kind == .semicolon else { throw unexpectedAfter(statement) }
    return (.statement(statement), max(statementEnd, p))
  }
}
