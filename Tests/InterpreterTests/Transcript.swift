import Interpreter
import Plotting
import Syntax

/// Runs lines in a session and keeps what they print.
final class Transcript: OutputSink {
  private(set) var text = ""
  private(set) var warnings: [String] = []
  private(set) var pictures: [Picture] = []
  private(set) var notes: [String] = []
  lazy var session = Session(sink: self, options: options)
  private let options: Session.Options

  init(interactive: Bool = false, echoes: Bool = true) {
    options = Session.Options(isInteractive: interactive, echoes: echoes)
  }

  func receive(_ output: Output) {
    switch output {
    case .printed(let printed): text += printed
    case .echoed(let styled), .reported(let styled): text += styled.plain
    case .progressed, .cleared: break
    case .pictured(let picture):
      pictures.append(picture)
      text += picture.report.plain
    case .noted(let note): notes.append(note)
    case .warned(let diagnostic): warnings.append(diagnostic.sentence)
    }
  }

  /// What the lines print; a failure is the rendered error at the end.
  @discardableResult func run(_ lines: String) -> String {
    text = ""
    if let failure = failure(lines) { text += render(failure).plain }
    return text
  }

  /// What ended the lines; nil if nothing did.
  func failure(_ lines: String) -> Diagnostic? {
    session.evaluate(CodeCell(Source(name: "test", text: lines))).failure
  }

  /// What lines print in a fresh session.
  static func of(_ lines: String) -> String { Transcript().run(lines) }
}
