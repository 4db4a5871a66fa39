/// Statements without a block.
extension Parser {
  /// One simple statement or command. Afterwards what should be `;` or the line's end is ahead.
  mutating func parseSimple() throws(SyntaxError) -> Statement {
    if kind == .name || kind == .percent || kind == .primedName || kind == .invalid,
      let command = try parseCommandStatement()
    {
      return command
    }
    let statement = try parsePythonSimple()
    statementEnd = state.previousEnd
    return statement
  }

  private mutating func parsePythonSimple() throws(SyntaxError) -> Statement {
    guard kind.isKeyword else { return try parseExpressionStatement() }
    if let misuse = keywordAsName() { throw misuse }
    let start = token.start
    switch kind {
    case .passWord:
      advance()
      return .pass(span(from: start))
    case .breakWord, .continueWord:
      let isBreak = kind == .breakWord
      guard isInLoop else { throw failure("'\(tokenText())' stands outside a loop") }
      advance()
      return isBreak ? .breakLoop(span(from: start)) : .continueLoop(span(from: start))
    case .returnWord:
      guard functionDepth > 0 else { throw failure("'return' stands outside a function") }
      advance()
      if kind == .newline || kind == .end || kind == .semicolon { return .returnValue(nil, span(from: start)) }
      let value = try parseExpressionList()
      return .returnValue(value, span(from: start))
    case .globalWord, .nonlocalWord: return try parseGlobal()
    case .delWord: return try parseDelete()
    case .assertWord:
      advance()
      let test = try parseExpression()
      var message: Expression?
      if accept(.comma) { message = try parseExpression() }
      return .assert(test, message: message, span(from: start))
    case .importWord: return try parseImport()
    case .fromWord: return try parseFromImport()
    case .ifWord, .forWord, .whileWord, .defWord, .elifWord, .elseWord:
      throw failure("'\(tokenText())' must begin its own line")
    default: return try parseExpressionStatement()
    }
  }

  /// An expression, an assignment of any kind, or an annotation.
  mutating func parseExpressionStatement() throws(SyntaxError) -> Statement {
    let start = token.start
    let first = try parseStarredList()
    switch kind {
    case .assign:
      var targets = [first]
      var value = first
      while accept(.assign) {
        value = try parseStarredList()
        if kind == .assign { targets.append(value) }
      }
      for target in targets { try checkTarget(target) }
      try checkNoLoneStar(value)
      return .assign(targets: targets, value: value, span(from: start))
    case .colon:
      guard !isSoftKeyword(first) else { break }
      try checkSingleTarget(first, "an annotation")
      advance()
      guard startsExpression(kind), kind != .invalid else { throw unexpected(wanted: "a type") }
      let annotation = try parseExpression()
      let value = accept(.assign) ? try parseExpressionList() : nil
      return .annotated(target: first, annotation: annotation, value: value, span(from: start))
    default:
      if let op = Self.augmented(kind) {
        try checkSingleTarget(first, "'\(tokenText())'")
        let operatorSpan = token.span
        advance()
        let value = try parseExpressionList()
        return .augmentedAssign(op, target: first, value: value, operator: operatorSpan, span(from: start))
      }
    }
    try checkNoLoneStar(first)
    return .expression(first, span(from: start))
  }

  /// Like an expression list; a lone starred value may still turn out to be a (wrong) target.
  private mutating func parseStarredList() throws(SyntaxError) -> Expression {
    guard kind == .star else { return try parseExpressionList() }
    let start = token.start
    let first = try parseStarOrExpression()
    return kind == .comma ? try parseTupleRest(first, start) : first
  }

  private func checkNoLoneStar(_ value: Expression) throws(SyntaxError) {
    if case .starred(_, let span) = value { throw failure("'*' has nothing to spread into here", at: span) }
  }

  private static func augmented(_ kind: TokenKind) -> BinaryOperator? {
    switch kind {
    case .plusAssign: .add
    case .minusAssign: .subtract
    case .starAssign: .multiply
    case .slashAssign: .divide
    case .doubleSlashAssign: .floorDivide
    case .percentAssign: .remainder
    case .doubleStarAssign: .power
    case .atAssign: .matrixMultiply
    case .ampersandAssign: .bitAnd
    case .barAssign: .bitOr
    case .caretAssign: .bitXor
    case .shiftLeftAssign: .shiftLeft
    case .shiftRightAssign: .shiftRight
    default: nil
    }
  }

  private mutating func parseGlobal() throws(SyntaxError) -> Statement {
    let start = token.start
    let isGlobal = kind == .globalWord
    guard isGlobal || functionDepth > 1 else {
      throw failure("'nonlocal' needs a function inside another", hint: "a name of the top level is 'global'")
    }
    advance()
    var names: [Identifier] = []
    repeat { names.append(try parseName("a name")) } while accept(.comma)
    return isGlobal ? .global(names, span(from: start)) : .nonlocal(names, span(from: start))
  }

  private mutating func parseDelete() throws(SyntaxError) -> Statement {
    let start = token.start
    advance()
    let target = try parseExpressionList()
    try checkDeletable(target)
    if case .tuple(let items, _) = target { return .delete(items, span(from: start)) }
    return .delete([target], span(from: start))
  }

  // MARK: - import

  private mutating func parseImport() throws(SyntaxError) -> Statement {
    let start = token.start
    advance()
    var items: [ImportItem] = []
    repeat {
      let path = try parseDottedName()
      items.append(ImportItem(name: path, alias: try parseAlias()))
    } while accept(.comma)
    return .importModule(items, span(from: start))
  }

  private mutating func parseFromImport() throws(SyntaxError) -> Statement {
    let start = token.start
    advance()
    if kind == .dot || kind == .ellipsis { throw failure("relative imports are not in nn") }
    let module = try parseDottedName()
    guard accept(.importWord) else { throw unexpected(wanted: "'import'") }
    if kind == .star { throw failure("'import *' is not in nn", hint: "name what you need") }
    let isParenthesised = kind == .leftParenthesis
    if isParenthesised { try openBracket() }
    var items: [ImportItem] = []
    repeat {
      if isParenthesised, kind == .rightParenthesis, !items.isEmpty { break }
      let name = try parseName("a name")
      items.append(ImportItem(name: name, alias: try parseAlias()))
    } while accept(.comma)
    if isParenthesised { try closeBracket(.rightParenthesis) }
    return .importNames(module: module, names: items, span(from: start))
  }

  private mutating func parseDottedName() throws(SyntaxError) -> Identifier {
    let start = token.start
    var name = try parseName("a module's name").name
    while accept(.dot) { name += "." + (try parseName("a module's name").name) }
    return Identifier(name, span(from: start))
  }

  private mutating func parseAlias() throws(SyntaxError) -> Identifier? {
    guard accept(.asWord) else { return nil }
    return try parseName("a name")
  }
}
