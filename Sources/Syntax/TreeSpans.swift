extension Expression {
  /// Where the expression stands.
  public var span: Span {
    switch self {
    case .none(let span), .ellipsis(let span), .bool(_, let span), .integer(_, let span), .float(_, let span),
      .string(_, let span), .formatted(_, let span), .list(_, let span), .tuple(_, let span), .dictionary(_, let span),
      .unary(_, _, let span), .not(_, let span), .binary(_, _, _, _, let span), .comparison(_, _, let span),
      .boolean(_, _, let span), .conditional(_, _, _, let span), .call(_, _, let span), .attribute(_, _, let span),
      .subscripted(_, _, let span), .slice(_, _, _, let span), .lambda(_, _, let span), .comprehension(_, let span),
      .derivative(_, _, let span), .starred(_, let span):
      span
    case .name(let name): name.span
    }
  }
}

extension Statement {
  /// Where the statement stands, its block included.
  public var span: Span {
    switch self {
    case .expression(_, let span), .assign(_, _, let span), .augmentedAssign(_, _, _, _, let span),
      .annotated(_, _, _, let span),
      .ifElse(_, _, let span), .forIn(_, _, _, _, let span), .whileLoop(_, _, _, let span), .breakLoop(let span),
      .continueLoop(let span), .pass(let span), .define(_, let span), .returnValue(_, let span), .global(_, let span),
      .nonlocal(_, let span), .delete(_, let span), .assert(_, _, let span), .importModule(_, let span),
      .importNames(_, _, let span), .commandUnlessBound(_, _, _, let span):
      span
    case .command(let call): call.span
    }
  }
}

extension Argument {
  /// Where the argument stands, its name included.
  public var span: Span {
    switch self {
    case .positional(let value), .spread(let value), .keywordSpread(let value): value.span
    case .keyword(let name, let value): name.span.joined(value.span)
    }
  }
}
