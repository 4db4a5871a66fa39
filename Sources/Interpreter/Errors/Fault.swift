import Syntax

/// What is wrong with a value or a call, found by the interpreter: a sentence and, where it helps, a hint. The evaluator adds the place.
/// `kind` is the name Python gives such an error; it is not printed, tests and `isinstance`-like code may ask for it.
public struct Fault: Error {
  public enum Kind: Sendable {
    case type, value, name, attribute, index, key, zeroDivision, overflow, assertion, unsupported, importing, recursion,
      memory, file, network
  }
  public var kind: Kind
  public var sentence: String
  public var advice: Hint?
  /// The words of the advice.
  public var hint: String? { advice?.text }

  public init(_ kind: Kind, _ sentence: String, hint: Hint? = nil) {
    self.kind = kind
    self.sentence = sentence
    advice = hint
  }

  @_disfavoredOverload
  public init(_ kind: Kind, _ sentence: String, hint: String?) {
    self.init(kind, sentence, hint: hint.map { Hint($0) })
  }
}
