@preconcurrency import CReadline
import Glibc
import Interpreter

/// Lines typed at a terminal, edited with GNU readline.
final class ReadlineReader: LineSource {
  private var history: History
  /// Who says what goes wrong with the history.
  private weak var session: Session?

  init() {
    ReadlineCallbacks.install()
    history = History()
  }

  func serve(_ session: Session) {
    self.session = session
    complain()
    ReadlineCallbacks.complete = { line, cursor in Completion.candidates(line: line, cursor: cursor, session: session) }
  }

  func read(prompt: String, isContinuation: Bool) -> TypedInput {
    ReadlineCallbacks.severalLines = nil
    ReadlineCallbacks.hasAborted = false
    ReadlineCallbacks.isContinuation = isContinuation
    Interrupts.clear()
    guard let line = readline(prompt) else { return .end }
    defer { free(line) }
    if Interrupts.isPending { return .interrupted }
    if let lines = ReadlineCallbacks.severalLines { return .lines(lines) }
    return .line(String(cString: line))
  }

  func remember(_ statement: String) {
    history.add(statement)
    complain()
  }

  func close() {
    history.close()
    complain()
  }

  private func complain() {
    if let complaint = history.takeComplaint() { session?.emit(.warned(complaint), isResult: false) }
  }
}
