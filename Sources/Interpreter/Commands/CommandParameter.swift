import Syntax

/// A parameter of a command.
public struct CommandParameter: Sendable {
  public let name: String
  public let kind: CommandGrammar.Parameter.Kind
  public let position: CommandGrammar.Parameter.Position
  public let isRequired: Bool
  /// The default as help shows it; nil if help need not say.
  public let defaultText: String?
  /// One line without a period.
  public let help: String
  /// The words it may be, if it is one of a list.
  public private(set) var words: [String]
  /// Whether a name that has no value is taken as a word, for the command to judge: `set convention foo`.
  public private(set) var takesUnboundWords = false

  init(
    _ name: String, _ kind: CommandGrammar.Parameter.Kind, _ position: CommandGrammar.Parameter.Position,
    isRequired: Bool, default defaultText: String?, _ help: String
  ) {
    self.name = name
    self.kind = kind
    self.position = position
    self.isRequired = isRequired
    self.defaultText = defaultText
    self.help = help
    words =
      switch kind {
      case .word(let words, _), .wordOrFile(let words): words
      default: []
      }
  }

  /// A name, of which these are known.
  func offering(_ words: [String]) -> Self {
    var parameter = self
    parameter.words = words
    return parameter
  }

  var takingUnboundWords: Self {
    var parameter = self
    parameter.takesUnboundWords = true
    return parameter
  }

  public static func required(_ name: String, _ kind: CommandGrammar.Parameter.Kind, _ help: String) -> Self {
    Self(name, kind, .positional, isRequired: true, default: nil, help)
  }

  public static func optional(
    _ name: String, _ kind: CommandGrammar.Parameter.Kind, default defaultText: String? = nil, _ help: String
  ) -> Self {
    Self(name, kind, .positional, isRequired: false, default: defaultText, help)
  }

  /// `name=value`
  public static func option(
    _ name: String, _ kind: CommandGrammar.Parameter.Kind, default defaultText: String? = nil, _ help: String
  ) -> Self {
    Self(name, kind, .option, isRequired: false, default: defaultText, help)
  }

  /// All remaining positional arguments.
  public static func repeated(_ name: String, _ kind: CommandGrammar.Parameter.Kind, _ help: String) -> Self {
    Self(name, kind, .repeated, isRequired: false, default: nil, help)
  }

  // The same for expressions.
  public static func required(_ name: String, _ help: String) -> Self { required(name, .expression, help) }
  public static func optional(_ name: String, default defaultText: String? = nil, _ help: String) -> Self {
    optional(name, .expression, default: defaultText, help)
  }
  public static func option(_ name: String, default defaultText: String? = nil, _ help: String) -> Self {
    option(name, .expression, default: defaultText, help)
  }

  /// `to "figure.png"`: introduced by its bare name.
  public static func keyword(_ name: String, _ kind: CommandGrammar.Parameter.Kind, _ help: String) -> Self {
    Self(name, kind, .keyword, isRequired: false, default: nil, help)
  }
}
