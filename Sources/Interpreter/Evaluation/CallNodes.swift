import Arrays
import Syntax

/// An argument of a call, lowered.
enum ArgumentNode {
  case positional(Node)
  case keyword(String, Node)
  case spread(Node)
  case keywordSpread(Node)
}

/// `callee(arguments)`.
final class CallNode: Node {
  let callee: Node
  let arguments: ArgumentNodes

  init(_ callee: Node, _ arguments: [ArgumentNode], _ span: Span) {
    self.callee = callee
    self.arguments = ArgumentNodes(arguments)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    var isNew = false
    return try evaluate(frame, isNew: &isNew)
  }

  override func evaluate(_ frame: Frame, isNew: inout Bool) throws -> Value {
    let function = try callee.evaluate(frame)
    return try call(function, arguments, frame, span, isNew: &isNew)
  }

  /// Whether this calls a command's function by its own name: on a line of its own it then reports as the command would.
  var isCommand: Bool {
    guard let name = callee as? GlobalNode, name.variable.value == nil else { return false }
    return CommandCatalog.builtins[name.variable.name] != nil
  }

  /// The call of a command as a statement of its own.
  func evaluateAsLine(_ frame: Frame, isSilent: Bool) throws -> Value {
    let function = try callee.evaluate(frame)
    let (values, keywords) = try arguments.evaluate(frame)
    return try frame.session.model.callingAsLine(isSilent: isSilent) {
      try invoke(function, values, keywords, frame, span)
    }
  }
}

/// `receiver.name(arguments)`: the method is called without being made a value first.
final class MethodCallNode: Node {
  let receiver: Node
  let attribute: AttributeNode
  let arguments: ArgumentNodes

  init(_ receiver: Node, _ attribute: AttributeNode, _ arguments: [ArgumentNode], _ span: Span) {
    self.receiver = receiver
    self.attribute = attribute
    self.arguments = ArgumentNodes(arguments)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    var isNew = false
    return try evaluate(frame, isNew: &isNew)
  }

  override func evaluate(_ frame: Frame, isNew: inout Bool) throws -> Value {
    let object = try receiver.evaluate(frame)
    if case .module = object {
    } else if let method = attribute.method(of: object) {
      if let form = method.arrayForm, let operands = try arguments.operands(for: form, receiver: object, frame) {
        return try call(method, form, operands, frame, span, isNew: &isNew)
      }
      let (values, keywords) = try arguments.evaluate(frame, after: object)
      return try invoke(.builtin(method), values, keywords, frame, span)
    }
    let function = try attribute.member(of: object, frame)
    return try call(function, arguments, frame, span, isNew: &isNew)
  }
}

/// Calls a function that is no method.
private func call(
  _ function: Value, _ arguments: ArgumentNodes, _ frame: Frame, _ span: Span, isNew: inout Bool
) throws -> Value {
  if case .builtin(let builtin) = function, let form = builtin.arrayForm,
    let operands = try arguments.operands(for: form, frame)
  {
    return try call(builtin, form, operands, frame, span, isNew: &isNew)
  }
  if case .function(let object) = function, arguments.fit(object.code) {
    let callee = frame.session.frame(for: object)
    try arguments.fill(callee, frame)
    do { return try frame.session.run(object, callee) } catch { throw placed(error, function, frame, span) }
  }
  let (values, keywords) = try arguments.evaluate(frame)
  return try invoke(function, values, keywords, frame, span)
}

/// Calls a function of arrays; one that it does not cover goes the way of all calls.
private func call(
  _ builtin: Builtin, _ form: ArrayForm, _ operands: (a: Operand, b: Operand?), _ frame: Frame, _ span: Span,
  isNew: inout Bool
) throws -> Value {
  do {
    FloatingPointStatus.clear()
    if let result = try form.apply(operands.a, operands.b) {
      if builtin.canWarn, FloatingPointStatus.isRaised { frame.warnOfFloatingPoint(builtin.name, span) }
      isNew = true
      return .array(result)
    }
  } catch {
    throw frame.located(describeOperation(error, text: frame.source.text(span)), span)
  }
  var values = [operands.a.value]
  if let b = operands.b { values.append(b.value) }
  return try invoke(.builtin(builtin), values, [], frame, span)
}

/// The arguments of a call; most calls have positional ones only.
final class ArgumentNodes {
  private let nodes: [ArgumentNode]
  private let positional: [Node]?
  /// Arguments without spreads, each with its name if it has one.
  private let plain: [(name: String?, node: Node)]?
  /// The function called here last, and the slots of its frame that the arguments go to.
  private var calledCode: FunctionCode?
  private var slots: [Int]?

  init(_ nodes: [ArgumentNode]) {
    self.nodes = nodes
    positional = positionalOnly(nodes)
    plain = withoutSpreads(nodes)
  }

