import Syntax

/// One command, whole: its words, its help and what it does. Parsing, the call form, help, completion and suggestions come from it.
///
/// To add a command is to add one file with a `static let` of this type and its name to ``CommandCatalog/all``.
public struct Command: Sendable {
  public enum Group: String, Sendable, CaseIterable {
    case declare = "Declare"
    case data = "Data"
    case run = "Run"
    case look = "Look"
    case session = "Session"
  }

  public let name: String
  /// Other words for it, known from other shells.
  public let aliases: [String]
  public let group: Group
  /// One sentence, ends with a period.
  public let summary: String
  public let parameters: [CommandParameter]
  /// What the help page says beyond the parameters: formulas, shapes, defaults. Prose is wrapped there; lines that are indented or hold
  /// two spaces in a row stand as they are, and have at most 76 columns.
  public let details: String
  /// Lines to try in a fresh session, run by the tests.
  public let examples: [String]
  public let seeAlso: [String]
  /// Whether there is a call form, `train(1000, every=100)`. Commands that take a chain, a reference, an equation or a statement have none.
  public let isFunction: Bool
  public let run: @Sendable (CommandInput) throws -> Value

  public init(
    _ name: String, aliases: [String] = [], _ group: Group, _ summary: String, parameters: [CommandParameter] = [],
    details: String = "",
    examples: [String] = [], seeAlso: [String] = [], isFunction: Bool = true,
    run: @escaping @Sendable (CommandInput) throws -> Value
  ) {
    self.name = name
    self.aliases = aliases
    self.group = group
    self.summary = summary
    self.parameters = parameters
    self.details = details
    self.examples = examples
    self.seeAlso = seeAlso
    self.isFunction = isFunction
    self.run = run
  }

  /// What the parser must know.
  public var grammar: CommandGrammar {
    CommandGrammar(name, parameters.map { .init($0.name, $0.kind, $0.position, isRequired: $0.isRequired) })
  }

  /// The words that may follow: of its positional parameters, then `option=` for its options.
  public var completions: [String] {
    var words: [String] = []
    for parameter in parameters {
      switch parameter.position {
      case .positional, .repeated: words += parameter.words
      case .option: words.append(parameter.name + "=")
      case .keyword: words.append(parameter.name)
      }
    }
    return words
  }
}

extension Command {
  /// `explain WHAT, such as explain forward`; before a line that needs a network or data, those that make them.
  func usageWithExample(_ session: Session) -> Hint {
    guard let index = examples.firstIndex(where: { $0.hasPrefix(name + " ") }) else { return Hint(grammar.usage) }
    let before = examples[..<index].filter { line in
      if line.hasPrefix("data ") { return session.lookup("X") == nil }
      if line.hasPrefix("forward ") { return session.model.network?.value(.prediction) == nil }
      if line.hasPrefix("backward ") { return session.model.network?.value(.loss) == nil }
      let declares = ["network ", "input ", "layer "].contains { line.hasPrefix($0) }
      return !declares || session.model.network == nil
    }
    let lines = (before + [examples[index]]).map { line -> Hint in "\(line: line)" }
    return lines.dropFirst().reduce("\(grammar.usage), such as \(lines[0])") { $0 + ", then " + $1 }
  }
}
