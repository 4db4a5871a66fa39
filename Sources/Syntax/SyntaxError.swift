/// A text that is not nn, with its place.
public struct SyntaxError: Error, Equatable {
  public var sentence: String
  public var span: Span
  public var advice: Hint?
  /// The words of the advice.
  public var hint: String? { advice?.text }
  /// More input could still complete the text: an open bracket, an open block. The shell then asks for another line.
  public var isIncomplete: Bool

  public init(_ sentence: String, _ span: Span, hint: Hint? = nil, isIncomplete: Bool = false) {
    self.sentence = sentence
    self.span = span
    advice = hint
    self.isIncomplete = isIncomplete
  }

  @_disfavoredOverload
  public init(_ sentence: String, _ span: Span, hint: String?, isIncomplete: Bool = false) {
    self.init(sentence, span, hint: hint.map { Hint($0) }, isIncomplete: isIncomplete)
  }
}
