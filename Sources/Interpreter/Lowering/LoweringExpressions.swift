import Arrays
import Syntax

extension Lowering {
  func lower(_ expression: Expression) throws -> Node {
    switch expression {
    case .none(let span): return ConstantNode(.none, span)
    case .bool(let value, let span): return ConstantNode(.bool(value), span)
    case .ellipsis(let span): return ConstantNode(.ellipsis, span)
    case .integer(let value, let span): return ConstantNode(.int(value), span)
    case .float(let value, let span): return ConstantNode(.float(value), span)
    case .string(let value, let span): return ConstantNode(.text(value), span)
    case .formatted(let pieces, let span): return FormattedNode(try lower(pieces), span)
    case .name(let identifier): return load(identifier.name, identifier.span)
    case .list(let items, let span): return ListNode(try lower(items: items), span)
    case .tuple(let items, let span): return TupleNode(try lower(items: items), span)
    case .dictionary(let items, let span):
      return DictionaryNode(try items.map { (try $0.key.map(lower), try lower($0.value)) }, span)
    case .unary(let op, let operand, let span):
      let node = try lower(operand)
      // -1 is a constant.
      if op == .minus, let constant = node as? ConstantNode {
        switch constant.value {
        case .int(let value) where value != .min: return ConstantNode(.int(-value), span)
        case .float(let value): return ConstantNode(.float(-value), span)
        default: break
        }
      }
      return UnaryNode(op, node, span)
    case .not(let operand, let span): return NotNode(try lower(operand), span)
    case .binary(let op, let left, let right, let operatorSpan, let span):
      return BinaryNode.make(op, try lower(left), try lower(right), operatorSpan: operatorSpan, span)
    case .comparison(let first, let rest, let span):
      if rest.count == 1 { return ComparisonNode(rest[0].operator, try lower(first), try lower(rest[0].operand), span) }
      return ComparisonChainNode(
        first: try lower(first), rest: try rest.map { ($0.operator, try lower($0.operand)) }, span)
    case .boolean(let op, let operands, let span): return BooleanNode(op, try operands.map(lower), span)
    case .conditional(let test, let body, let otherwise, let span):
      return ConditionalNode(test: try lower(test), body: try lower(body), otherwise: try lower(otherwise), span)
    case .call(let callee, let arguments, let span): return try lowerCall(callee, arguments, span)
    case .attribute(let object, let name, let span): return AttributeNode(try lower(object), name: name.name, span)
    case .subscripted(let object, let index, let span):
      return SubscriptNode(try lower(object), try lower(index: index), span)
    case .slice(_, _, _, let span): throw SyntaxError("a slice stands only between square brackets", span)
    case .lambda(let parameters, let body, let span):
      return LambdaNode(try lowerFunction(name: "<lambda>", docstring: nil, parameters, body: .expression(body)), span)
    case .comprehension(let comprehension, let span): return try lower(comprehension, span)
    case .derivative(let name, let arguments, let span): return DerivativeNode(name.name, try lower(arguments), span)
    case .starred(_, let span): throw SyntaxError("* stands only in a list, a tuple, a call or a target", span)
    }
  }

  func load(_ name: String, _ span: Span) -> Node {
    switch scope.place(of: name) {
    case .local(let slot): LocalNode(slot, name: name, span)
    case .cell(let index): CellNode(index, name: name, span)
    case .global: GlobalNode(session.globals.variable(name), builtin: session.builtin(name), span)
    }
  }

  private func lower(items: [Expression]) throws -> [ItemNode] {
    try items.map {
      if case .starred(let inner, _) = $0 { return .spread(try lower(inner)) }
      return .value(try lower($0))
    }
  }

  private func lower(_ pieces: [FormattedPiece]) throws -> [FormattedNode.Piece] {
    try pieces.map {
      switch $0 {
      case .text(let text): return .text(text)
      case .value(let value, let source, let conversion, let format):
        return .value(
          try lower(value), source: source, conversion: conversion, format: try format.map { try lower($0) })
      }
    }
  }

