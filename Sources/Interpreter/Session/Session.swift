import Arrays
import CKernels
import Syntax

/// One sitting: names and their values, the network, the generator. Shell, scripts, notebooks and tests all enter at ``evaluate(_:afterEach:)``.
///
/// A session is sequential, and knows nothing of another one: two may run on two threads.
public final class Session {
  /// How many calls of a user's functions may be open at once, as in Python.
  static let maximumDepth = 1000

  public struct Options: Sendable {
    /// A person at a prompt: declarations are confirmed, notes are shown.
    public var isInteractive: Bool
    /// Top-level expressions show their value; not in `.py` files.
    public var echoes: Bool
    /// A long training tells its progress as it goes: ``Output/progressed(_:)``.
    public var showsProgress: Bool
    /// Whether lines can be undone; what they change is saved for it, up to `undo_memory`. Fixed when the session is made.
    public let keepsUndo: Bool
    public init(
      isInteractive: Bool = false, echoes: Bool = true, showsProgress: Bool = false, keepsUndo: Bool = true
    ) {
      self.isInteractive = isInteractive
      self.echoes = echoes
      self.showsProgress = showsProgress
      self.keepsUndo = keepsUndo
    }
  }

  public var options: Options
  public var isInteractive: Bool { options.isInteractive }
  private let sink: any OutputSink
  let globals: Globals
  /// NumPy's global generator, `np.random`.
  public let generator = RandomState()
  /// The settings.
  var state = SessionState()
  public private(set) lazy var model = Model(session: self)
  /// nil where lines cannot be undone.
  private(set) var timeline: Timeline?
  /// What `plt` is drawing.
  private(set) lazy var pyplot = Pyplot()
  /// Asks what runs here to stop.
  public let interrupt: Interrupt
  /// Its flag; a loop asks it often.
  private let interruptFlag: UnsafeMutablePointer<Int32>
  /// What was typed in this sitting.
  public internal(set) var inputs: [SessionInput] = []
  /// Bytes of the inputs' outputs, and the first input that may still have one.
  var keptOutput = 0
  var firstWithOutput = 0
  /// The notebooks that `history save` wrote, and the hash of what it wrote.
  var writtenNotebooks: [String: Int] = [:]
  /// The number of the typed line that runs: its value becomes `_3`.
  private var inputNumber: Int?
  /// Whether the running top-level statement ended in `;`.
  private(set) var isStatementSilent = false
  /// A person asked to leave, with this exit status.
  public internal(set) var exitStatus: Int32?
  /// The lesson that a person at the prompt has asked for; whoever shows it sets this back to nil.
  public var requestedLesson: Lesson?
  var callDepth = 0
  /// How deep the calls were when the running source began.
  private var sourceDepth = 0
  let localsPool = LocalsPool()
  private var warnedPlaces: Set<String> = []
  private let underscore: Variable

  public init(sink: any OutputSink, options: Options = Options(), interrupt: Interrupt = Interrupt()) {
    self.sink = sink
    self.interrupt = interrupt
    interruptFlag = interrupt.flag
    self.options = options
    let timeline = options.keepsUndo ? Timeline() : nil
    globals = Globals(journal: timeline?.journal)
    underscore = globals.variable("_")
    self.timeline = timeline
    timeline?.serve(self)
  }

  public var printOptions: PrintOptions {
    get { state.printOptions }
    set { state.printOptions = newValue }
  }
  /// Whether pictures are shown: `set pictures`.
  public var pictures: PictureMode { state.pictures }

  // MARK: Names

  /// The value of a global, nil if it is unbound.
  public func lookup(_ name: String) -> Value? { globals.lookup(name) }

  /// Binds a global as the engine does: whatever it meant before.
  public func bind(_ name: String, _ value: Value) { globals.variable(name).value = value }

  public func unbind(_ name: String) { globals.variable(name).value = nil }

  /// The bound globals, sorted.
  public func names() -> [String] { globals.boundNames }

  /// What a name means where nobody has bound it.
  func builtin(_ name: String) -> Value? { BuiltinNames.all[name] }

  /// The error for a name that means nothing.
  func unknownName(_ name: String) -> Fault {
    let known = names() + BuiltinNames.all.keys.sorted() + CommandCatalog.all.map(\.name)
    if let refusal = BuiltinNames.refusal(of: name) ?? model.fault(forUnbound: name) { return refusal }
    return Fault(.name, "\(name) is not defined", hint: didYouMean(name, in: known))
  }

  // MARK: Going back

  /// Undoes the last lines that changed something. Returns their texts, the latest first; fewer than `count` if there are no more.
  @discardableResult public func undo(_ count: Int = 1) -> [String] { timeline?.undo(count) ?? [] }

  /// Does again what was undone. Returns the texts, the earliest first.
  @discardableResult public func redo(_ count: Int = 1) -> [String] { timeline?.redo(count) ?? [] }

  /// How many lines can be undone now.
  public var undoableCount: Int { timeline?.undoableCount ?? 0 }

