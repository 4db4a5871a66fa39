/// Expressions by precedence, from the loosest to the tightest.
extension Parser {
  /// Expressions and `*expressions` between commas: one alone is itself, several are a tuple.
  mutating func parseExpressionList() throws(SyntaxError) -> Expression {
    let start = token.start
    let first = try parseStarOrExpression()
    guard kind == .comma else {
      if case .starred(_, let span) = first { throw failure("'*' has nothing to spread into here", at: span) }
      return first
    }
    return try parseTupleRest(first, start)
  }

  /// The rest of a tuple, from its first comma on.
  mutating func parseTupleRest(_ first: Expression, _ start: Int) throws(SyntaxError) -> Expression {
    var items = [first]
    var height = state.height
    while accept(.comma) {
      guard kind == .star || startsExpression(kind) else { break }
      if kind == .invalid { throw unexpected() }
      items.append(try parseStarOrExpression())
      height = max(height, state.height)
    }
    let span = span(from: start)
    try grow(height, at: span)
    return .tuple(items, span)
  }

  mutating func parseStarOrExpression() throws(SyntaxError) -> Expression {
    guard kind == .star else { return try parseExpression() }
    let start = token.start
    advance()
    let value = try parseBinary(1)
    try grow(state.height, at: value.span)
    return .starred(value, span(from: start))
  }

  /// A conditional, a lambda or what binds tighter.
  mutating func parseExpression() throws(SyntaxError) -> Expression {
    if kind == .lambdaWord { return try parseLambda() }
    let start = token.start
    let body = try parseOr()
    guard kind == .ifWord else { return body }
    var height = state.height
    advance()
    let test = try parseOr()
    height = max(height, state.height)
    guard kind == .elseWord else {
      if kind == .invalid || kind == .end { throw unexpected(wanted: "'else'") }
      throw failure("a choice needs its 'else'", hint: "write 'a if test else b'")
    }
    advance()
    try enter()
    let otherwise = try parseExpression()
    leave()
    let span = span(from: start)
    try grow(max(height, state.height), at: span)
    return .conditional(test: test, body: body, otherwise: otherwise, span)
  }

  mutating func parseOr() throws(SyntaxError) -> Expression {
    let start = token.start
    let first = try parseAnd()
    guard kind == .orWord else { return first }
    var operands = [first]
    var height = state.height
    while accept(.orWord) {
      operands.append(try parseAnd())
      height = max(height, state.height)
    }
    let span = span(from: start)
    try grow(height, at: span)
    return .boolean(.or, operands, span)
  }

  private mutating func parseAnd() throws(SyntaxError) -> Expression {
    let start = token.start
    let first = try parseNot()
    guard kind == .andWord else { return first }
    var operands = [first]
    var height = state.height
    while accept(.andWord) {
      operands.append(try parseNot())
      height = max(height, state.height)
    }
    let span = span(from: start)
    try grow(height, at: span)
    return .boolean(.and, operands, span)
  }

  private mutating func parseNot() throws(SyntaxError) -> Expression {
    guard kind == .notWord else { return try parseComparison() }
    let start = token.start
    try enter()
    advance()
    let operand = try parseNot()
    leave()
    let span = span(from: start)
    try grow(state.height, at: span)
    return .not(operand, span)
  }

  private mutating func parseComparison() throws(SyntaxError) -> Expression {
    let start = token.start
    let first = try parseBinary(1)
    guard let firstOperator = comparison() else { return first }
    var links: [ComparisonLink] = []
    var height = state.height
    var next: ComparisonOperator? = firstOperator
    while let op = next {
      var operatorSpan = token.span
      advance()
      if op == .isNotSame || op == .isNotIn {
        operatorSpan = operatorSpan.joined(token.span)
        advance()
      }
      if kind == .greater, op == .less { throw failure("'<>' is no operator here", hint: "write '!='") }
      let operand = try parseBinary(1)
      height = max(height, state.height)
      links.append(ComparisonLink(op, operatorSpan, operand))
      next = comparison()
    }
    let span = span(from: start)
    try grow(height, at: span)
    return .comparison(first: first, rest: links, span)
  }

  /// The comparison ahead; for `is not` and `not in` the first word is ahead.
  private func comparison() -> ComparisonOperator? {
    switch kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    case .inWord: .isIn
    case .isWord: nextKind() == .notWord ? .isNotSame : .isSame
    case .notWord: nextKind() == .inWord ? .isNotIn : nil
    default: nil
    }
  }

  /// The kind of the token after the one ahead.
  func nextKind() -> TokenKind {
    var copy = self
    copy.advance()
    return copy.kind
  }

  /// Operators from `|` (1) to `*` (6).
  mutating func parseBinary(_ minimum: Int) throws(SyntaxError) -> Expression {
    let start = token.start
    var left = try parseUnary()
    while let (op, precedence) = Self.binary(kind), precedence >= minimum {
      var height = state.height
      let operatorSpan = token.span
      advance()
      let right = try parseBinary(precedence + 1)
      height = max(height, state.height)
      let span = span(from: start)
      try grow(height, at: span)
      left = .binary(op, left, right, operator: operatorSpan, span)
    }
    return left
  }

  private static func binary(_ kind: TokenKind) -> (BinaryOperator, Int)? {
    switch kind {
    case .bar: (.bitOr, 1)
    case .caret: (.bitXor, 2)
    case .ampersand: (.bitAnd, 3)
    case .shiftLeft: (.shiftLeft, 4)
    case .shiftRight: (.shiftRight, 4)
    case .plus: (.add, 5)
    case .minus: (.subtract, 5)
    case .star: (.multiply, 6)
    case .slash: (.divide, 6)
    case .doubleSlash: (.floorDivide, 6)
    case .percent: (.remainder, 6)
    case .at: (.matrixMultiply, 6)
    default: nil
    }
  }

  mutating func parseUnary() throws(SyntaxError) -> Expression {
    let op: UnaryOperator
    switch kind {
    case .minus: op = .minus
    case .plus: op = .plus
    case .tilde: op = .invert
    default: return try parsePower()
    }
    let start = token.start
    try enter()
    advance()
    if op == .minus, kind == .integer, let smallest = smallestInteger(start) {
      leave()
      return smallest
    }
    if kind == .newline || kind == .end, state.brackets.isEmpty, start > 0, byte(start - 1) == byte(start) {
      let sign = text(start, start + 1)
      throw failure("'\(sign)\(sign)' is no operator here", at: Span(start - 1, start + 1), hint: "write x \(sign)= 1")
    }
    let operand = try parseUnary()
    leave()
    let span = span(from: start)
    try grow(state.height, at: span)
    return .unary(op, operand, span)
  }

  private mutating func parsePower() throws(SyntaxError) -> Expression {
    let start = token.start
    let base = try parsePostfix()
    guard kind == .doubleStar else { return base }
    let height = state.height
    let operatorSpan = token.span
    try enter()
    advance()
    let exponent = try parseUnary()
    leave()
    let span = span(from: start)
    try grow(max(height, state.height), at: span)
    return .binary(.power, base, exponent, operator: operatorSpan, span)
  }
}
