import Syntax

/// An argument of a command, lowered.
enum CommandArgumentNode {
  case value(Node)
  /// A name: the word itself if it has no value.
  case valueOrWord(Node, String)
  /// A name where one of the parameter's words was expected.
  case valueOfName(GlobalNode, Command, words: [String])
  case text(String)
  case statement(StatementNode, text: String)
  case equation(Identifier, Node, text: String)
  case reference(Identifier, IndexNode?)
  case chain([[ChainPieceNode]])

  enum ChainPieceNode {
    case value(Node)
    case word(Identifier)
    case option(Identifier, Node)
  }

  func evaluate(_ frame: Frame) throws -> CommandInput.Argument {
    switch self {
    case .value(let node): .value(try node.evaluate(frame))
    case .valueOrWord(let node, let word): node.isUnbound(frame) ? .text(word) : .value(try node.evaluate(frame))
    case .valueOfName(let node, let command, let words): .value(try nameOrWord(node, command, words, frame))
    case .text(let text): .text(text)
    case .statement(let node, let text): .statement(run: { _ = try node.execute(frame) }, text: text)
    case .equation(let name, let node, let text): .equation(name, try node.evaluate(frame), text: text)
    case .reference(let name, let index): .reference(name, subscript: try index?.evaluate(frame))
    case .chain(let stages):
      .chain(
        try stages.map { stage in
          try stage.map { piece in
            switch piece {
            case .value(let node): .value(try node.evaluate(frame), node.span)
            case .word(let identifier): .word(identifier.name, identifier.span)
            case .option(let name, let node): .option(name.name, try node.evaluate(frame), name.span.joined(node.span))
            }
          }
        })
    }
  }
}

private func nameOrWord(_ node: GlobalNode, _ command: Command, _ words: [String], _ frame: Frame) throws -> Value {
  if node.variable.value == nil, node.builtin == nil {
    throw frame.located(frame.session.unknownName(node.variable.name, in: command, among: words), node.span)
  }
  return try node.evaluate(frame)
}

/// A command on a line.
final class CommandNode: StatementNode {
  let command: Command
  let arguments: [(parameter: String, argument: CommandArgumentNode, span: Span)]
  /// What the command gave, for `_`.
  private(set) var result: Value = .none

  init(_ command: Command, _ arguments: [(parameter: String, argument: CommandArgumentNode, span: Span)], _ span: Span)
  {
    self.command = command
    self.arguments = arguments
    super.init(span)
  }

  override func execute(_ frame: Frame) throws -> Flow {
    let items = try arguments.map {
      CommandInput.Item(
        parameter: $0.parameter, argument: try $0.argument.evaluate(frame), span: $0.span, source: frame.source)
    }
    let input = CommandInput(
      session: frame.session, command: command, items: items, isLine: true, isSilent: frame.session.isStatementSilent)
    do { result = try command.run(input) } catch { throw frame.located(error, span) }
    return .normal
  }
}

/// `step`, `loss - 1`, `data [0]`: the command unless the word has a value.
final class CommandUnlessBound: StatementNode {
  let word: Node
  let command: StatementNode
  let python: StatementNode
  init(_ word: Node, command: StatementNode, python: StatementNode, _ span: Span) {
    self.word = word
    self.command = command
    self.python = python
    super.init(span)
  }

  /// Whether the word means a variable now.
  func isBound(_ frame: Frame) -> Bool { !word.isUnbound(frame) }

  override func execute(_ frame: Frame) throws -> Flow {
    try isBound(frame) ? python.execute(frame) : command.execute(frame)
  }
}

extension Node {
  /// Whether it is no name of a variable that has a value now.
  func isUnbound(_ frame: Frame) -> Bool {
    switch self {
    case let node as GlobalNode: node.variable.value == nil
    case let node as LocalNode: frame.locals[node.slot] == nil
    case let node as CellNode: frame.cells[node.index].value == nil
    default: true
    }
  }
}

extension Lowering {
  func lower(_ call: CommandCall) throws -> StatementNode {
    guard let command = CommandCatalog.byName[call.word.name] else {
      preconditionFailure("the parser knows a command that the catalog does not")
    }
    let arguments = try call.arguments.map {
      argument -> (parameter: String, argument: CommandArgumentNode, span: Span) in
      if case .expression(.name(let name)) = argument.value,
        command.parameters.contains(where: { $0.takesUnboundWords && $0.name == argument.parameter })
      {
        return (argument.parameter, .valueOrWord(try lower(.name(name)), name.name), argument.span)
      }
      if case .expression(.name(let name)) = argument.value,
        let parameter = command.parameters.first(where: { $0.name == argument.parameter }), !parameter.words.isEmpty,
        let node = try lower(.name(name)) as? GlobalNode
      {
        return (argument.parameter, .valueOfName(node, command, words: parameter.words), argument.span)
      }
      return (argument.parameter, try lower(argument), argument.span)
    }
    return CommandNode(command, arguments, call.span)
  }

  private func lower(_ argument: CommandArgument) throws -> CommandArgumentNode {
    switch argument.value {
    case .expression(let value): .value(try lower(value))
    case .text(let text): .text(text)
    case .statement(let statement): .statement(try lower(statement), text: source.text(argument.span))
    case .equation(let name, let value): .equation(name, try lower(value), text: source.text(value.span))
    case .reference(let name, let index): .reference(name, try index.map { try lower(index: $0) })
    case .chain(let stages):
      .chain(
        try stages.map { stage in
          try stage.map { piece in
            switch piece {
            case .expression(let value): .value(try lower(value))
            case .word(let identifier): .word(identifier)
            case .option(let name, let value): .option(name, try lower(value))
            }
          }
        })
    }
  }
}