  // MARK: Output

  /// - Parameter isResult: whether a script would print it too; a confirmation for the person at the prompt is none.
  public func emit(_ output: Output, isResult: Bool = true) {
    if isResult { transcribe(output) }
    sink.receive(output)
  }

  /// A warning, once for each place.
  func warn(_ sentence: String, source: Source, span: Span) {
    guard warnedPlaces.insert("\(source.name):\(source.firstLine):\(span.start):\(sentence)").inserted else { return }
    emit(.warned(Diagnostic(sentence, source: source, span: span)))
  }

  public func warn(_ sentence: String) { emit(.warned(Diagnostic(sentence))) }

  // MARK: Interruption

  var isInterrupted: Bool {
    @inline(__always) get { nn_flag_get(interruptFlag) != 0 }
  }

  func checkInterrupt() throws {
    if isInterrupted { throw Interruption() }
  }

  // MARK: Running

  /// Runs the statements of a cell one after the other: the one door to a session. An error ends it, and so does an interrupt, after which no statement
  /// runs; what ran before stands.
  /// - Parameter afterEach: called with the span of each statement once it has run, also of the one that failed.
  @discardableResult
  public func evaluate(_ cell: CodeCell, afterEach: (Span) -> Void = { _ in }) -> Outcome {
    let number = cell.input.map { _ in begin(cell.text) }
    let outerNumber = inputNumber
    inputNumber = number
    defer { inputNumber = outerNumber }
    var failure: Diagnostic?
    do { try run(cell, afterEach) } catch { failure = error }
    if failure?.isInterruption ?? false { interrupt.clear() }
    if number != nil { end(failure) }
    return Outcome(failure: failure)
  }

  /// What a line of the running cell runs: a file, whose lines have steps of their own.
  func run(file: Source) throws(Diagnostic) {
    timeline?.enter()
    defer { timeline?.leave() }
    try run(CodeCell(file)) { _ in }
  }

  private func run(_ cell: CodeCell, _ afterEach: (Span) -> Void) throws(Diagnostic) {
    let outerDepth = sourceDepth
    sourceDepth = callDepth
    defer { sourceDepth = outerDepth }
    for statement in try cell.read() {
      defer { afterEach(statement.span) }
      try run(statement, cell.source)
      if exitStatus != nil { return }
    }
  }

  private func run(_ statement: TopLevelStatement, _ source: Source) throws(Diagnostic) {
    let outerSilence = isStatementSilent
    isStatementSilent = statement.isSilent
    defer { isStatementSilent = outerSilence }
    timeline?.begin()
    defer { timeline?.end(source.text(statement.span)) }
    do {
      try checkInterrupt()
      let lowered = try Lowering.topLevel(statement.statement, session: self, source: source)
      let frame = Frame(
        session: self, source: source, localCount: lowered.localCount, captured: [], ownCells: lowered.ownCells)
      try interrupt.watched { try execute(lowered.node, frame) }
      try checkInterrupt()
    } catch {
      if error is QuitRequest { return }
      let failure = diagnostic(for: error, source: source, span: statement.span)
      if failure.isInterruption || !isInterrupted { throw failure }
      // Who presses Ctrl-C wants the end, whatever else went wrong meanwhile.
      throw diagnostic(for: Interruption(), source: source, span: statement.span)
    }
  }

  /// Runs a top-level statement; an expression shows its value.
  private func execute(_ node: StatementNode, _ frame: Frame) throws {
    switch node {
    case let choice as CommandUnlessBound:
      try execute(choice.isBound(frame) ? choice.python : choice.command, frame)
    case let command as CommandNode:
      timeline?.isOnItsOwnLine = callDepth == sourceDepth
      defer { timeline?.isOnItsOwnLine = false }
      _ = try command.execute(frame)
      remember(command.result)
    case let expression as ExpressionStatement:
      if let call = expression.node as? CallNode, call.isCommand {
        remember(try call.evaluateAsLine(frame, isSilent: isStatementSilent))
        return
      }
      let value = try expression.node.evaluate(frame)
      remember(value)
      try show(value, expression.node, frame)
    default:
      _ = try node.execute(frame)
    }
  }

  private func remember(_ value: Value) {
    if case .none = value { return }
    underscore.value = value
    guard let inputNumber else { return }
    let numbered = globals.variable("_\(inputNumber)")
    numbered.value = value
    timeline?.keepShown(numbered)
  }

  /// The value as `print` would write it, strings quoted; None and lone docstrings not at all.
  private func show(_ value: Value, _ node: Node, _ frame: Frame) throws {
    guard options.echoes, !isStatementSilent else { return }
    switch value {
    case .none: return
    case .string:
      if node is ConstantNode, !isInteractive { return }
      emit(.echoed(StyledText(try repr(value, printOptions) + "\n")), isResult: !(node is ConstantNode))
    default:
      do { emit(.echoed(StyledText(try str(value, printOptions) + "\n"))) } catch {
        throw frame.located(error, node.span)
      }
    }
  }
}
