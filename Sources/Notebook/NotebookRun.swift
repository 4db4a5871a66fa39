import Interpreter
import Plotting
import Syntax

/// What a notebook's lines have to say, each output with the line it stands under.
struct NotebookRun {
  enum Output {
    /// What was printed or reported; whole lines, except where `print` left one open.
    case text(StyledText)
    /// The value of an expression on a line of its own.
    case value(StyledText)
    case picture(Picture)
    case warning(Diagnostic)
    /// What ended the run, without its place: it stands under the line, whose number would change with every recording.
    case failure(Diagnostic)
  }

  /// By zero-based line of the file's source, in the order in which they came.
  private(set) var outputs: [Int: [Output]] = [:]
  /// The error that ended the run. It is the last output too.
  private(set) var failure: Diagnostic?
  /// Whether the text could be read at all; if not, nothing was run.
  private(set) var isProgram = true

  /// The zero-based line of the source whose statement first drew random numbers that no seed determines.
  private(set) var unseededLine: Int?

  /// Runs the file in a fresh session.
  /// - Parameter interrupt: stops it.
  init(_ file: NotebookFile, interrupt: Interrupt) {
    let sink = CollectingSink()
    let session = Session(sink: sink, interrupt: interrupt)
    let source = file.source
    func lastLine(_ span: Span) -> Int {
      source.position(of: max(Int(span.start), Int(span.end) - 1)).line
    }
    var collected: [Int: [Output]] = [:]
    var hasRun = false
    var unseeded: Int?
    let outcome = session.evaluate(CodeCell(source)) { span in
      hasRun = true
      if unseeded == nil, session.generator.hasDrawnUnseeded {
        unseeded = source.position(of: Int(span.start)).line
      }
      let outputs = sink.take()
      if !outputs.isEmpty { collected[lastLine(span), default: []] += outputs }
    }
    if let error = outcome.failure {
      failure = error
      isProgram = hasRun
      let line = error.calls.first.map { lastLine($0.span) } ?? error.span.map(lastLine) ?? 0
      var placeless = error
      placeless.source = nil
      collected[NotebookRun.statementEnd(line, file), default: []].append(.failure(placeless))
    }
    outputs = collected
    unseededLine = unseeded
  }

  /// The lines that are recorded under a line of the source: results and the final error, but no warnings.
  func recordedLines(_ line: Int) -> [String] {
    var text = ""
    for output in outputs[line] ?? [] {
      switch output {
      case .text(let styled), .value(let styled): text += styled.plain
      case .failure(let diagnostic):
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        text += render(diagnostic).plain
      case .picture(let picture): text += picture.report.plain
      case .warning: break
      }
    }
    return RecordedText.lines(text)
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
}

/// Keeps what a session says.
private final class CollectingSink: OutputSink {
  private var outputs: [NotebookRun.Output] = []

  func receive(_ output: Output) {
    switch output {
    case .printed(let printed): outputs.append(.text(StyledText(printed)))
    case .reported(let styled): outputs.append(.text(styled))
    case .echoed(let styled): outputs.append(.value(styled))
    case .warned(let diagnostic): outputs.append(.warning(diagnostic))
    case .pictured(let picture): outputs.append(.picture(picture))
    case .noted, .progressed, .cleared: break
    }
  }

  func take() -> [NotebookRun.Output] {
    defer { outputs = [] }
    return outputs
  }
}
