import Arrays
import Syntax

extension Session {
  /// Calls anything that can be called.
  func call(_ function: Value, _ arguments: [Value], keywords: [(String, Value)] = []) throws -> Value {
    switch function {
    case .builtin(let builtin): return try call(builtin, arguments, keywords)
    case .method(let method): return try call(method.method, [method.receiver] + arguments, keywords)
    case .function(let object): return try call(object, arguments, keywords)
    case .type(let type):
      guard let constructor = type.constructor else {
        throw Fault(.unsupported, "\(type.name) cannot be called here", hint: typeHint(type.name))
      }
      return try call(constructor, arguments, keywords)
    default:
      throw Fault(.type, "\(article(function.typeName)) cannot be called", hint: callHint(function))
    }
  }

  private func typeHint(_ name: String) -> String? { "the dtypes are float64, int64 and bool" }

  private func callHint(_ value: Value) -> String? {
    switch value {
    case .array, .list, .tuple, .dictionary: "square brackets select an element: a[0]"
    case .int, .float, .numpyFloat, .numpyInt: "* is written out: 2 * (x + 1)"
    default: nil
    }
  }

  /// Calls a builtin: sorts the arguments to its parameters and runs its body.
  func call(_ builtin: Builtin, _ arguments: [Value], _ keywords: [(String, Value)]) throws -> Value {
    let parameters = builtin.parameters
    var values: [Value?] = []
    if keywords.isEmpty && !parameters.hasVariadic && arguments.count <= parameters.positionalCount {
      values.reserveCapacity(parameters.items.count)
      for argument in arguments { values.append(argument) }
      for i in arguments.count..<parameters.items.count {
        let parameter = parameters.items[i]
        if parameter.isRequired { throw missing(builtin, parameter.name) }
        values.append(parameter.defaultValue)
      }
    } else {
      values = try sort(arguments, keywords, to: builtin)
    }
    try MemoryBudget.spend(64)
    return try builtin.body(Call(builtin: builtin, values: values, session: self)).withNumberedNaN
  }

  private func missing(_ builtin: Builtin, _ name: String) -> Fault {
    Fault(.type, "\(builtin.name) needs its argument \(name)", hint: builtin.signatureText)
  }

  private func sort(_ arguments: [Value], _ keywords: [(String, Value)], to builtin: Builtin) throws -> [Value?] {
    let items = builtin.parameters.items
    var values = [Value?](repeating: nil, count: items.count)
    var isGiven = [Bool](repeating: false, count: items.count)
    var position = 0
    var surplus: [Value] = []
    var surplusKeywords = DictionaryObject()
    let variadic = items.firstIndex { $0.kind == .variadic }
    let keywordVariadic = items.firstIndex { $0.kind == .keywordVariadic }
    if variadic != nil {
      try checkLength(arguments.count, "a tuple")
      surplus.reserveCapacity(arguments.count)
    }
    for argument in arguments {
      if position < items.count, items[position].kind == .plain {
        values[position] = argument
        isGiven[position] = true
        position += 1
      } else if variadic != nil {
        surplus.append(argument)
      } else {
        let most = items.count { $0.kind == .plain }
        throw Fault(
          .type, "\(builtin.name) takes at most \(most) argument\(most == 1 ? "" : "s"), \(arguments.count) were given",
          hint: CommandCatalog.byName[builtin.name]?.hint(forNumbers: arguments) ?? Hint(builtin.signatureText))
      }
    }
    for (name, value) in keywords {
      let synonym = CommandGrammar.Parameter.synonyms[name]
      if let index = items.firstIndex(where: {
        (isSameText($0.name, name) || $0.name == synonym) && $0.kind != .variadic && $0.kind != .keywordVariadic
      }) {
        if isGiven[index] { throw Fault(.type, "\(builtin.name) was given \(name) twice", hint: builtin.signatureText) }
        values[index] = value
        isGiven[index] = true
      } else if keywordVariadic != nil {
        try surplusKeywords.store(.text(name), value)
      } else {
        let known = items.map(\.name)
        throw Fault(
          .type, "\(builtin.name) has no argument \(name)",
          hint: didYouMean(name, in: known) ?? Hint(builtin.signatureText))
      }
    }
    for (i, item) in items.enumerated() where !isGiven[i] {
      switch item.kind {
      case .variadic: values[i] = .tuple(TupleObject(surplus))
      case .keywordVariadic:
        values[i] = .dictionary(surplusKeywords)
        surplusKeywords = DictionaryObject()
      default:
        if item.isRequired { throw missing(builtin, item.name) }
        values[i] = item.defaultValue
      }
    }
    return values
  }

  /// Calls a function of the user.
  func call(_ function: FunctionObject, _ arguments: [Value], _ keywords: [(String, Value)]) throws -> Value {
    let frame = frame(for: function)
    try bind(arguments, keywords, to: function, frame)
    return try run(function, frame)
  }

