import Syntax

/// Lines that a session evaluates at once: a program, or what a person typed at a prompt. Parsed once.
public struct CodeCell {
  public let source: Source
  /// What was typed, if someone typed it: it gets a number and is kept in the session's history.
  public let input: String?
  private let statements: Result<[TopLevelStatement], SyntaxError>

  /// A program.
  public init(_ source: Source) {
    self.init(
      source, input: nil,
      Result { () throws(SyntaxError) in
        try Parser.parse(source, commands: CommandCatalog.grammars)
      })
  }

  private init(_ source: Source, input: String?, _ statements: Result<[TopLevelStatement], SyntaxError>) {
    self.source = source
    self.input = input
    self.statements = statements
  }

  /// Lines typed at a prompt; nil if more are wanted: a bracket, a string or a block is open.
  public init?(typed text: String, name: String) {
    let source = Source(name: name, text: text)
    switch Parser.read(source, commands: CommandCatalog.grammars) {
    case .incomplete: return nil
    case .complete(let statements): self.init(source, input: text, .success(statements))
    case .malformed(let error): self.init(source, input: text, .failure(error))
    }
  }

  /// Lines typed at a prompt after which no more come: what is open is an error.
  public init(typedWhole text: String, name: String) {
    self.init(Source(name: name, text: text))
    self = typed(text)
  }

  /// What was typed, without the line end of a block's last empty line; else the whole source.
  public var text: String {
    let text = input ?? String(decoding: source.bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// The same program as if its lines had been typed: those of a presentation.
  public func typed(_ text: String) -> CodeCell { CodeCell(source, input: text, statements) }

  func read() throws(Diagnostic) -> [TopLevelStatement] {
    switch statements {
    case .success(let statements): return statements
    case .failure(let error): throw diagnostic(for: error, source: source, span: error.span)
    }
  }
}

/// What came of a cell.
public struct Outcome {
  /// What ended it before its end.
  public let failure: Diagnostic?

  public var isInterrupted: Bool { failure?.isInterruption ?? false }
}
