/// Sentences for what is not nn.
extension Parser {
  /// The text between two offsets, shortened to what a message can hold.
  func clipped(_ start: Int, _ end: Int) -> String {
    guard end - start > 40 else { return text(start, end) }
    var cut = start + 36
    while cut > start, byte(cut) & 0xC0 == 0x80 { cut -= 1 }
    return text(start, cut) + "…"
  }

  func clipped(_ span: Span) -> String { clipped(Int(span.start), Int(span.end)) }

  /// An error at the token ahead; if that is no token, the error says why instead.
  func failure(_ sentence: String, hint: Hint? = nil) -> SyntaxError {
    failure(sentence, at: token.span, hint: hint)
  }

  func failure(_ sentence: String, at span: Span, hint: Hint? = nil) -> SyntaxError {
    if let invalidity = state.invalidity, kind == .invalid { return invalidity }
    if let open = neverClosed() { return open }
    return SyntaxError(sentence, span, hint: hint)
  }

  /// The error that the token ahead cannot stand here.
  func unexpected(wanted: String? = nil) -> SyntaxError {
    let shown = clipped(token.start, token.end)
    switch kind {
    case .invalid: return failure("")
    case .end, .newline:
      let place = state.previousEnd
      return failure(
        "the line ends too early" + (wanted.map { ": \($0) is missing" } ?? ""), at: Span(max(place - 1, 0), place))
    case .walrus: return failure("assignment inside an expression (:=) is not in nn", hint: "assign on a line before")
    case .assign:
      return failure("'=' cannot stand here", hint: "did you mean '=='?")
    case .rightParenthesis, .rightBracket, .rightBrace:
      if let open = state.brackets.last {
        if Self.closer(byte(open)) == shown {
          return SyntaxError("'\(shown)' comes too early: an expression is missing", token.span)
        }
        return SyntaxError("'\(shown)' does not close '\(text(open, open + 1))'", Span(open, token.end))
      }
      return failure("'\(shown)' closes no bracket")
    case .exclamation:
      // `!ls` of IPython.
      var place = Int(token.span.start) - 1
      while place >= 0, byte(place) == UInt8(ascii: " ") { place -= 1 }
      let isFirst = place < 0 || byte(place) == UInt8(ascii: "\n")
      return failure(
        "'!' is no operator here",
        hint: isFirst ? "nn runs no commands of the system (ls and pwd are nn's own); 'not' negates" : "write 'not'")
    case .classWord, .tryWord, .withWord, .raiseWord, .yieldWord, .asyncWord, .awaitWord, .exceptWord, .finallyWord:
      return refusal(kind) ?? failure("'\(shown)' cannot stand here")
    default: break
    }
    if kind.isKeyword { return failure("the keyword '\(shown)' cannot stand here") }
    return failure("'\(shown)' cannot stand here" + (wanted.map { ": \($0) is missing before it" } ?? ""))
  }

  /// The feature of Python that nn leaves out, at the keyword ahead.
  func refusal(_ kind: TokenKind) -> SyntaxError? {
    switch kind {
    case .classWord:
      failure("classes are not in nn", hint: "functions and a dict do the same: examples/article.nn shows it")
    case .tryWord, .exceptWord, .finallyWord: failure("exception handling (try) is not in nn")
    case .raiseWord:
      failure("exception handling (raise) is not in nn", hint: "assert test, \"message\" stops with a message")
    case .withWord: failure("'with' blocks are not in nn")
    case .yieldWord: failure("generators (yield) are not in nn", hint: "return a list")
    case .asyncWord, .awaitWord: failure("asynchronous code (async, await) is not in nn")
    case .at: failure("decorators (@) are not in nn", hint: "wrap the function by hand: f = decorator(f)")
    default: nil
    }
  }

  /// When an error on a later line comes from a bracket that is never closed, the bracket is the place to show.
  private func neverClosed() -> SyntaxError? {
    guard let open = state.brackets.last else { return nil }
    let sentence = "'\(text(open, open + 1))' is never closed"
    if kind == .end { return SyntaxError(sentence, Span(open, open + 1), isIncomplete: true) }
    guard source.position(of: open).line != source.position(of: token.start).line else { return nil }
    var rest = self
    let depth = state.brackets.count
    while true {
      switch rest.kind {
      case .end: return SyntaxError(sentence, Span(open, open + 1))
      case .invalid: return nil
      case .leftParenthesis, .leftBracket, .leftBrace: rest.state.brackets.append(rest.token.start)
      case .rightParenthesis, .rightBracket, .rightBrace:
        rest.state.brackets.removeLast()
        if rest.state.brackets.count < depth { return nil }
      default: break
      }
      rest.advance()
    }
  }

  static func closer(_ open: UInt8) -> String {
    open == Byte.leftParenthesis ? ")" : open == Byte.leftBrace ? "}" : "]"
  }

  func unexpectedIndentation(_ line: Indentation) -> SyntaxError {
    SyntaxError(
      "this line is indented, but no block is open here", Span(line.lineStart, max(line.content, line.lineStart + 1)),
      hint: "remove the blanks before it")
  }

  func tooDeep(_ span: Span) -> SyntaxError { SyntaxError("nested too deeply", span) }

  /// Counts one more level of the parser's recursion.
  @inline(__always) mutating func enter() throws(SyntaxError) {
    state.depth += 1
    if state.depth > Self.maximumDepth { throw tooDeep(token.span) }
  }

  @inline(__always) mutating func leave() { state.depth -= 1 }

  /// The tree returned next is one higher than its highest child.
  @inline(__always) mutating func grow(_ childHeight: Int, at span: Span) throws(SyntaxError) {
    state.height = childHeight + 1
    if state.height > Self.maximumHeight { throw tooDeep(span) }
  }

  /// Whether the keyword ahead is used like a name: `lambda = 1`.
  func keywordAsName() -> SyntaxError? {
    guard kind.isKeyword else { return nil }
    var p = token.end
    while Byte.isBlank(byte(p)) { p += 1 }
    guard byte(p) == Byte.equals, byte(p + 1) != Byte.equals else { return nil }
    return keywordIsNoName()
  }

  func keywordIsNoName() -> SyntaxError {
    let word = clipped(token.start, token.end)
    if kind == .trueWord || kind == .falseWord || kind == .noneWord {
      return failure("\(word) is a value and cannot be a name")
    }
    return failure("'\(word)' is a keyword and cannot be a name", hint: "try \(word)_")
  }
}
