import Interpreter
import Syntax

/// Several lines that arrived at once: cut into statements, prompts copied along with them taken off.
enum PastedText {
  static func statements(_ text: String) -> [String] {
    let lines = unindented(unprompted(text.split(separator: "\n", omittingEmptySubsequences: false).map(expanded)))
    var statements: [String] = []
    var current: [Substring] = []
    for (i, line) in lines.enumerated() {
      if current.isEmpty && line.allSatisfy(\.isWhitespace) { continue }
      current.append(line)
      if isEnd(current, next: lines[(i + 1)...].first { !$0.allSatisfy(\.isWhitespace) }) {
        statements.append(join(current))
        current = []
      }
    }
    if !current.isEmpty { statements.append(join(current)) }
    return statements
  }

  /// Whether the lines are a statement of their own before a line `next`.
  private static func isEnd(_ lines: [Substring], next: Substring?) -> Bool {
    guard let next else { return false }
    if next.first == " " || isClause(next) { return false }
    // A remark belongs to what follows it.
    if lines.allSatisfy({ $0.allSatisfy(\.isWhitespace) || $0.drop(while: \.isWhitespace).first == "#" }) {
      return false
    }
    return !Parser.needsMoreLines(lines.joined(separator: "\n") + "\n\n", commands: CommandCatalog.grammars)
  }

  private static func isClause(_ line: Substring) -> Bool {
    let word = line.prefix { $0.isLetter }
    return word == "elif" || word == "else"
  }

  private static func join(_ lines: [Substring]) -> String {
    var lines = lines
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static func expanded(_ line: Substring) -> Substring {
    line.contains("\t")
      ? Substring(line.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ")) : line
  }

  /// A copied session: lines with a prompt are kept without it, the output between them goes.
  private static func unprompted(_ lines: [Substring]) -> [Substring] {
    guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }), withoutPrompt(first) != nil else {
      return lines
    }
    return lines.compactMap(withoutPrompt)
  }

  /// The line behind `nn [3]> `, `   ...> `, `>>> `, `... `, `In [3]: ` or `   ...: `; empty for `Out[3]: …`, which is no input;
  /// nil if there is no prompt.
  static func withoutPrompt(_ line: Substring) -> Substring? {
    if let line = withoutNotebookPrompt(line) { return line }
    for prompt in [">>>", "..."] where line.hasPrefix(prompt) {
      let rest = line.dropFirst(3)
      if rest.isEmpty { return rest }
      if rest.first == " " { return rest.dropFirst() }
    }
    var rest = line.drop { $0 == " " }
    if rest.hasPrefix("nn [") {
      rest = rest.dropFirst(4).drop { $0.isASCII && $0.isNumber }
      guard rest.hasPrefix("]>") else { return nil }
    } else {
      guard rest.hasPrefix("...>") else { return nil }
      rest = rest.dropFirst(2)
    }
    rest = rest.dropFirst(2)
    return rest.first == " " ? rest.dropFirst() : rest
  }

  /// IPython's and Jupyter's.
  private static func withoutNotebookPrompt(_ line: Substring) -> Substring? {
    let text = line.drop { $0 == " " }
    if text.hasPrefix("...") {
      let rest = text.drop { $0 == "." }
      guard rest.first == ":" else { return nil }
      return rest.dropFirst().first == " " ? rest.dropFirst(2) : rest.dropFirst()
    }
    guard text.hasPrefix("In [") || text.hasPrefix("In[") || text.hasPrefix("Out[") || text.hasPrefix("Out [") else {
      return nil
    }
    let number = text.drop { $0 != "[" }.dropFirst()
    let rest = number.drop { $0.isASCII && $0.isNumber || $0 == "*" || $0 == " " }
    guard rest.startIndex > number.startIndex, rest.hasPrefix("]:") else { return nil }
    if text.hasPrefix("Out") { return rest.suffix(0) }
    return rest.dropFirst(2).first == " " ? rest.dropFirst(3) : rest.dropFirst(2)
  }

  /// Lines copied out of a block: the first one's indentation is taken off all.
  private static func unindented(_ lines: [Substring]) -> [Substring] {
    guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }) else { return lines }
    let indentation = first.prefix { $0 == " " }
    guard !indentation.isEmpty else { return lines }
    return lines.map { $0.hasPrefix(indentation) ? $0.dropFirst(indentation.count) : $0.drop { $0 == " " } }
  }
}