  private func lower(_ arguments: [Argument]) throws -> [ArgumentNode] {
    try arguments.map {
      switch $0 {
      case .positional(let value): .positional(try lower(value))
      case .keyword(let name, let value): .keyword(name.name, try lower(value))
      case .spread(let value): .spread(try lower(value))
      case .keywordSpread(let value): .keywordSpread(try lower(value))
      }
    }
  }

  private func lowerCall(_ callee: Expression, _ arguments: [Argument], _ span: Span) throws -> Node {
    let nodes = try lower(arguments)
    if case .attribute(let object, let name, let attributeSpan) = callee {
      let receiver = try lower(object)
      return MethodCallNode(receiver, AttributeNode(receiver, name: name.name, attributeSpan), nodes, span)
    }
    let function = try lower(callee)
    if let name = function as? GlobalNode, let command = CommandCatalog.byName[name.variable.name], !command.isFunction
    {
      return CallNode(LineCommandNode(name, command, arguments.map { source.text($0.span) }), nodes, span)
    }
    return CallNode(function, nodes, span)
  }

  func lower(index: Expression) throws -> IndexNode {
    func item(_ expression: Expression) throws -> IndexNode.Item {
      if case .slice(let start, let stop, let step, let span) = expression {
        return .slice(start: try start.map(lower), stop: try stop.map(lower), step: try step.map(lower), span)
      }
      return .value(try lower(expression))
    }
    if case .tuple(let items, _) = index, !items.isEmpty {
      return IndexNode(items: try items.map(item), isTuple: true)
    }
    return IndexNode(items: [try item(index)], isTuple: false)
  }

  private func lower(_ comprehension: Comprehension, _ span: Span) throws -> Node {
    // The first iterable belongs to the outside, as in Python.
    let first = try lower(comprehension.clauses[0].iterable)
    let names = NameCollector.names(of: comprehension.clauses.map(\.target))
    let inside = NameCollector(expression: .comprehension(comprehension, span)).usedInside
    let fresh = scope.enterComprehension(names, shared: inside)
    defer { scope.leaveComprehension() }
    var clauses: [ComprehensionNode.Clause] = []
    for (i, clause) in comprehension.clauses.enumerated() {
      clauses.append(
        .init(
          target: try lower(target: clause.target), iterable: i == 0 ? first : try lower(clause.iterable),
          conditions: try clause.conditions.map(lower)))
    }
    return ComprehensionNode(
      kind: comprehension.kind, key: try comprehension.key.map(lower), element: try lower(comprehension.element),
      clauses: clauses, freshCells: fresh, span)
  }

  func lower(target: Expression) throws -> TargetNode {
    switch target {
    case .name(let identifier): return store(identifier.name, identifier.span)
    case .subscripted(let object, let index, let span):
      return SubscriptTarget(SubscriptNode(try lower(object), try lower(index: index), span))
    case .attribute(let object, let name, let span):
      return AttributeTarget(AttributeNode(try lower(object), name: name.name, span))
    case .tuple(let items, let span), .list(let items, let span):
      let star = items.firstIndex {
        if case .starred = $0 { true } else { false }
      }
      let targets = try items.map { item in
        if case .starred(let inner, _) = item { return try lower(target: inner) }
        return try lower(target: item)
      }
      return UnpackTarget(targets, star: star, span)
    case .starred(_, let span): throw SyntaxError("a starred target must be in a list or tuple", span)
    default: throw SyntaxError("this cannot be assigned to", target.span)
    }
  }

  func store(_ name: String, _ span: Span) -> TargetNode {
    switch scope.place(of: name) {
    case .local(let slot): LocalTarget(slot, name: name, span)
    case .cell(let index): CellTarget(index, name: name, span)
    case .global: GlobalTarget(session.globals.variable(name), span)
    }
  }
}
