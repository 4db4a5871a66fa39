/// Statements with a block.
extension Parser {
  /// The statement, or nil if no word ahead begins one.
  mutating func parseCompound() throws(SyntaxError) -> Statement? {
    switch kind {
    case .ifWord, .forWord, .whileWord, .defWord, .classWord, .tryWord, .withWord, .asyncWord, .elifWord, .elseWord,
      .exceptWord, .finallyWord:
      if let misuse = keywordAsName() { throw misuse }
    case .at: break
    default: return nil
    }
    switch kind {
    case .ifWord: return try parseIf()
    case .forWord: return try parseFor()
    case .whileWord: return try parseWhile()
    case .defWord: return try parseDefinition()
    case .elifWord, .elseWord:
      throw failure(
        "'\(tokenText())' has no 'if' that it belongs to",
        hint: "it stands directly below the block, indented like its 'if'")
    default: throw refusal(kind) ?? unexpected()
    }
  }

  private mutating func parseIf() throws(SyntaxError) -> Statement {
    let start = token.start
    advance()
    var branches: [(test: Expression, body: [Statement])] = []
    let test = try parseExpression()
    branches.append((test, try parseBlock(after: "if", start)))
    while acceptClause("elif", .elifWord) {
      let clause = token.start
      advance()
      let test = try parseExpression()
      branches.append((test, try parseBlock(after: "elif", clause)))
    }
    let otherwise = try parseElse()
    return .ifElse(branches, otherwise: otherwise, Span(start, statementEnd))
  }

  private mutating func parseElse() throws(SyntaxError) -> [Statement] {
    guard acceptClause("else", .elseWord) else { return [] }
    let start = token.start
    advance()
    if kind == .ifWord { throw failure("'else if' is written 'elif'", at: Span(start, token.end)) }
    return try parseBlock(after: "else", start)
  }

  private mutating func parseWhile() throws(SyntaxError) -> Statement {
    let start = token.start
    advance()
    let test = try parseExpression()
    let body = try parseLoopBody("while", start)
    let otherwise = try parseElse()
    return .whileLoop(test: test, body: body, otherwise: otherwise, Span(start, statementEnd))
  }

  private mutating func parseFor() throws(SyntaxError) -> Statement {
    let start = token.start
    advance()
    let target = try parseForTarget()
    let iterable = try parseExpressionList()
    let body = try parseLoopBody("for", start)
    let otherwise = try parseElse()
    return .forIn(target: target, iterable: iterable, body: body, otherwise: otherwise, Span(start, statementEnd))
  }

  private mutating func parseLoopBody(_ word: String, _ start: Int) throws(SyntaxError) -> [Statement] {
    let wasInLoop = isInLoop
    isInLoop = true
    let body = try parseBlock(after: word, start)
    isInLoop = wasInLoop
    return body
  }

  /// The targets of a `for`, and its `in`.
  mutating func parseForTarget() throws(SyntaxError) -> Expression {
    let start = token.start
    var target = try parseTargetItem()
    if kind == .comma {
      var items = [target]
      var height = state.height
      while accept(.comma) {
        guard kind == .star || startsExpression(kind) else { break }
        items.append(try parseTargetItem())
        height = max(height, state.height)
      }
      let span = span(from: start)
      try grow(height, at: span)
      target = .tuple(items, span)
    }
    guard kind == .inWord else {
      if kind == .assign { throw failure("a 'for' has 'in', not '='", hint: "write for i in range(10):") }
      throw unexpected(wanted: "'in'")
    }
    try checkTarget(target)
    advance()
    return target
  }

  private mutating func parseTargetItem() throws(SyntaxError) -> Expression {
    if kind.isKeyword, kind != .lambdaWord, kind != .notWord { throw keywordIsNoName() }
    return kind == .star ? try parseStarOrExpression() : try parseBinary(1)
  }
}
