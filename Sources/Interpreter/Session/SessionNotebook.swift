import Syntax

/// What was typed in a session, as a notebook that runs by itself, its outputs recorded.
struct SessionNotebook {
  let session: Session
  /// Whether lines that failed are in it too, as comments.
  let includesFailures: Bool

  /// - Parameter title: the heading.
  func text(title: String) -> String {
    var text = "# %% [markdown]\n# # \(title)\n\n# %%\n"
    let kept = session.inputs.indices.filter { isKept(session.inputs[$0]) }
    for index in kept {
      let input = session.inputs[index]
      switch input.outcome {
      case .succeeded?:
        text += SessionNotebook.lines(input.text).joined(separator: "\n") + "\n"
        for line in RecordedText.lines(input.output) { text += RecordedText.comment(line) + "\n" }
        // `_3` is a name of the shell; in a script it has to be bound.
        let name = "_\(index + 1)"
        if kept.contains(where: { $0 > index && SessionNotebook.mentions(session.inputs[$0].text, name) }) {
          text += "\(name) = _\n"
        }
      case .failed(let sentence)?:
        for line in SessionNotebook.lines(input.text) { text += "# \(line)\n" }
        for line in RecordedText.lines("error: \(sentence)\n") { text += "#   \(line)\n" }
      case nil: break
      }
    }
    return text
  }

  /// How many of the inputs are written.
  var count: Int { session.inputs.count { isKept($0) } }

  private func isKept(_ input: SessionInput) -> Bool {
    switch input.outcome {
    case nil: false
    case .failed?: includesFailures
    case .succeeded?: !isAboutTheSitting(input.text)
    }
  }

  /// What is about the sitting: `history` lists other lines in a script, `quit` would end it, `ls` belongs to the place.
  private static let commands: Set = ["history", "quit", "exit", "clear", "cls", "pwd", "ls"]

  private func isAboutTheSitting(_ text: String) -> Bool {
    let source = Source(name: "", text: text)
    guard let statements = try? Parser.parse(source, commands: CommandCatalog.grammars), statements.count == 1 else {
      return false
    }
    switch statements[0].statement {
    case .command(let call): return SessionNotebook.commands.contains(call.word.name)
    case .commandUnlessBound(let word, _, _, _):
      return SessionNotebook.commands.contains(word.name) && session.lookup(word.name) == nil
    default: return false
    }
  }

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.count > 1, lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines
  }

  /// Whether the name stands in the text as a word.
  private static func mentions(_ text: String, _ name: String) -> Bool {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == name }
  }
}
