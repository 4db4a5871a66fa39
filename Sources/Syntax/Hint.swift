/// What may help after an error: words for the reader, and of them those that can be typed.
///
///     Fault(.network, "there is no network yet", hint: "declare one: \(line: "network 2 -> 10 relu -> 1 sigmoid")")
///
/// A line is typed by the tests, in the session in which the error arose: it must parse, and do what the hint says.
public struct Hint: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// Errors pass through every frame of the parser's recursion: a hint is one reference in them.
  private final class Content: Sendable {
    let text: String
    let lines: [String]
    let word: String?
    init(_ text: String, _ lines: [String] = [], _ word: String? = nil) {
      self.text = text
      self.lines = lines
      self.word = word
    }
  }
  private let content: Content

  public var text: String { content.text }
  /// Whole lines to type, in this order.
  public var lines: [String] { content.lines }
  /// What may stand in the place of a misspelt word.
  public var word: String? { content.word }

  public init(_ text: String) { content = Content(text) }
  public init(stringLiteral value: String) { content = Content(value) }
  public init(stringInterpolation parts: Interpolation) { content = Content(parts.text, parts.lines, parts.word) }

  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var lines: [String] = []
    fileprivate var word: String?
    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ literal: String) { text += literal }
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) { text += value.description }
    public mutating func appendInterpolation(_ hint: Hint) {
      text += hint.text
      lines += hint.lines
      word = word ?? hint.word
    }
    public mutating func appendInterpolation(line: String) {
      text += line
      lines.append(line)
    }
    public mutating func appendInterpolation(word: String) {
      text += word
      self.word = word
    }
  }

  public static func + (first: Hint, second: Hint) -> Hint { "\(first)\(second)" }

  public static func == (a: Hint, b: Hint) -> Bool { a.text == b.text && a.lines == b.lines && a.word == b.word }
}

/// `did you mean train?`, if one of the candidates is near.
/// - Parameter form: how a candidate is written where the word stood: `np.mean`.
public func didYouMean(
  _ word: String, in candidates: some Sequence<String>, as form: (String) -> String = { $0 }
) -> Hint? {
  nearest(word, in: candidates).map { "did you mean \(word: form($0))?" }
}
