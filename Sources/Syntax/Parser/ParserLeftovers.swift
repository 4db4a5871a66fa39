/// What to say of a line that goes on where its statement should have ended.
extension Parser {
  func unexpectedAfter(_ statement: Statement) -> SyntaxError {
    let shown = clipped(token.start, token.end)
    if case .expression(let expression, _) = statement {
      if let error = softKeyword(expression) { return error }
      if case .name(let name) = expression,
        kind == .name || kind == .integer || kind == .float || kind == .string
          || kind == .formatted || kind == .primedName || kind == .trueWord || kind == .falseWord || kind == .noneWord
          || kind == .lambdaWord || kind == .notWord
      {
        if name.name == "print" {
          return failure("print needs parentheses", at: name.span.joined(token.span), hint: "write print(\(shown))")
        }
        if ["function", "fn", "func", "fun"].contains(name.name) {
          return failure("a function is defined with 'def'", at: name.span, hint: "write def \(shown)(x):")
        }
        if ["elseif", "elsif"].contains(name.name) {
          return failure("'\(name.name)' is written 'elif'", at: name.span)
        }
        if ["let", "var", "const"].contains(name.name) {
          return failure("a name needs no '\(name.name)'", at: name.span, hint: "write \(shown) = …")
        }
        if let hint = didYouMean(name.name, in: Array(commands.keys) + Self.statementWords, as: quoted) {
          return failure("there is no command '\(clipped(name.span))'", at: name.span, hint: hint)
        }
        return failure("'\(shown)' cannot stand here", hint: "is an operator or a comma missing before it?")
      }
      if kind == .colon { return failure("':' cannot stand here") }
    }
    if kind == .elseWord {
      return failure(
        "'else' cannot stand here", hint: "a choice is 'a if test else b'; a block's else has its own line")
    }
    if kind == .name || kind == .integer || kind == .float || kind == .string {
      return failure("'\(shown)' cannot stand here", hint: "is an operator or a comma missing before it?")
    }
    return unexpected()
  }

  /// Python's words before which nothing stands; shorter ones are near to any name.
  private static let statementWords = ["assert", "elif", "from", "global", "import", "print", "return", "while"]

  /// Whether the expression is the head of a `match`.
  func isSoftKeyword(_ expression: Expression) -> Bool {
    softKeyword(expression) != nil
  }

  private func softKeyword(_ expression: Expression) -> SyntaxError? {
    var head = expression
    if case .call(let callee, _, _) = head { head = callee }
    guard case .name(let name) = head, kind != .newline, kind != .end, kind != .semicolon else { return nil }
    switch name.name {
    case "match"
    where kind == .name || kind == .colon && !isAnnotation(expression) || kind == .string || kind == .integer:
      return failure("'match' is not in nn", at: name.span, hint: "write if and elif")
    case "type" where kind == .name:
      return failure("type aliases are not in nn", at: name.span)
    case "exec" where kind == .string: return failure("exec is not in nn", at: name.span)
    default: return nil
    }
  }

  private func isAnnotation(_ expression: Expression) -> Bool {
    if case .name = expression { true } else { false }
  }
}
