/// Names, literals, brackets and comprehensions.
extension Parser {
  mutating func parseAtom() throws(SyntaxError) -> Expression {
    let span = token.span
    state.height = 1
    switch kind {
    case .name:
      let name = Identifier(name(token.start, token.end), span)
      advance()
      return .name(name)
    case .primedName: return try parseDerivative()
    case .integer: return try parseInteger()
    case .float: return try parseFloat()
    case .string, .formatted: return try parseStrings()
    case .leftParenthesis: return try parseParenthesis()
    case .leftBracket: return try parseList()
    case .leftBrace: return try parseDictionary()
    case .ellipsis:
      advance()
      return .ellipsis(span)
    case .trueWord, .falseWord:
      let value = kind == .trueWord
      advance()
      return .bool(value, span)
    case .noneWord:
      advance()
      return .none(span)
    case .lambdaWord: throw failure("a lambda needs parentheses here", hint: "write (lambda …)")
    default: throw unexpected(wanted: "an expression")
    }
  }

  /// `relu'(Z1)`, `leaky_relu'(Z1, alpha=0.3)`
  private mutating func parseDerivative() throws(SyntaxError) -> Expression {
    let start = token.start
    let name = Identifier(name(start, token.end - 1), Span(start, token.end - 1))
    advance()
    let arguments = try parseArguments()
    let span = span(from: start)
    guard !arguments.isEmpty else {
      throw failure("a derivative needs its argument", at: span, hint: "write \(name.name)'(Z1)")
    }
    try grow(state.height, at: span)
    return .derivative(name, arguments, span)
  }

  private mutating func parseParenthesis() throws(SyntaxError) -> Expression {
    let start = token.start
    try openBracket()
    if kind == .rightParenthesis {
      try closeBracket(.rightParenthesis)
      return .tuple([], span(from: start))
    }
    let itemStart = token.start
    var value = try parseStarOrExpression()
    if kind == .comma {
      value = try parseTupleRest(value, itemStart)
      try closeBracket(.rightParenthesis)
      guard case .tuple(let items, _) = value else { return value }
      return .tuple(items, span(from: start))
    }
    if kind == .forWord {
      value = try parseComprehension(.generator, key: nil, value, start)
      try closeBracket(.rightParenthesis)
      guard case .comprehension(let comprehension, _) = value else { return value }
      return .comprehension(comprehension, span(from: start))
    }
    if case .starred(_, let span) = value { throw failure("'*' has nothing to spread into here", at: span) }
    try closeBracket(.rightParenthesis)
    return value
  }

  private mutating func parseList() throws(SyntaxError) -> Expression {
    let start = token.start
    try openBracket()
    var items: [Expression] = []
    var height = 0
    while kind != .rightBracket {
      let itemStart = token.start
      let item = try parseStarOrExpression()
      height = max(height, state.height)
      if kind == .forWord, items.isEmpty {
        let value = try parseComprehension(.list, key: nil, item, itemStart)
        try closeBracket(.rightBracket)
        guard case .comprehension(let comprehension, _) = value else { return value }
        return .comprehension(comprehension, span(from: start))
      }
      items.append(item)
      guard accept(.comma) else { break }
    }
    if kind != .rightBracket, startsExpression(kind), kind != .invalid, !items.isEmpty {
      throw failure("a comma is missing between the items of the list")
    }
    try closeBracket(.rightBracket)
    let span = span(from: start)
    try grow(height, at: span)
    return .list(items, span)
  }

  private mutating func parseDictionary() throws(SyntaxError) -> Expression {
    let start = token.start
    try openBracket()
    var items: [DictionaryItem] = []
    var height = 0
    while kind != .rightBrace {
      if accept(.doubleStar) {
        items.append(DictionaryItem(key: nil, value: try parseBinary(1)))
        height = max(height, state.height)
      } else {
        let keyStart = token.start
        let key = try parseStarOrExpression()
        height = max(height, state.height)
        guard kind == .colon else {
          if kind == .comma || kind == .rightBrace || kind == .forWord, items.isEmpty {
            throw failure(
              "sets are not in nn", at: Span(start, start + 1),
              hint: "np.unique finds the distinct values; a list keeps them")
          }
          if kind == .assign { throw failure("a key of a dict is followed by ':'", hint: "write key: value") }
          throw unexpected(wanted: "':' and a value")
        }
        if case .starred(_, let span) = key { throw failure("'*' cannot stand before a key", at: span) }
        advance()
        let value = try parseExpression()
        height = max(height, state.height)
        if kind == .forWord, items.isEmpty {
          let comprehension = try parseComprehension(.dictionary, key: key, value, keyStart, height)
          try closeBracket(.rightBrace)
          guard case .comprehension(let inner, _) = comprehension else { return comprehension }
          return .comprehension(inner, span(from: start))
        }
        items.append(DictionaryItem(key: key, value: value))
      }
      guard accept(.comma) else { break }
    }
    if kind != .rightBrace, startsExpression(kind), kind != .invalid, !items.isEmpty {
      throw failure("a comma is missing between the items of the dict")
    }
    try closeBracket(.rightBrace)
    let span = span(from: start)
    try grow(height, at: span)
    return .dictionary(items, span)
  }

  /// The clauses of a comprehension, from its first `for` on.
  mutating func parseComprehension(
    _ kind: Comprehension.Kind, key: Expression?, _ element: Expression, _ start: Int, _ elementHeight: Int = 0
  ) throws(SyntaxError) -> Expression {
    if case .starred(_, let span) = element { throw failure("'*' cannot stand in a comprehension", at: span) }
    var height = max(elementHeight, state.height)
    var clauses: [Comprehension.Clause] = []
    while self.kind == .forWord {
      guard clauses.count < Self.maximumBlocks else { throw tooDeep(token.span) }
      advance()
      let target = try parseForTarget()
      height = max(height, state.height)
      let iterable = try parseOr()
      height = max(height, state.height)
      var conditions: [Expression] = []
      while accept(.ifWord) {
        conditions.append(try parseOr())
        height = max(height, state.height)
      }
      if self.kind == .elseWord {
        throw failure(
          "a comprehension's 'if' has no 'else'", hint: "a choice stands before 'for': [a if test else b for …]")
      }
      clauses.append(Comprehension.Clause(target: target, iterable: iterable, conditions: conditions))
    }
    let span = span(from: start)
    try grow(height, at: span)
    return .comprehension(Comprehension(kind: kind, key: key, element: element, clauses: clauses), span)
  }
}
