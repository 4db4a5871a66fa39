import Glibc
import Interpreter
import Plotting
import Syntax

/// The process's two output streams; the only code that writes to them.
final class TerminalSink: OutputSink {
  let output = OutputStream(STDOUT_FILENO)
  private let errors = OutputStream(STDERR_FILENO)
  private let outputColouring: Colouring
  private let errorColouring: Colouring
  private var progress: ProgressDisplay
  /// Whether a person sits at the prompt: then notes are shown.
  var isInteractive = false

  /// The session whose pictures are shown now.
  private weak var served: Session?

  /// A session that writes here, and stops at Ctrl-C.
  func session() -> Session {
    let session = Session(sink: self, interrupt: Interrupts.interrupt)
    serve(session)
    return session
  }

  /// From now on asks this session how it wants its pictures shown.
  func serve(_ session: Session) { served = session }

  init(isUnicode: Bool) {
    outputColouring = Colouring(traits: TerminalTraits(isTerminal: output.isTerminal, isUnicode: isUnicode))
    errorColouring = Colouring(traits: TerminalTraits(isTerminal: errors.isTerminal, isUnicode: isUnicode))
    progress = ProgressDisplay(output, outputColouring)
    output.onFailure = { [errors] code in
      // A closed pipe needs no words: the reader has seen enough.
      if code != EPIPE {
        errors.write("nn: cannot write to standard output: \(String(cString: strerror(code)))\n")
        errors.flush()
      }
      _exit(code == EPIPE ? 128 + SIGPIPE : ExitStatus.failed.rawValue)
    }
  }

  var traits: TerminalTraits { outputColouring.traits }

  func receive(_ output: Output) {
    leaveEcho()
    if case .progressed(let value) = output { return progress.show(value) }
    progress.clear()
    defer { progress.restore() }
    switch output {
    case .progressed: break
    case .printed(let text): self.output.write(TerminalText(printed: text))
    case .echoed(let text): self.output.write(outputColouring.text(text))
    case .reported(let text): report(text)
    case .pictured(let picture): show(picture)
    case .cleared: if isInteractive, traits.canRedraw { self.output.write(Screen.clear) }
    case .noted(let text): if isInteractive { report(StyledText(text, .dim)) }
    case .warned(let diagnostic):
      complain(render(diagnostic, word: "warning", width: TerminalTraits.width, isWrapped: errors.isTerminal))
    }
  }

  /// A picture, then its sentence. One that was written to a file, or that nobody would see, is only its sentence. If it cannot be drawn,
  /// that is said, and everything goes on.
  private func show(_ picture: Picture) {
    let mode = served?.pictures ?? .auto
    if output.isTerminal, mode != .off, picture.file == nil {
      do {
        let text = try PictureDisplay(traits, mode: mode).text(picture.figure)
        output.endLine()
        output.write(text)
      } catch {
        if error == .cancelled || Interrupts.isPending { return }
        complain(
          render(
            Diagnostic(error.sentence, hint: error.hint), word: "warning", width: TerminalTraits.width))
      }
    }
    report(picture.report)
  }

  /// Whole lines that nn itself has to say, to standard output.
  func report(_ text: StyledText) {
    let coloured = outputColouring.text(text)
    output.write(traits.isUnicode ? coloured : TerminalText(PlainCharacters.text(coloured.text)))
  }

  func show(_ diagnostic: Diagnostic) {
    complain(render(diagnostic, width: TerminalTraits.width, isWrapped: errors.isTerminal))
  }

  /// A message about the call of nn itself, as Unix tools write it: `nn: there is no file x.nn`.
  func complain(_ sentence: String) { complain(StyledText("nn: \(sentence)\n")) }

  /// What was done, for whoever watches: standard output is for results.
  func remark(_ text: StyledText) { complain(text) }

  private func complain(_ text: StyledText) {
    leaveEcho()
    if output.isTerminal { output.endLine() }
    output.flush()
    let coloured = errorColouring.text(text)
    let isUnicode = errorColouring.traits.isUnicode
    errors.write(isUnicode ? coloured : TerminalText(PlainCharacters.text(coloured.text, keepingWidth: true)))
    errors.flush()
  }

  /// What follows a `^C` on the screen begins a line; behind the line of a training it goes with it.
  private func leaveEcho() {
    if Interrupts.takeEcho(), output.isTerminal, !progress.isShown { output.write("\n") }
  }

  /// Everything out, and the end of the process.
  func exit(_ status: Int32) -> Never {
    output.flush()
    Glibc.exit(status)
  }
}
