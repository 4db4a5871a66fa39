/// What the words of a text are, for those who colour it: pages, prompts.
public struct Highlighting: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case keyword, command, constant, function, number, string, comment, `operator`
    /// A word, a file, a reference: what a command takes as it stands.
    case argument
  }

  public struct Stretch: Sendable, Equatable {
    public let span: Span
    public let kind: Kind
    public init(span: Span, kind: Kind) {
      self.span = span
      self.kind = kind
    }
  }

  /// In order, without overlaps. What lies between them is plain: names, blanks, brackets.
  public let stretches: [Stretch]

  /// Any text may be given; in one that is no program the commands are not found, the rest is.
  public init(_ source: Source, commands: [String: CommandGrammar]) {
    var parser = Parser(source, commands)
    var found = parser.scanStretches()
    if let statements = try? Parser.parse(source, commands: commands) {
      var finder = CommandFinder()
      for statement in statements { finder.look(statement.statement) }
      if !finder.stretches.isEmpty { found = Highlighting.merged(found, finder.stretches) }
    }
    stretches = found
  }

  /// The tokens, those within a command's word or argument replaced by it. Comments stay.
  private static func merged(_ tokens: [Stretch], _ commands: [Stretch]) -> [Stretch] {
    let commands = commands.sorted { $0.span.start < $1.span.start }
    var result: [Stretch] = []
    var next = 0
    for token in tokens {
      while next < commands.count, commands[next].span.start <= token.span.start {
        result.append(commands[next])
        next += 1
      }
      if let last = result.last, last.span.end > token.span.start { continue }
      if next < commands.count, commands[next].span.start < token.span.end { continue }
      result.append(token)
    }
    return result + commands[next...]
  }
}

/// The words of commands in a tree.
private struct CommandFinder {
  var stretches: [Highlighting.Stretch] = []

  mutating func look(_ statement: Statement) {
    switch statement {
    case .command(let call), .commandUnlessBound(_, let call, _, _): look(call)
    case .ifElse(let branches, let otherwise, _):
      for branch in branches { branch.body.forEach { look($0) } }
      otherwise.forEach { look($0) }
    case .forIn(_, _, let body, let otherwise, _), .whileLoop(_, let body, let otherwise, _):
      (body + otherwise).forEach { look($0) }
    case .define(let function, _): function.body.forEach { look($0) }
    default: break
    }
  }

  private mutating func look(_ call: CommandCall) {
    stretches.append(.init(span: call.word.span, kind: .command))
    for argument in call.arguments {
      switch argument.value {
      case .text: stretches.append(.init(span: argument.span, kind: .argument))
      case .chain(let stages):
        for piece in stages.joined() {
          switch piece {
          case .word(let word), .option(let word, _): stretches.append(.init(span: word.span, kind: .argument))
          case .expression: break
          }
        }
      case .statement(let inner): look(inner)
      case .expression, .equation, .reference: break
      }
    }
  }
}
