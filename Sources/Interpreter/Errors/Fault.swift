/// What is wrong with a value or a call, found by the interpreter: a sentence and, where it helps, a hint. The evaluator adds the place.
/// `kind` is the name Python gives such an error; it is not printed, tests and `isinstance`-like code may ask for it.
public struct Fault: Error {
  public enum Kind: Sendable {
    case type, value, name, attribute, index, key, zeroDivision, overflow, assertion, unsupported, importing, recursion,
      memory, file, network
  }
  public var kind: Kind
  public var sentence: String
  public var hint: String?
  public init(_ kind: Kind, _ sentence: String, hint: String? = nil) {
    self.kind = kind
    self.sentence = sentence
    self.hint = hint
  }
}
