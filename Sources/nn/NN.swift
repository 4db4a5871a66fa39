import Interpreter

/// The executable: reads the command line and hands on.
@main struct NN {
  static func main() {
    let sink = TerminalSink(isUnicode: TerminalTraits.adoptLocale())
    Interrupts.watch()
    let words = Array(CommandLine.arguments.dropFirst())
    if let subcommand = Subcommand.all.first(where: { $0.name == words.first }) {
      sink.exit(Interrupts.interrupt.watched { subcommand.run(Array(words.dropFirst()), sink) }.rawValue)
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
}
