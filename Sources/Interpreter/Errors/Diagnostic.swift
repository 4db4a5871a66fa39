import Syntax

/// An error or warning with its place: what every failure becomes before it is shown.
public struct Diagnostic: Error {
  public var sentence: String
  public var advice: Hint?
  /// The words of the advice.
  public var hint: String? { advice?.text }
  public var source: Source?
  public var span: Span?
  /// Calls on the way to the place, outermost first: the name of the function and where it was called.
  public var calls: [(function: String, source: Source, span: Span)] = []
  public var isInterruption = false

  public init(_ sentence: String, hint: Hint? = nil, source: Source? = nil, span: Span? = nil) {
    self.sentence = sentence
    advice = hint
    self.source = source
    self.span = span
  }

  @_disfavoredOverload
  public init(_ sentence: String, hint: String?, source: Source? = nil, span: Span? = nil) {
    self.init(sentence, hint: hint.map { Hint($0) }, source: source, span: span)
  }
}
