import Syntax

final class ConstantNode: Node {
  let value: Value
  init(_ value: Value, _ span: Span) {
    self.value = value
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value { value }
}

final class GlobalNode: Node {
  let variable: Variable
  /// What the name means where nobody has bound it.
  let builtin: Value?
  init(_ variable: Variable, builtin: Value?, _ span: Span) {
    self.variable = variable
    self.builtin = builtin
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    if let value = variable.value { return value }
    if let builtin { return builtin }
    throw frame.located(frame.session.unknownName(variable.name), span)
  }
}

/// A command's word alone on its line, where the command needs an argument: the variable of that name if there is one.
final class BareWordNode: Node {
  let name: GlobalNode
  let command: Command
  init(_ name: GlobalNode, _ command: Command) {
    self.name = name
    self.command = command
    super.init(name.span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    if let value = name.variable.value { return value }
    let missing = command.parameters.first { $0.isRequired }?.name ?? "arguments"
    throw frame.located(
      Fault(.type, "\(command.name) needs its argument \(missing)", hint: command.usageWithExample(frame.session)), span
    )
  }
}

/// A command that exists only as a line, where it is called: the variable of that name if there is one.
final class LineCommandNode: Node {
  let name: GlobalNode
  let command: Command
  /// As typed.
  let arguments: [String]
  init(_ name: GlobalNode, _ command: Command, _ arguments: [String]) {
    self.name = name
    self.command = command
    self.arguments = arguments
    super.init(name.span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    if let value = name.variable.value ?? name.builtin { return value }
    let hint: Hint =
      command.line(for: arguments).map { "write \(line: $0)" } ?? command.usageWithExample(frame.session)
    throw frame.located(
      Fault(.name, "\(command.name) is a command and takes a line of its own", hint: hint), span)
  }
}

final class LocalNode: Node {
  let slot: Int
  let name: String
  init(_ slot: Int, name: String, _ span: Span) {
    self.slot = slot
    self.name = name
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    if let value = frame.locals[slot] { return value }
    throw frame.located(unboundLocal(name), span)
  }
}

final class CellNode: Node {
  let index: Int
  let name: String
  init(_ index: Int, name: String, _ span: Span) {
    self.index = index
    self.name = name
    super.init(span)
  }
  override func evaluate(_ frame: Frame) throws -> Value {
    if let value = frame.cells[index].value { return value }
    throw frame.located(unboundLocal(name), span)
  }
}

func unboundLocal(_ name: String) -> Fault {
  Fault(
    .name, "\(name) has no value yet in this function",
    hint: "a name assigned anywhere in a function is the function's own; \"global \(name)\" would mean the one outside")
}
