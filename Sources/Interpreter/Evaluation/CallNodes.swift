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
    let function = try callee.evaluate(frame)
    let (values, keywords) = try arguments.evaluate(frame)
    return try invoke(function, values, keywords, frame, span)
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
    let object = try receiver.evaluate(frame)
    if case .module = object {
    } else if let method = attribute.method(of: object) {
      let (values, keywords) = try arguments.evaluate(frame, after: object)
      return try invoke(.builtin(method), values, keywords, frame, span)
    }
    let function = try attribute.member(of: object, frame)
    let (values, keywords) = try arguments.evaluate(frame)
    return try invoke(function, values, keywords, frame, span)
  }
}

/// The arguments of a call; most calls have positional ones only.
struct ArgumentNodes {
  private let nodes: [ArgumentNode]
  private let positional: [Node]?

  init(_ nodes: [ArgumentNode]) {
    self.nodes = nodes
    positional = positionalOnly(nodes)
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
        do { values += try materialize(value) } catch { throw frame.located(error, node.span) }
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
  } catch var diagnostic as Diagnostic {
    if case .function(let object) = function, diagnostic.calls.count < 20 {
      diagnostic.calls.insert((object.name, frame.source, span), at: 0)
    }
    throw diagnostic
  } catch {
    throw frame.located(describeOperation(error, text: frame.source.text(span)), span)
  }
}

extension Frame {
  /// Says, once per place, that an operation left the numbers.
  @inline(never) func warnOfFloatingPoint(_ operation: String, _ span: Span) {
    if let what = FloatingPointStatus.raised { session.warn("\(what) in \(operation)", source: source, span: span) }
    FloatingPointStatus.clear()
  }
}
