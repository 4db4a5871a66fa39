import Glibc
import Interpreter
import Syntax

/// One run of nn: the scripts that the command line names, then perhaps the shell, all in one session.
struct Sitting {
  private let arguments: Arguments
  private let sink: TerminalSink
  private let session: Session

  init(_ arguments: Arguments, _ sink: TerminalSink) {
    self.arguments = arguments
    self.sink = sink
    session = sink.session()
  }

  /// The exit status.
  func run() -> Int32 {
    var status = ExitStatus.fine
    for script in arguments.scripts {
      status = run(script)
      if let asked = session.exitStatus { return asked }
      if status != .fine { break }
    }
    guard arguments.scripts.isEmpty || arguments.staysAfterwards else { return status.rawValue }
    guard isatty(STDIN_FILENO) == 1 else {
      let last = run(.standardInput)
      return session.exitStatus ?? last.rawValue
    }
    session.options.echoes = true
    var shell = Shell(session: session, sink: sink, isPrompting: sink.output.isTerminal)
    shell.loop()
    return session.exitStatus ?? ExitStatus.fine.rawValue
  }

  private func run(_ script: Arguments.Script) -> ExitStatus {
    let source: Source
    do {
      source = try Interrupts.interrupt.watched { () throws(Fault) in try read(script) }
    } catch {
      if Interrupts.isPending { return .interrupted }
      sink.complain(error.sentence)
      return .failed
    }
    if Interrupts.isPending { return .interrupted }
    let outcome = session.evaluate(CodeCell(source))
    if let failure = outcome.failure { sink.show(failure) }
    if outcome.isInterrupted { return .interrupted }
    return outcome.failure == nil ? .fine : .failed
  }

  private func read(_ script: Arguments.Script) throws(Fault) -> Source {
    session.options.echoes = true
    switch script {
    case .lines(let lines):
      return Source(name: "-c", text: try TextFile.text(Array(lines.utf8), name: "the line after -c"))
    case .standardInput: return Source(name: "<stdin>", text: try TextFile.standardInput())
    case .file(let path):
      session.options.echoes = !path.hasSuffix(".py")
      if !arguments.rest.isEmpty {
        session.bind("argv", .list(ListObject(arguments.rest.map { .string(Text($0)) })))
      }
      return Source(name: path, text: try TextFile.read(path))
    }
  }
}
