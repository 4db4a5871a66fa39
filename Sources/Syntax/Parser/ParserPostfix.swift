/// Calls, subscripts and attributes.
extension Parser {
  mutating func parsePostfix() throws(SyntaxError) -> Expression {
    let start = token.start
    var value = try parseAtom()
    while true {
      switch kind {
      case .dot:
        let height = state.height
        advance()
        let name = try parseName("an attribute's name")
        let span = span(from: start)
        try grow(height, at: span)
        value = .attribute(value, name, span)
      case .leftParenthesis:
        let height = state.height
        let arguments = try parseArguments()
        let span = span(from: start)
        try grow(max(height, state.height), at: span)
        value = .call(value, arguments, span)
      case .leftBracket:
        let height = state.height
        let index = try parseIndex()
        let span = span(from: start)
        try grow(max(height, state.height), at: span)
        value = .subscripted(value, index: index, span)
      default: return value
      }
    }
  }

  /// The arguments of a call, from `(` to `)`. Leaves the height of the highest.
  mutating func parseArguments() throws(SyntaxError) -> [Argument] {
    try openBracket()
    var arguments: [Argument] = []
    var height = 0
    var keywords: Set<String> = []
    var hasMapping = false
    var generator: Span?
    while kind != .rightParenthesis {
      let start = token.start
      if accept(.star) {
        if hasMapping { throw failure("'*' values cannot follow '**' values") }
        arguments.append(.spread(try parseExpression()))
      } else if accept(.doubleStar) {
        arguments.append(.keywordSpread(try parseExpression()))
        hasMapping = true
      } else {
        if let misuse = keywordAsName() { throw misuse }
        let value = try parseExpression()
        if kind == .assign {
          guard case .name(let name) = value, byte(start) != Byte.leftParenthesis else {
            throw failure("only a name can stand before '=' in a call", hint: "did you mean '=='?")
          }
          advance()
          guard keywords.insert(name.name).inserted else {
            throw failure("the argument '\(clipped(name.span))' is given twice", at: name.span)
          }
          arguments.append(.keyword(name, try parseExpression()))
        } else if kind == .forWord {
          let element = try parseComprehension(.generator, key: nil, value, start)
          generator = element.span
          arguments.append(.positional(element))
        } else {
          if hasMapping || !keywords.isEmpty {
            throw failure(
              "a positional argument cannot follow " + (hasMapping ? "'**' values" : "a named one"), at: value.span,
              hint: "named arguments come last")
          }
          arguments.append(.positional(value))
        }
      }
      height = max(height, state.height)
      if let generator, arguments.count > 1 || kind == .comma && nextKind() != .rightParenthesis {
        throw failure("a comprehension beside other arguments needs parentheses of its own", at: generator)
      }
      guard accept(.comma) else { break }
    }
    try closeBracket(.rightParenthesis)
    state.height = height
    return arguments
  }

  /// What stands in the brackets of a subscript.
  mutating func parseIndex() throws(SyntaxError) -> Expression {
    try openBracket()
    let start = token.start
    guard kind != .rightBracket else { throw failure("the index is missing") }
    let first = try parseIndexItem()
    guard kind == .comma else {
      try closeBracket(.rightBracket)
      return first
    }
    var items = [first]
    var height = state.height
    while accept(.comma) {
      guard kind != .rightBracket else { break }
      items.append(try parseIndexItem())
      height = max(height, state.height)
    }
    let span = span(from: start)
    try grow(height, at: span)
    try closeBracket(.rightBracket)
    return .tuple(items, span)
  }

  /// An index, or `start:stop:step`.
  private mutating func parseIndexItem() throws(SyntaxError) -> Expression {
    let start = token.start
    var height = 0
    var first: Expression?
    if kind != .colon {
      if accept(.star) {
        let value = try parseExpression()
        try grow(state.height, at: value.span)
        return .starred(value, span(from: start))
      }
      first = try parseExpression()
      height = state.height
      guard kind == .colon else { return first! }
    }
    advance()
    var stop: Expression?
    var step: Expression?
    if kind != .colon, kind != .comma, kind != .rightBracket {
      stop = try parseExpression()
      height = max(height, state.height)
    }
    if accept(.colon), kind != .comma, kind != .rightBracket {
      step = try parseExpression()
      height = max(height, state.height)
    }
    let span = span(from: start)
    try grow(height, at: span)
    return .slice(start: first, stop: stop, step: step, span)
  }
}
