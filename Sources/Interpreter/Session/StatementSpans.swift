import Syntax

extension Session {
  /// Where the statements of a source stand, in order; nothing is run.
  public static func statementSpans(of source: Source) throws(Diagnostic) -> [Span] {
    try CodeCell(source).read().map(\.span)
  }
}
