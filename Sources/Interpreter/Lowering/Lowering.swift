import Syntax

/// Turns a tree into nodes: resolves every name to its slot, every builtin to its value, once.
final class Lowering {
  let session: Session
  let source: Source
  var scope: Scope

  private init(session: Session, source: Source) {
    self.session = session
    self.source = source
    scope = Scope(parent: nil, isTopLevel: true)
  }

  /// A top-level statement, ready to run in a frame of that size.
  struct TopLevel {
    let node: StatementNode
    let localCount: Int
    let ownCells: Int
  }

  static func topLevel(_ statement: Statement, session: Session, source: Source) throws -> TopLevel {
    let lowering = Lowering(session: session, source: source)
    let node = try lowering.lower(statement)
    return TopLevel(node: node, localCount: lowering.scope.localCount, ownCells: lowering.scope.ownCells)
  }

  func lower(_ statements: [Statement]) throws -> [StatementNode] { try statements.map(lower) }

  func lower(_ statement: Statement) throws -> StatementNode {
    switch statement {
    case .expression(let value, let span):
      let node = try lower(value)
      if let name = node as? GlobalNode, let command = CommandCatalog.byName[name.variable.name] {
        return ExpressionStatement(BareWordNode(name, command), span)
      }
      return ExpressionStatement(node, span)
    case .assign(let targets, let value, let span):
      let node = try lower(value)
      return AssignStatement(try targets.map(lower(target:)), node, span)
    case .annotated(let target, let annotation, let value, let span):
      return try lowerAnnotated(target, annotation, value, span)
    case .augmentedAssign(let op, let target, let value, _, let span):
      return AugmentedAssignStatement(
        op, target: try lower(target), store: try lower(target: target), value: try lower(value), span)
    case .ifElse(let branches, let otherwise, let span):
      return IfStatement(
        try branches.map { (test: try lower($0.test), body: try lower($0.body)) }, otherwise: try lower(otherwise),
        span)
    case .forIn(let target, let iterable, let body, let otherwise, let span):
      let values = try lower(iterable)
      return ForStatement(
        target: try lower(target: target), iterable: values, body: try lower(body), otherwise: try lower(otherwise),
        span)
    case .whileLoop(let test, let body, let otherwise, let span):
      return WhileStatement(test: try lower(test), body: try lower(body), otherwise: try lower(otherwise), span)
    case .breakLoop(let span): return JumpStatement(.breakLoop, span)
    case .continueLoop(let span): return JumpStatement(.continueLoop, span)
    case .pass(let span): return JumpStatement(.normal, span)
    case .global(_, let span), .nonlocal(_, let span): return JumpStatement(.normal, span)
    case .define(let definition, let span):
      let maker = try lowerFunction(
        name: definition.name.name, docstring: definition.docstring, definition.parameters,
        result: definition.resultAnnotation, body: .statements(definition.body))
      return DefineStatement(store(definition.name.name, definition.name.span), maker, span)
    case .returnValue(let value, let span): return ReturnStatement(try value.map(lower), span)
    case .delete(let targets, let span): return DeleteStatement(try targets.map(lower(target:)), span)
    case .assert(let test, let message, let span):
      return AssertStatement(try lower(test), message: try message.map(lower), span)
    case .importModule(let items, let span):
      return ImportStatement(
        items.map { item in
          let name = item.alias?.name ?? rootName(item.name.name)
          let path = item.alias == nil ? rootName(item.name.name) : item.name.name
          return .init(
            path: path, whole: item.name.name, member: nil, target: store(name, item.name.span), span: item.name.span)
        }, span)
    case .importNames(let module, let names, let span):
      return ImportStatement(
        names.map { item in
          .init(
            path: module.name, whole: module.name, member: item.name.name,
            target: store((item.alias ?? item.name).name, item.name.span),
            span: item.name.span)
        }, span)
    case .command(let call): return try lower(call)
    case .commandUnlessBound(let word, let call, let python, let span):
      return CommandUnlessBound(load(word.name, word.span), command: try lower(call), python: try lower(python), span)
    }
  }

  /// `x: int = 3`. In a function the annotation is not evaluated, as in Python.
  private func lowerAnnotated(
    _ target: Expression, _ annotation: Expression, _ value: Expression?, _ span: Span
  ) throws -> StatementNode {
    let assignment = try value.map { AssignStatement([try lower(target: target)], try lower($0), span) }
    var parts: [Node] = []
    if value == nil {
      switch target {
      case .attribute(let object, _, _): parts = [try lower(object)]
      case .subscripted(let object, let index, _):
        parts = [try lower(object)]
        if case .slice = index {} else { parts.append(try lower(index)) }
      default: break
      }
    }
    if scope.isTopLevel { parts.append(try lower(annotation)) }
    return AnnotatedStatement(assignment, parts, span)
  }

  enum Body {
    case statements([Statement])
    case expression(Expression)
  }

  /// Lowers a function's body in a scope of its own.
  func lowerFunction(
    name: String, docstring: String?, _ parameters: Parameters, result: Expression? = nil, body: Body
  ) throws -> FunctionMaker {
    let defaults: [Node?] = try parameters.items.map { try $0.defaultValue.map { try lower($0) } }
    let annotations = try (parameters.items.map(\.annotation) + [result]).compactMap { try $0.map { try lower($0) } }
    let names = parameters.items.map(\.name.name)
    if let twice = parameters.items.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      throw SyntaxError("two parameters are called \(names[twice])", parameters.items[twice].name.span)
    }
    let collector: NameCollector
    switch body {
    case .statements(let statements): collector = NameCollector(statements)
    case .expression(let expression): collector = NameCollector(expression: expression)
    }
    let outer = scope
    let bound = collector.bound.union(names)
    // What is not bound here and has a cell outside is captured.
    let captures = collector.used.union(collector.nonlocals).subtracting(bound).subtracting(collector.globals)
      .filter { outer.cell(of: $0) != nil }.sorted()
    scope = Scope(
      parent: outer, isTopLevel: false, parameters: names, bound: bound,
      shared: collector.usedInside.intersection(bound),
      globals: collector.globals, captures: captures)
    defer { scope = outer }
    var statements: [StatementNode] = []
    var expression: Node?
    switch body {
    case .statements(let list): statements = try lower(list)
    case .expression(let value): expression = try lower(value)
    }
    let signature =
      name + "("
      + parameters.items.map { item in
        switch item.kind {
        case .variadic: "*" + item.name.name
        case .keywordVariadic: "**" + item.name.name
        default: item.name.name + (item.defaultValue.map { "=" + source.text($0.span) } ?? "")
        }
      }.joined(separator: ", ") + ")"
    let code = FunctionCode(
      name: name, docstring: docstring, parameters: parameters.items.map { ($0.name.name, $0.kind) },
      signature: signature,
      source: source, localCount: scope.localCount, ownCells: scope.ownCells,
      cellParameters: scope.cellParameters(names),
      body: statements, expression: expression)
    return FunctionMaker(
      code: code, defaults: defaults, annotations: annotations, captures: captures.map { outer.cell(of: $0)! })
  }
}
