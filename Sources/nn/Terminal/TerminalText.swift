/// Text that a terminal gets as it is, with the escape sequences that nn put there. Everything else is a `String`, which
/// ``OutputStream/write(_:)-(String)`` shows and never obeys.
struct TerminalText: ExpressibleByStringInterpolation {
  private(set) var text: String

  /// What nn itself has written, its sequences among words that were made visible.
  init(_ text: String) { self.text = text }
  init(stringLiteral value: String) { text = value }

  /// What `print` wrote: what a program sends to its own screen is its own.
  init(printed text: String) { self.text = text }

  static func += (left: inout TerminalText, right: TerminalText) { left.text += right.text }
}
