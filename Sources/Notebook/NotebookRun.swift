import Interpreter
import Syntax

/// What a notebook's lines print, each output with the line it stands under.
struct NotebookRun {
  /// By zero-based line of the file's source.
  private(set) var outputs: [Int: [String]] = [:]
  /// The error that ended the run. It is the last output too.
  private(set) var failure: Diagnostic?

  /// Runs the file in a fresh session. Results and the final error are its outputs; warnings and notes are not.
  init(_ file: NotebookFile) {
    let sink = CollectingSink()
    let session = Session(sink: sink)
    let source = file.source
    func lastLine(_ span: Span) -> Int {
      source.position(of: max(Int(span.start), Int(span.end) - 1)).line
    }
    var collected: [Int: [String]] = [:]
    do {
      try session.run(source) { span in
        let text = sink.take()
        if !text.isEmpty { collected[lastLine(span), default: []] += NotebookRun.lines(text) }
      }
    } catch {
      failure = error
      let line = error.calls.first.map { lastLine($0.span) } ?? error.span.map(lastLine) ?? 0
      // The line above says where it is; its number would change with every recording.
      var placeless = error
      placeless.source = nil
      collected[NotebookRun.statementEnd(line, file), default: []] += NotebookRun.lines(render(placeless).plain)
    }
    outputs = collected
  }

  /// An error inside a block is shown under the block: under its last line, the one before the next that is not indented.
  private static func statementEnd(_ line: Int, _ file: NotebookFile) -> Int {
    var last = line
    var next = line + 1
    while next < file.lines.count {
      let text = file.lines[next]
      if text.first == " " || text.first == "\t" {
        last = next
      } else if !text.allSatisfy(\.isWhitespace) {
        break
      }
      next += 1
    }
    return last
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// Keeps what a session writes to standard output.
private final class CollectingSink: OutputSink {
  private var text = ""

  func receive(_ output: Output) {
    switch output {
    case .printed(let printed): text += printed
    case .echoed(let styled), .reported(let styled): text += styled.plain
    case .noted, .warned: break
    }
  }

  func take() -> String {
    defer { text = "" }
    return text
  }
}