  /// Whether each argument has a slot of its own in the frame of `code`: the usual call, for which nothing needs to be sorted.
  func fit(_ code: FunctionCode) -> Bool {
    if calledCode !== code {
      calledCode = code
      slots = plain.flatMap { code.slots(for: $0.map(\.name)) }
    }
    return slots != nil
  }

  /// Evaluates the arguments into the slots they ``fit(_:)``.
  func fill(_ callee: Frame, _ frame: Frame) throws {
    guard let plain, let slots else { return }
    for i in 0..<slots.count {
      let value = try Unmanaged.passUnretained(plain[i].node)._withUnsafeGuaranteedRef { try $0.evaluate(frame) }
      (callee.locals + slots[i]).pointee = value
    }
  }

  /// The operands, if the arguments are as many as the form takes, each by position; else nil, and nothing was evaluated.
  @inline(__always)
  func operands(for form: ArrayForm, receiver: Value? = nil, _ frame: Frame) throws -> (a: Operand, b: Operand?)? {
    guard let positional, positional.count + (receiver == nil ? 0 : 1) == form.operandCount else { return nil }
    if let receiver { return (Operand(value: receiver), try positional.first?.operand(frame)) }
    let a = try positional[0].operand(frame)
    return (a, form.operandCount == 2 ? try positional[1].operand(frame) : nil)
  }

  /// - Parameter receiver: goes first, for a method.
  func evaluate(_ frame: Frame, after receiver: Value? = nil) throws -> (values: [Value], keywords: [(String, Value)]) {
    var values: [Value] = []
    values.reserveCapacity(nodes.count + 1)
    if let receiver { values.append(receiver) }
    if let positional {
      for node in positional { values.append(try node.evaluate(frame)) }
      return (values, [])
    }
    var keywords: [(String, Value)] = []
    for argument in nodes {
      switch argument {
      case .positional(let node): values.append(try node.evaluate(frame))
      case .keyword(let name, let node): keywords.append((name, try node.evaluate(frame)))
      case .spread(let node):
        let value = try node.evaluate(frame)
        do { try spread(value, into: &values) } catch { throw frame.located(error, node.span) }
      case .keywordSpread(let node):
        keywords += try names(node.evaluate(frame), node, frame)
      }
    }
    return (values, keywords)
  }

  /// The names and values of `**mapping`.
  private func names(_ value: Value, _ node: Node, _ frame: Frame) throws -> [(String, Value)] {
    guard case .dictionary(let dictionary) = value else {
      throw frame.located(Fault(.type, "** needs a dict of names and values"), node.span)
    }
    return try dictionary.items.map { key, value in
      guard case .string(let name) = key else {
        throw frame.located(Fault(.type, "** needs a dict whose keys are strings"), node.span)
      }
      return (name.string, value)
    }
  }
}

private func withoutSpreads(_ arguments: [ArgumentNode]) -> [(name: String?, node: Node)]? {
  var nodes: [(name: String?, node: Node)] = []
  for argument in arguments {
    switch argument {
    case .positional(let node): nodes.append((nil, node))
    case .keyword(let name, let node): nodes.append((name, node))
    case .spread, .keywordSpread: return nil
    }
  }
  return nodes
}

private func positionalOnly(_ arguments: [ArgumentNode]) -> [Node]? {
  var nodes: [Node] = []
  for argument in arguments {
    guard case .positional(let node) = argument else { return nil }
    nodes.append(node)
  }
  return nodes
}

private func invoke(
  _ function: Value, _ values: [Value], _ keywords: [(String, Value)], _ frame: Frame, _ span: Span
) throws -> Value {
  do {
    if case .builtin(let builtin) = function {
      if !builtin.canWarn { return try frame.session.call(builtin, values, keywords) }
      FloatingPointStatus.clear()
      let result = try frame.session.call(builtin, values, keywords)
      if FloatingPointStatus.isRaised { frame.warnOfFloatingPoint(builtin.name, span) }
      return result
    }
    return try frame.session.call(function, values, keywords: keywords)
  } catch {
    throw placed(error, function, frame, span)
  }
}

/// The error of a call with its place; one from within a user's function also says that it was called here.
@inline(never)
private func placed(_ error: any Error, _ function: Value, _ frame: Frame, _ span: Span) -> any Error {
  guard var diagnostic = error as? Diagnostic else {
    return frame.located(describeOperation(error, text: frame.source.text(span)), span)
  }
  if case .function(let object) = function, diagnostic.calls.count < 20 {
    diagnostic.calls.insert((object.name, frame.source, span), at: 0)
  }
  return diagnostic
}

extension Frame {
  /// Says, once per place, that an operation left the numbers.
  @inline(never) func warnOfFloatingPoint(_ operation: String, _ span: Span) {
    if let what = FloatingPointStatus.raised { session.warn("\(what) in \(operation)", source: source, span: span) }
    FloatingPointStatus.clear()
  }
}
