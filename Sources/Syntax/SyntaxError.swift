/// A text that is not nn, with its place.
public struct SyntaxError: Error, Equatable {
  public var sentence: String
  public var span: Span
  public var hint: String?
  /// More input could still complete the text: an open bracket, an open block. The shell then asks for another line.
  public var isIncomplete: Bool

  public init(_ sentence: String, _ span: Span, hint: String? = nil, isIncomplete: Bool = false) {
    self.sentence = sentence
    self.span = span
    self.hint = hint
    self.isIncomplete = isIncomplete
  }
}
