import Syntax

/// What a function body says about names, found before it is lowered.
struct NameCollector {
  /// Assigned here: targets, loop variables, `def`s, imports.
  private(set) var bound: Set<String> = []
  private(set) var globals: Set<String> = []
  private(set) var nonlocals: Set<String> = []
  /// Every name that occurs in functions defined inside.
  private(set) var usedInside: Set<String> = []
  /// Every name that occurs at all.
  private(set) var used: Set<String> = []

  init(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
    bound.subtract(globals)
    bound.subtract(nonlocals)
  }

  init(expression: Expression) { visit(expression) }

  private mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement {
    case .expression(let value, _): visit(value)
    case .assign(let targets, let value, _):
      targets.forEach { bind($0) }
      visit(value)
    case .annotated(let target, let annotation, let value, _):
      bind(target)
      visit(annotation)
      if let value { visit(value) }
    case .augmentedAssign(_, let target, let value, _, _):
      bind(target)
      visit(target)
      visit(value)
    case .ifElse(let branches, let otherwise, _):
      for branch in branches {
        visit(branch.test)
        visit(branch.body)
      }
      visit(otherwise)
    case .forIn(let target, let iterable, let body, let otherwise, _):
      bind(target)
      visit(iterable)
      visit(body)
      visit(otherwise)
    case .whileLoop(let test, let body, let otherwise, _):
      visit(test)
      visit(body)
      visit(otherwise)
    case .breakLoop, .continueLoop, .pass: break
    case .define(let definition, _):
      bound.insert(definition.name.name)
      visitFunction(definition.parameters, definition.body)
      if let annotation = definition.resultAnnotation { visit(annotation) }
    case .returnValue(let value, _): if let value { visit(value) }
    case .global(let names, _): globals.formUnion(names.map(\.name))
    case .nonlocal(let names, _):
      nonlocals.formUnion(names.map(\.name))
      used.formUnion(names.map(\.name))
    case .delete(let targets, _): targets.forEach { bind($0) }
    case .assert(let test, let message, _):
      visit(test)
      if let message { visit(message) }
    case .importModule(let items, _):
      for item in items { bound.insert(item.alias?.name ?? rootName(item.name.name)) }
    case .importNames(_, let names, _):
      for item in names { bound.insert((item.alias ?? item.name).name) }
    case .command(let call): visit(call)
    case .commandUnlessBound(let word, let call, let python, _):
      used.insert(word.name)
      visit(call)
      visit(python)
    }
  }

  private mutating func visit(_ call: CommandCall) {
    for argument in call.arguments {
      switch argument.value {
      case .expression(let value): visit(value)
      case .statement(let statement): visit(statement)
      case .equation(_, let value): visit(value)
      case .reference(_, let index): if let index { visit(index) }
      case .chain(let stages):
        for case .expression(let value) in stages.joined() { visit(value) }
      case .text: break
      }
    }
  }

  private mutating func visitFunction(_ parameters: Parameters, _ body: [Statement]) {
    for parameter in parameters.items {
      if let value = parameter.defaultValue { visit(value) }
      if let annotation = parameter.annotation { visit(annotation) }
    }
    let inner = NameCollector(body)
    usedInside.formUnion(inner.used)
    used.formUnion(inner.used)
  }

  /// A target: its names are bound, what stands in its subscripts is used.
  private mutating func bind(_ target: Expression) {
    switch target {
    case .name(let identifier): bound.insert(identifier.name)
    case .tuple(let items, _), .list(let items, _): items.forEach { bind($0) }
    case .starred(let inner, _): bind(inner)
    default: visit(target)
    }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression {
    case .none, .bool, .ellipsis, .integer, .float, .string: break
    case .formatted(let pieces, _): visit(pieces)
    case .name(let identifier): used.insert(identifier.name)
    case .list(let items, _), .tuple(let items, _): items.forEach { visit($0) }
    case .dictionary(let items, _):
      for item in items {
        if let key = item.key { visit(key) }
        visit(item.value)
      }
    case .unary(_, let operand, _), .not(let operand, _), .starred(let operand, _): visit(operand)
    case .binary(_, let left, let right, _, _):
      visit(left)
      visit(right)
    case .comparison(let first, let rest, _):
      visit(first)
      rest.forEach { visit($0.operand) }
    case .boolean(_, let operands, _): operands.forEach { visit($0) }
    case .conditional(let test, let body, let otherwise, _):
      visit(test)
      visit(body)
      visit(otherwise)
    case .call(let callee, let arguments, _):
      visit(callee)
      visit(arguments)
    case .attribute(let object, _, _): visit(object)
    case .subscripted(let object, let index, _):
      visit(object)
      visit(index)
    case .slice(let start, let stop, let step, _):
      for part in [start, stop, step] { if let part { visit(part) } }
    case .lambda(let parameters, let body, _):
      for parameter in parameters.items { if let value = parameter.defaultValue { visit(value) } }
      let inner = NameCollector(expression: body)
      usedInside.formUnion(inner.used)
      used.formUnion(inner.used)
    case .comprehension(let comprehension, _):
      // Its variables are its own; a name used in it may still be one of ours.
      for clause in comprehension.clauses {
        visit(clause.iterable)
        clause.conditions.forEach { visit($0) }
        if case .subscripted = clause.target { visit(clause.target) }
      }
      if let key = comprehension.key { visit(key) }
      visit(comprehension.element)
    case .derivative(_, let arguments, _): visit(arguments)
    }
  }

  private mutating func visit(_ arguments: [Argument]) {
    for argument in arguments {
      switch argument {
      case .positional(let value), .keyword(_, let value), .spread(let value), .keywordSpread(let value): visit(value)
      }
    }
  }

  private mutating func visit(_ pieces: [FormattedPiece]) {
    for case .value(let value, _, _, let format) in pieces {
      visit(value)
      if let format { visit(format) }
    }
  }

  /// The names a comprehension's targets bind.
  static func names(of targets: [Expression]) -> Set<String> {
    var collector = NameCollector([])
    targets.forEach { collector.bind($0) }
    return collector.bound
  }
}

/// `import a.b` binds `a`.
func rootName(_ path: String) -> String { String(path.split(separator: ".").first ?? "") }
