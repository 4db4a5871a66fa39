import Arrays
import Syntax

/// One sitting: names and their values, the network, the generator. Shell, scripts, notebooks and tests all enter at ``run(_:)``.
public final class Session {
  /// How many calls of a user's functions may be open at once, as in Python.
  static let maximumDepth = 1000

  public struct Options: Sendable {
    /// A person at a prompt: declarations are confirmed, notes are shown.
    public var isInteractive: Bool
    /// Top-level expressions show their value; not in `.py` files.
    public var echoes: Bool
    /// Lines can be undone. At a prompt they always can, and from a script on that speaks of it.
    public var keepsUndo: Bool
    /// A long training tells its progress as it goes: ``Output/progressed(_:)``.
    public var showsProgress: Bool
    public init(
      isInteractive: Bool = false, echoes: Bool = true, keepsUndo: Bool = false, showsProgress: Bool = false
    ) {
      self.isInteractive = isInteractive
      self.echoes = echoes
      self.keepsUndo = keepsUndo
      self.showsProgress = showsProgress
    }
  }

  public var options: Options
  public var isInteractive: Bool { options.isInteractive }
  private let sink: any OutputSink
  let globals = Globals()
  /// NumPy's global generator, `np.random`.
  public let generator = RandomState()
  public var printOptions = PrintOptions()
  public private(set) lazy var model = Model(session: self)
  private(set) lazy var timeline = Timeline(self)
  /// What `plt` is drawing.
  private(set) lazy var pyplot = Pyplot()
  /// Whether pictures are shown: `set pictures`.
  public internal(set) var pictures = PictureMode.auto
  /// What was typed in this sitting.
  public internal(set) var inputs: [SessionInput] = []
  /// The notebooks that `history save` wrote.
  var writtenNotebooks: Set<String> = []
  /// The number of the line being run in the shell: its value becomes `_3`.
  public var inputNumber: Int?
  /// Whether the running top-level statement ended in `;`.
  private(set) var isStatementSilent = false
  /// A person asked to leave, with this exit status.
  public internal(set) var exitStatus: Int32?
  /// The lesson that a person at the prompt has asked for; whoever shows it sets this back to nil.
  public var requestedLesson: Lesson?
  var callDepth = 0
  let localsPool = LocalsPool()
  private var warnedPlaces: Set<String> = []
  private let underscore: Variable

  public init(sink: any OutputSink, options: Options = Options()) {
    self.sink = sink
    self.options = options
    underscore = globals.variable("_")
  }

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
    return Fault(.name, "\(name) is not defined", hint: nearest(name, in: known).map { "did you mean \($0)?" })
  }

  // MARK: Going back

  /// Undoes the last lines that changed something. Returns their texts, the latest first; fewer than `count` if there are no more.
  @discardableResult public func undo(_ count: Int = 1) -> [String] { timeline.undo(count) }

  /// Does again what was undone. Returns the texts, the earliest first.
  @discardableResult public func redo(_ count: Int = 1) -> [String] { timeline.redo(count) }

  /// How many lines can be undone now.
  public var undoableCount: Int { timeline.past.count }

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

  /// Written by a signal handler, read by every loop.
  private nonisolated(unsafe) static let sharedInterruptFlag: UnsafeMutablePointer<Int32> = {
    let flag = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    flag.initialize(to: 0)
    return flag
  }()

  /// Asks the running statement to stop. May be called from a signal handler (once ``prepareInterrupts()`` has run).
  public static func requestInterrupt() { sharedInterruptFlag.pointee = 1 }

  /// Makes the flag before a handler may need it.
  public static func prepareInterrupts() { sharedInterruptFlag.pointee = 0 }

  /// Whether a stop was asked for that no statement has answered yet.
  public static var isInterruptRequested: Bool {
    @inline(__always) get { sharedInterruptFlag.pointee != 0 }
  }

  /// The same flag; a loop asks it often.
  private let interruptFlag = Session.sharedInterruptFlag

  public var isInterrupted: Bool {
    @inline(__always) get { interruptFlag.pointee != 0 }
  }

  func checkInterrupt() throws {
    if isInterrupted { throw Interruption() }
  }

  // MARK: Running

  /// Reads a source and runs its statements one after the other. An error ends it; what ran before stands.
  /// - Parameter afterEach: called with the span of each statement once it has run, also of the one that failed.
  public func run(_ source: Source, afterEach: (Span) -> Void = { _ in }) throws(Diagnostic) {
    let statements: [TopLevelStatement]
    do {
      statements = try Parser.parse(source, commands: CommandCatalog.grammars)
    } catch {
      throw diagnostic(for: error, source: source, span: error.span)
    }
    if isInteractive || options.keepsUndo || Timeline.isMentioned(in: source) { timeline.isRecording = true }
    for statement in statements {
      defer { afterEach(statement.span) }
      try run(statement, source)
      if exitStatus != nil { return }
    }
  }

  private func run(_ statement: TopLevelStatement, _ source: Source) throws(Diagnostic) {
    let outerSilence = isStatementSilent
    isStatementSilent = statement.isSilent
    defer { isStatementSilent = outerSilence }
    let isStep = timeline.begin()
    defer { if isStep { timeline.end(source.text(statement.span)) } }
    do {
      let lowered = try Lowering.topLevel(statement.statement, session: self, source: source)
      let frame = Frame(
        session: self, source: source, localCount: lowered.localCount, captured: [], ownCells: lowered.ownCells)
      try Cancellation.watching(interruptFlag) { try execute(lowered.node, frame) }
      try checkInterrupt()
    } catch {
      if error is QuitRequest { return }
      if isInterrupted { interruptFlag.pointee = 0 }
      throw diagnostic(for: error, source: source, span: statement.span)
    }
  }

  /// Runs a top-level statement; an expression shows its value.
  private func execute(_ node: StatementNode, _ frame: Frame) throws {
    switch node {
    case let choice as CommandUnlessBound:
      try execute(choice.isBound(frame) ? choice.python : choice.command, frame)
    case let command as CommandNode:
      timeline.isOnItsOwnLine = callDepth == 0
      defer { timeline.isOnItsOwnLine = false }
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
    if let inputNumber { bind("_\(inputNumber)", value) }
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
