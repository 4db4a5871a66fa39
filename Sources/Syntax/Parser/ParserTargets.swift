/// What can be assigned to.
extension Parser {
  /// Checks a target of `=` or `for`.
  func checkTarget(_ target: Expression, isInside: Bool = false) throws(SyntaxError) {
    switch target {
    case .name, .attribute, .subscripted: return
    case .tuple(let items, let span), .list(let items, let span):
      var stars = 0
      for item in items {
        if case .starred = item { stars += 1 }
        try checkTarget(item, isInside: true)
      }
      if stars > 1 { throw SyntaxError("only one target can have a '*'", span) }
    case .starred(let inner, let span):
      guard isInside else {
        throw SyntaxError("a target with '*' needs others beside it", span, hint: "write first, *rest = values")
      }
      try checkTarget(inner, isInside: true)
    default: throw cannotAssign(target)
    }
  }

  /// Checks a target of `+=` and its like, or of an annotation.
  func checkSingleTarget(_ target: Expression, _ what: String) throws(SyntaxError) {
    switch target {
    case .name, .attribute, .subscripted: return
    case .tuple(_, let span), .list(_, let span):
      throw SyntaxError("\(what) has one target, not several", span)
    default: throw cannotAssign(target)
    }
  }

  func checkDeletable(_ target: Expression) throws(SyntaxError) {
    switch target {
    case .name, .attribute, .subscripted: return
    case .tuple(let items, _), .list(let items, _): for item in items { try checkDeletable(item) }
    default: throw SyntaxError("'del' takes names, items and attributes, not \(Self.kindName(target))", target.span)
    }
  }

  func cannotAssign(_ target: Expression) -> SyntaxError {
    let hint: Hint? =
      switch target {
      case .none, .bool, .ellipsis, .integer, .float, .string, .formatted, .conditional, .lambda, .comprehension: nil
      default: "did you mean '=='?"
      }
    return SyntaxError("\(Self.kindName(target)) cannot be assigned to", target.span, hint: hint)
  }

  static func kindName(_ expression: Expression) -> String {
    switch expression {
    case .none: "None"
    case .bool(let value, _): value ? "True" : "False"
    case .ellipsis: "'...'"
    case .integer, .float: "a number"
    case .string: "a string"
    case .formatted: "an f-string"
    case .name: "a name"
    case .list: "a list"
    case .tuple: "a tuple"
    case .dictionary: "a dict"
    case .unary, .not, .binary, .boolean: "a computed value"
    case .comparison: "a comparison"
    case .conditional: "a conditional expression"
    case .call: "a call"
    case .attribute: "an attribute"
    case .subscripted: "an item"
    case .slice: "a slice"
    case .lambda: "a lambda"
    case .comprehension: "a comprehension"
    case .derivative: "a derivative"
    case .starred: "a starred value"
    }
  }
}
