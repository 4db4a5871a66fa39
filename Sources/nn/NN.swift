import Glibc
import Interpreter
import Support

/// The executable: reads the command line and hands on.
@main struct NN {
  static func main() {
    let sink = TerminalSink(isUnicode: TerminalTraits.adoptLocale())
    Interrupts.watch()
    // A file that may not grow is an error of its writing, not the end of everything.
    signal(SIGXFSZ, SIG_IGN)
    let words = NN.words()
    if let subcommand = Subcommand.all.first(where: { $0.name == words.first }) {
      let status = Interrupts.interrupt.watched { subcommand.run(Array(words.dropFirst()), sink) }
      sink.exit((Interrupts.isPending ? .interrupted : status).rawValue)
    }
    let arguments: Arguments
    do {
      arguments = try Arguments(words)
    } catch {
      sink.complain("\(error.sentence)\n  \(Help.hint)")
      sink.exit(ExitStatus.wrongUsage.rawValue)
    }
    switch arguments.task {
    case .help: sink.report(StyledText(Help.text))
    case .version: sink.report(StyledText("nn \(Help.version)\n"))
    case .run: sink.exit(Sitting(arguments, sink).run())
    }
    sink.exit(ExitStatus.fine.rawValue)
  }

  /// The words behind the program's name. The name of a file need not be UTF-8.
  private static func words() -> [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0].map { RawPath($0).text } }
  }
}
