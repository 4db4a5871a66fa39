/// Parameters, `lambda` and `def`.
extension Parser {
  mutating func parseLambda() throws(SyntaxError) -> Expression {
    let start = token.start
    try enter()
    advance()
    let parameters = try parseParameters(until: .colon, withAnnotations: false)
    var height = state.height
    guard accept(.colon) else { throw unexpected(wanted: "':'") }
    let body = try parseExpression()
    height = max(height, state.height)
    leave()
    let span = span(from: start)
    try grow(height, at: span)
    return .lambda(parameters, body: body, span)
  }

  /// Leaves the height of the highest default value.
  private mutating func parseParameters(
    until end: TokenKind, withAnnotations: Bool
  ) throws(SyntaxError) -> Parameters {
    var items: [Parameters.Parameter] = []
    var names: Set<String> = []
    var isKeywordOnly = false
    var hasDefault = false
    var height = 0
    while kind != end {
      if kind == .slash {
        throw failure("positional-only parameters (/) are not in nn", hint: "leave the / out")
      }
      if let last = items.last, last.kind == .keywordVariadic {
        throw failure("no parameter can follow '**\(clipped(last.name.span))'")
      }
      var itemKind = isKeywordOnly ? Parameters.Parameter.Kind.keywordOnly : .plain
      let star = token.span
      if accept(.star) {
        if isKeywordOnly { throw failure("there can be only one '*' among parameters", at: star) }
        isKeywordOnly = true
        if kind == .comma {
          advance()
          guard kind == .name else { throw failure("named parameters must follow '*'", at: star) }
          continue
        }
        guard kind != end else { throw failure("named parameters must follow '*'", at: star) }
        itemKind = .variadic
      } else if accept(.doubleStar) {
        itemKind = .keywordVariadic
      }
      let name = try parseName("a parameter's name")
      guard names.insert(name.name).inserted else {
        throw failure("the parameter '\(clipped(name.span))' stands there twice", at: name.span)
      }
      var annotation: Expression?
      if withAnnotations, accept(.colon) {
        annotation = try parseExpression()
        height = max(height, state.height)
      }
      var defaultValue: Expression?
      if kind == .assign {
        if itemKind == .variadic || itemKind == .keywordVariadic {
          throw failure("this parameter cannot have a default")
        }
        advance()
        defaultValue = try parseExpression()
        height = max(height, state.height)
        hasDefault = true
      } else if hasDefault, itemKind == .plain {
        throw failure(
          "a parameter without a default cannot follow one with a default", at: name.span,
          hint: "put '\(clipped(name.span))' first")
      }
      items.append(
        Parameters.Parameter(name: name, annotation: annotation, defaultValue: defaultValue, kind: itemKind))
      guard accept(.comma) else { break }
    }
    state.height = height
    return Parameters(items)
  }

  mutating func parseDefinition() throws(SyntaxError) -> Statement {
    let start = token.start
    advance()
    let name = try parseName("the function's name")
    guard kind == .leftParenthesis else { throw unexpected(wanted: "'('") }
    try openBracket()
    let parameters = try parseParameters(until: .rightParenthesis, withAnnotations: true)
    try closeBracket(.rightParenthesis)
    let result = accept(.arrow) ? try parseExpression() : nil
    let wasInLoop = isInLoop
    functionDepth += 1
    isInLoop = false
    var body = try parseBlock(after: "def", start)
    functionDepth -= 1
    isInLoop = wasInLoop
    var docstring: String?
    if case .expression(.string(let text, _), _)? = body.first {
      docstring = text
      body.removeFirst()
    }
    let definition = FunctionDefinition(
      name: name, parameters: parameters, resultAnnotation: result, docstring: docstring, body: body)
    return .define(definition, Span(start, statementEnd))
  }
}
