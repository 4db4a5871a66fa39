import Interpreter
import Syntax

/// The prompt: reads a statement, runs it, shows what it says, begins again.
struct Shell {
  private let session: Session
  private let sink: TerminalSink
  private let source: any LineSource
  /// Whether a person sees prompts; not if the output goes to a file.
  private let isPrompting: Bool
  /// The number of the next input.
  private var number = 1
  /// Statements that came at once and are still to be run.
  private var waiting: ArraySlice<String> = []
  /// How many lines of the first of them are on the screen already.
  private var shownLines = 0

  init(session: Session, sink: TerminalSink, isPrompting: Bool) {
    self.session = session
    self.sink = sink
    self.isPrompting = isPrompting
    if isPrompting {
      source = ReadlineReader { line, cursor in Completion.candidates(line: line, cursor: cursor, session: session) }
    } else {
      source = PlainReader()
    }
  }

  /// Runs until Ctrl-D or `quit`.
  mutating func loop() {
    session.options.isInteractive = true
    session.options.showsProgress = isPrompting && sink.traits.canRedraw
    sink.isInteractive = true
    greet()
    while session.exitStatus == nil, let statement = readStatement() { run(statement) }
    source.close()
  }

  private func greet() {
    if isPrompting { sink.report("nn \(Help.version): help lists the commands, Ctrl-D leaves\n") }
  }

  /// The next whole statement; nil at the end of the input.
  private mutating func readStatement() -> String? {
    while true {
      if let statement = waiting.popFirst() {
        show(statement)
        let isLast = waiting.isEmpty
        if let whole = isLast && needsMoreLines(statement + "\n") ? readRest(of: statement) : statement { return whole }
        continue
      }
      switch read(isContinuation: false) {
      case .end: return nil
      case .interrupted: continue
      case .lines(let text): waiting = PastedText.statements(text)[...]
      case .line(let line):
        let line = PastedText.withoutPrompt(Substring(line)).map(String.init) ?? line
        if line.allSatisfy(\.isWhitespace) { continue }
        if let whole = readRest(of: line) { return whole }
      }
    }
  }

  /// Asks for lines until no bracket and no block is open; nil if Ctrl-C dropped it all, or if a paste took its place.
  private mutating func readRest(of beginning: String) -> String? {
    var text = beginning
    while needsMoreLines(text) {
      switch read(isContinuation: true) {
      case .end: return text
      case .interrupted: return nil
      case .line(let line):
        let line = PastedText.withoutPrompt(Substring(line)).map(String.init) ?? line
        text += "\n" + (line.allSatisfy(\.isWhitespace) ? "" : line)
      case .lines(let lines):
        waiting = PastedText.statements(text + "\n" + lines)[...]
        shownLines = text.count { $0 == "\n" } + 1
        return nil
      }
    }
    return text
  }

  private func needsMoreLines(_ text: String) -> Bool {
    Parser.needsMoreLines(text, commands: CommandCatalog.grammars)
  }

  private func read(isContinuation: Bool) -> TypedInput {
    sink.output.endLine()
    sink.output.flush()
    let prompt = Prompt(number: number, isColoured: sink.traits.colours != .none)
    let input = source.read(
      prompt: isContinuation ? prompt.continuation(isForReadline: true) : prompt.first(isForReadline: true),
      isContinuation: isContinuation)
    if case .end = input, isPrompting { sink.output.write("\n") }
    return input
  }

  /// A statement of a paste, as if it had been typed.
  private mutating func show(_ statement: String) {
    guard isPrompting else { return }
    sink.output.endLine()
    sink.output.write(
      Prompt(number: number, isColoured: sink.traits.colours != .none).echo(statement, after: shownLines))
    shownLines = 0
  }

  private mutating func run(_ statement: String) {
    let statement = statement.hasSuffix("\n") ? String(statement.dropLast()) : statement
    source.remember(statement)
    session.begin(statement)
    session.inputNumber = number
    Interrupts.clear()
    do {
      try session.run(Source(name: "input \(number)", text: statement))
      session.end()
    } catch {
      session.end(error)
      sink.show(error)
      if error.isInterruption { waiting = [] }
    }
    number += 1
  }
}
