import Syntax

extension Session {
  /// Where the statements of a source stand, in order; nothing is run.
  public static func statementSpans(of source: Source) throws(Diagnostic) -> [Span] {
    do {
      return try Parser.parse(source, commands: CommandCatalog.grammars).map(\.span)
    } catch {
      throw diagnostic(for: error, source: source, span: error.span)
    }
  }
}