  /// The frame of a call, without its arguments.
  func frame(for function: FunctionObject) -> Frame {
    let code = function.code
    return Frame(
      session: self, source: code.source, localCount: code.localCount, captured: function.captured,
      ownCells: code.ownCells)
  }

  /// Runs a function whose arguments are in their slots; the others get their defaults.
  func run(_ function: FunctionObject, _ frame: Frame) throws -> Value {
    try fillDefaults(of: function, frame)
    try checkInterrupt()
    try checkStack()
    guard callDepth < Session.maximumDepth else {
      throw Fault(
        .recursion, "\(function.name) calls itself more than \(Session.maximumDepth) deep",
        hint: "does the recursion come to an end?")
    }
    callDepth += 1
    defer { callDepth -= 1 }
    let code = function.code
    for (slot, cell) in code.cellParameters { frame.cells[cell].value = frame.locals[slot] }
    if let expression = code.expression { return try expression.evaluate(frame) }
    _ = try code.body.execute(frame)
    return frame.returnValue
  }

  private func bind(_ arguments: [Value], _ keywords: [(String, Value)], to function: FunctionObject, _ frame: Frame)
    throws
  {
    let parameters = function.code.parameters
    let plain = function.code.plainCount
    let locals = frame.locals
    for i in 0..<min(arguments.count, plain) { locals[i] = arguments[i] }
    if let variadic = function.code.variadic {
      try checkLength(arguments.count, "a tuple")
      locals[variadic] = .tuple(TupleObject(Array(arguments.dropFirst(plain))))
    } else if arguments.count > plain {
      throw Fault(
        .type, "\(function.name) takes \(plain) argument\(plain == 1 ? "" : "s"), \(arguments.count) were given",
        hint: function.code.signature)
    }
    var surplus: DictionaryObject?
    for (name, value) in keywords {
      if let index = parameters.firstIndex(where: {
        isSameText($0.name, name) && ($0.kind == .plain || $0.kind == .keywordOnly)
      }) {
        if locals[index] != nil {
          throw Fault(.type, "\(function.name) was given \(name) twice", hint: function.code.signature)
        }
        locals[index] = value
      } else if function.code.keywordVariadic != nil {
        if surplus == nil { surplus = DictionaryObject() }
        try surplus!.store(.text(name), value)
      } else {
        throw Fault(
          .type, "\(function.name) has no argument \(name)",
          hint: didYouMean(name, in: parameters.map(\.name)) ?? Hint(function.code.signature))
      }
    }
    if let index = function.code.keywordVariadic { locals[index] = .dictionary(surplus ?? DictionaryObject()) }
  }

  private func fillDefaults(of function: FunctionObject, _ frame: Frame) throws {
    let code = function.code
    for i in 0..<code.parameters.count where frame.locals[i] == nil {
      guard let value = function.defaults[i] else {
        let name = code.parameters[i].name
        throw Fault(.type, "\(function.name) needs its argument \(name)", hint: code.signature)
      }
      frame.locals[i] = value
    }
  }
}

/// A function's body and what a call needs to know, made once when its `def` is lowered. The first slots are its parameters, in order.
final class FunctionCode {
  let name: String
  let docstring: String?
  let parameters: [(name: String, kind: Parameters.Parameter.Kind)]
  let plainCount: Int
  let variadic: Int?
  let keywordVariadic: Int?
  /// As help and errors show it: `forward(X, W1, b1)`.
  let signature: String
  let source: Source
  let localCount: Int
  let ownCells: Int
  /// Parameters that inner functions use: from slot to cell.
  let cellParameters: [(slot: Int, cell: Int)]
  let body: [StatementNode]
  /// A lambda's.
  let expression: Node?

  init(
    name: String, docstring: String?, parameters: [(name: String, kind: Parameters.Parameter.Kind)], signature: String,
    source: Source,
    localCount: Int, ownCells: Int, cellParameters: [(slot: Int, cell: Int)], body: [StatementNode], expression: Node?
  ) {
    self.name = name
    self.docstring = docstring
    self.parameters = parameters
    plainCount = parameters.count { $0.kind == .plain }
    variadic = parameters.firstIndex { $0.kind == .variadic }
    keywordVariadic = parameters.firstIndex { $0.kind == .keywordVariadic }
    self.signature = signature
    self.source = source
    self.localCount = localCount
    self.ownCells = ownCells
    self.cellParameters = cellParameters
    self.body = body
    self.expression = expression
  }

  /// The slots of arguments that are given by position (nil) or by name; nil where they do not go one to one into the slots of parameters.
  func slots(for arguments: [String?]) -> [Int]? {
    guard variadic == nil, keywordVariadic == nil else { return nil }
    var slots: [Int] = []
    for (i, name) in arguments.enumerated() {
      let slot = name == nil ? (i < plainCount ? i : nil) : parameters.firstIndex { $0.name == name }
      guard let slot, !slots.contains(slot) else { return nil }
      slots.append(slot)
    }
    return slots
  }
}
