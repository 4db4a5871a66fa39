/// Small steps over tokens.
extension Parser {
  @inline(__always) func span(from start: Int) -> Span { Span(start, max(start, state.previousEnd)) }

  func tokenText() -> String { text(token.start, token.end) }

  /// Goes past the token ahead if it is of this kind.
  @inline(__always) mutating func accept(_ kind: TokenKind) -> Bool {
    guard state.token.kind == kind else { return false }
    advance()
    return true
  }

  /// Goes into the bracket ahead.
  mutating func openBracket() throws(SyntaxError) {
    try enter()
    state.brackets.append(token.start)
    advance()
  }

  /// Goes out of the innermost bracket, which must close here.
  mutating func closeBracket(_ kind: TokenKind) throws(SyntaxError) {
    guard self.kind == kind else {
      if kind == .rightParenthesis, startsExpression(self.kind), self.kind != .invalid {
        throw failure(
          "'\(clipped(token.start, token.end))' cannot stand here", hint: "is a comma or an operator missing before it?"
        )
      }
      throw unexpected()
    }
    state.brackets.removeLast()
    leave()
    advance()
  }

  /// The name ahead.
  mutating func parseName(_ wanted: String) throws(SyntaxError) -> Identifier {
    guard kind == .name else {
      if kind.isKeyword { throw keywordIsNoName() }
      throw unexpected(wanted: wanted)
    }
    let name = Identifier(name(token.start, token.end), token.span)
    advance()
    return name
  }

  /// Whether an expression can begin with such a token.
  func startsExpression(_ kind: TokenKind) -> Bool {
    switch kind {
    case .name, .primedName, .integer, .float, .string, .formatted, .leftParenthesis, .leftBracket, .leftBrace,
      .ellipsis,
      .plus, .minus, .tilde, .falseWord, .trueWord, .noneWord, .notWord, .lambdaWord, .yieldWord, .awaitWord, .invalid:
      true
    default: false
    }
  }
}
