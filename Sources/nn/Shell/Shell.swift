import Interpreter
import Notebook
import Syntax

/// The prompt: reads a statement, runs it, shows what it says, begins again.
struct Shell {
  private let session: Session
  private let sink: TerminalSink
  private let source: any LineSource
  /// Whether a person sees prompts; not if the output goes to a file.
  private let isPrompting: Bool
  /// Statements that came at once and are still to be run.
  private var waiting: ArraySlice<String> = []
  /// How many lines of the first of them are on the screen already.
  private var shownLines = 0
  /// What is presented: an empty line runs its next lines.
  private var slideshow: Slideshow?

  init(session: Session, sink: TerminalSink, isPrompting: Bool) {
    self.session = session
    self.sink = sink
    self.isPrompting = isPrompting
    source = isPrompting ? ReadlineReader() : PlainReader()
  }

  /// A presentation within a sitting, in a session of its own.
  private init(within outer: Shell, presenting slideshow: Slideshow) {
    session = outer.sink.session()
    sink = outer.sink
    source = outer.source
    isPrompting = outer.isPrompting
    self.slideshow = slideshow
  }

  /// Runs until Ctrl-D or `quit`.
  mutating func loop() {
    greet()
    converse()
    source.close()
  }

  /// Shows a file step by step, until its viewer leaves.
  mutating func present(_ slideshow: Slideshow) {
    self.slideshow = slideshow
    converse()
    source.close()
  }

  /// The number of the next input.
  private var number: Int { session.nextInputNumber }

  private var inputName: String { "input \(number)" }

  private mutating func converse() {
    sink.serve(session)
    session.options.isInteractive = true
    session.options.showsProgress = isPrompting && sink.traits.canRedraw
    sink.isInteractive = true
    source.serve(session)
    while session.exitStatus == nil {
      let rows = announce()
      guard let input = readInput() else { return }
      switch input {
      case .cell(let cell): run(cell)
      case .next: runNext(hiding: rows)
      case .back(let count): goBack(count)
      case .leave: return
      }
      if let lesson = session.requestedLesson {
        session.requestedLesson = nil
        open(lesson)
      }
    }
  }

  private func greet() {
    if isPrompting { sink.report("nn \(Help.version): help lists the commands, Ctrl-D leaves\n") }
  }

  private enum Input {
    case cell(CodeCell)
    /// Of a presentation: run its next lines, go back, leave it.
    case next
    case back(Int)
    case leave
  }

  /// What is to be done next; nil at the end of the input.
  private mutating func readInput() -> Input? {
    guard let text = readText() else { return nil }
    guard case .cell(let cell) = text, slideshow != nil else { return text }
    let words = cell.text.split(separator: " ").map(String.init)
    guard let first = words.first, session.lookup(first) == nil else { return text }
    switch (first, words.count) {
    case ("q", 1): return .leave
    case ("back", 1): return .back(1)
    case ("back", 2): return Int(words[1]).map { .back($0) } ?? text
    default: return text
    }
  }

  /// The next whole statement, in a presentation also an empty one; nil at the end of the input.
  private mutating func readText() -> Input? {
    while true {
      if let statement = waiting.popFirst() {
        show(statement)
        // Only the last one may go on; a block of a paste ends with it.
        let whole =
          waiting.isEmpty
          ? CodeCell(typed: statement + "\n", name: inputName) ?? readRest(of: statement)
          : CodeCell(typedWhole: statement, name: inputName)
        if let whole { return .cell(whole) }
        continue
      }
      switch read(isContinuation: false) {
      case .end: return nil
      case .interrupted: continue
      case .lines(let text): waiting = PastedText.statements(text)[...]
      case .line(let line):
        let line = PastedText.withoutPrompt(Substring(line)).map(String.init) ?? line
        if line.allSatisfy(\.isWhitespace) {
          if slideshow != nil { return .next }
          continue
        }
        if let whole = readRest(of: line) { return .cell(whole) }
      }
    }
  }

  /// Asks for lines until no bracket and no block is open; nil if Ctrl-C dropped it all, or if a paste took its place.
  private mutating func readRest(of beginning: String) -> CodeCell? {
    var text = beginning
    while true {
      if let cell = CodeCell(typed: text, name: inputName) { return cell }
      switch read(isContinuation: true) {
      case .end: return CodeCell(typedWhole: text, name: inputName)
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

  private mutating func run(_ cell: CodeCell) {
    source.remember(cell.text)
    // What was pressed at the prompt is not meant for the statement.
    Interrupts.clear()
    let outcome = session.evaluate(cell)
    guard let failure = outcome.failure else { return }
    sink.show(failure)
    if outcome.isInterrupted { dropWaiting() }
  }

  /// After a Ctrl-C the rest of a paste does not run.
  private mutating func dropWaiting() {
    let count = waiting.count
    waiting = []
    if count > 0 {
      sink.report(
        StyledText("the rest of the paste, \(count) \(count == 1 ? "statement" : "statements"), does not run\n", .dim))
    }
  }

  // MARK: Presenting

  /// Shows the text and the lines that come next. Returns the rows of the screen that the lines take.
  private mutating func announce() -> Int {
    guard let title = slideshow?.title else { return 0 }
    let isBeginning = number == 1
    let texts = slideshow!.announce()
    if !texts.isEmpty {
      sink.output.endLine()
      // What the last line printed stays in sight.
      if !isBeginning { sink.report("\n") }
    }
    for text in texts {
      sink.report(SlideText.styled(text, width: TerminalTraits.width))
      sink.report("\n")
    }
    guard isPrompting else { return 0 }
    if isBeginning {
      sink.report(
        StyledText("\(title): Enter runs the next line, back undoes it, q leaves\n", .dim))
    }
    guard let lines = slideshow!.next?.lines else {
      sink.report(StyledText("the end: back goes back, q leaves\n", .dim))
      return 0
    }
    sink.output.endLine()
    let label = "next \(slideshow!.progress)  "
    var rows = 0
    for (i, line) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var row = StyledText(i == 0 ? label : String(repeating: " ", count: label.count), .dim)
      row.append(line + "\n", .code)
      sink.report(row)
      rows += Screen.rows(label.count + line.count)
    }
    return rows
  }

  /// - Parameter rows: what announced the lines and the empty prompt below it make room for them.
  private mutating func runNext(hiding rows: Int) {
    guard let slide = slideshow?.advance(session), let lines = slide.lines, let text = slide.source else { return }
    if rows > 0, sink.traits.canRedraw { sink.output.write(Screen.erase(rows + 1)) }
    sink.output.write(Prompt(number: number, isColoured: sink.traits.colours != .none).echo(lines, after: 0))
    run(CodeCell(text).typed(lines))
  }

  private mutating func goBack(_ count: Int) {
    guard let slide = slideshow?.back(count, session) else {
      sink.report("this is the beginning\n")
      return
    }
    // Where nobody sees what comes next.
    if !isPrompting, let lines = slide.lines { sink.report("back to before \(lines)\n") }
  }

  /// Presents a lesson; afterwards this session goes on.
  private mutating func open(_ lesson: Lesson) {
    do {
      let slides = try Slide.all(name: lesson.path, text: TextFile.read(lesson.path))
      var inner = Shell(within: self, presenting: Slideshow(title: "lesson \(lesson.number)", slides: slides))
      inner.converse()
      source.serve(session)
      sink.serve(session)
      sink.report(StyledText("back in your own session\n", .dim))
    } catch let fault as Fault {
      sink.complain(fault.sentence)
    } catch {
      if let diagnostic = error as? Diagnostic { sink.show(diagnostic) }
    }
  }
}
