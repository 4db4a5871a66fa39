import Syntax

/// What a command is run with: the session, and its arguments by parameter, expressions already evaluated.
public struct CommandInput {
  public enum Argument {
    case value(Value)
    /// A word, a name, a file (without quotes), a rest of line.
    case text(String)
    /// `time LINE`: runs the statement; `text` as typed.
    case statement(run: () throws -> Void, text: String)
    /// `check NAME = EXPRESSION`: the name, the value of the expression, and its text.
    case equation(Identifier, Value, text: String)
    /// `explain dW1[0, 3]`: a name, and the value of what stands in its brackets (a tuple for several).
    case reference(Identifier, subscript: Value?)
    /// `2 -> 10 relu -> 1 sigmoid`
    case chain([[ChainPiece]])
  }

  public enum ChainPiece {
    case value(Value, Span)
    case word(String, Span)
    /// `alpha=0.5`
    case option(String, Value, Span)
  }

  public struct Item {
    public let parameter: String
    public let argument: Argument
    /// nil in the call form.
    public let span: Span?
    private let source: Source?
    /// As typed; nil in the call form.
    public var text: String? {
      guard let source, let span else { return nil }
      return source.text(span)
    }
    public init(parameter: String, argument: Argument, span: Span?, source: Source?) {
      self.parameter = parameter
      self.argument = argument
      self.span = span
      self.source = source
    }
  }

  public let session: Session
  public let command: Command
  /// In the order given.
  public let items: [Item]
  /// Whether the command stands on a line of its own, and so reports; inside an expression it is mute.
  public let isLine: Bool
  /// Whether the line ended in `;`: it does not report either.
  public let isSilent: Bool

  public init(session: Session, command: Command, items: [Item], isLine: Bool, isSilent: Bool) {
    self.session = session
    self.command = command
    self.items = items
    self.isLine = isLine
    self.isSilent = isSilent
  }

  public var model: Model { session.model }

  /// Whether ``report(_:)`` is heard.
  public var isReporting: Bool { isLine && !isSilent }

  /// Shows whole lines, with their line ends; mute inside an expression and after `;`.
  public func report(_ text: StyledText) {
    if isReporting { session.emit(.reported(text)) }
  }

  /// One line that only a person at the prompt wants to see: "2 -> 10 relu -> 1 sigmoid, 41 parameters".
  public func confirm(_ line: String) {
    if session.isInteractive, isReporting {
      session.emit(.reported(StyledText(line + "\n", .dim)), isResult: false)
    }
  }
}

/// An error and the part of the line it is about: the evaluator shows the caret there.
public struct PlacedError: Error {
  public let error: any Error
  public let span: Span
  public init(_ error: any Error, _ span: Span) {
    self.error = error
    self.span = span
  }
}
