import Arrays
import Synchronization
import Syntax

/// A function written in Swift: `len`, `np.exp`, the method `append`. Its one declaration gives the call, the help and the completion.
public final class Builtin: @unchecked Sendable {
  /// The name to call it by, as help shows it: `np.exp`, `str.join`.
  public let name: String
  /// As Python would write it: `mean(a, axis=None, *, keepdims=False)`. Methods start with `self`. Defaults are literals.
  /// `*args` and `**kwargs` collect. A parameter `x=<>` is optional without a default: `call[i]` is nil if it is not given.
  public let signature: String
  /// One sentence.
  public let summary: String
  /// Lines to try, run by the tests; empty only for aliases.
  public let example: String
  public let body: (Call) throws -> Value
  /// Parsed from `signature` at the first call, by whichever thread is the first.
  public var parameters: ParameterList {
    parsed.load() ?? parsed.storeIfNil(ParameterList(parsing: signature))
  }
  private let parsed = AtomicLazyReference<ParameterList>()

  /// Whether the processor's flags after a call are NumPy's warnings: it computes with floats, and nothing else.
  public let canWarn: Bool

  /// Whether it exists only to refuse: help and completion do not offer it.
  public let isRefusal: Bool

  /// What the function is for arrays given by position, where it is that and no more: the evaluator then does without a call.
  let arrayForm: ArrayForm?

  /// The signature for the reader; an optional parameter without default reads `lr=…`.
  var signatureText: String { signature.replacing("=<>", with: "=…") }

  public convenience init(
    _ name: String, _ signature: String, _ summary: String, example: String = "", canWarn: Bool = false,
    _ body: @escaping (Call) throws -> Value
  ) {
    self.init(name, signature, summary, example: example, canWarn: canWarn, arrayForm: nil, body)
  }

  init(
    _ name: String, _ signature: String, _ summary: String, example: String = "", canWarn: Bool = false,
    arrayForm: ArrayForm?, isRefusal: Bool = false, _ body: @escaping (Call) throws -> Value
  ) {
    self.arrayForm = arrayForm
    self.isRefusal = isRefusal
    self.name = name
    self.signature = signature
    self.summary = summary
    self.example = example
    self.canWarn = canWarn
    self.body = body
  }
}

extension Builtin {
  /// A function that programs use and nn has not: it says so by name.
  static func refused(_ name: String, _ sentence: String, hint: Hint) -> Builtin {
    let last = name.split(separator: ".").last ?? ""
    return Builtin(name, "\(last)(*args, **kwargs)", "Not here: \(hint.text).", arrayForm: nil, isRefusal: true) { _ in
      throw Fault(.unsupported, sentence, hint: hint)
    }
  }
}

/// The arguments of one call of a builtin, sorted to its parameters.
public struct Call {
  public let builtin: Builtin
  /// One per parameter; nil where neither given nor defaulted. `*args` holds a tuple, `**kwargs` a dictionary.
  public let values: [Value?]
  // Held, not unowned: that is cheaper for a call, and Swift 6.3 crashes when it optimises an unowned member.
  public let session: Session

  public init(builtin: Builtin, values: [Value?], session: Session) {
    self.builtin = builtin
    self.values = values
    self.session = session
  }

  /// The value of parameter `index`; only for parameters that are required or have a default.
  public subscript(index: Int) -> Value { values[index]! }

  /// The value of parameter `index`, nil if it is missing or None.
  public func optional(_ index: Int) -> Value? {
    if case .none? = values[index] { return nil }
    return values[index]
  }
}
