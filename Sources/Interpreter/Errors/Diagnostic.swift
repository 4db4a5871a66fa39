import Syntax

/// An error or warning with its place: what every failure becomes before it is shown.
public struct Diagnostic: Error {
  public var sentence: String
  public var hint: String?
  public var source: Source?
  public var span: Span?
  /// Calls on the way to the place, outermost first: the name of the function and where it was called.
  public var calls: [(function: String, source: Source, span: Span)] = []
  public var isInterruption = false

  public init(_ sentence: String, hint: String? = nil, source: Source? = nil, span: Span? = nil) {
    self.sentence = sentence
    self.hint = hint
    self.source = source
    self.span = span
  }
}
