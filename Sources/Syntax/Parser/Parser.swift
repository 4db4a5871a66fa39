/// Reads a text into its tree: Python's grammar for the subset of the language, and the commands that a caller names.
///
/// One pass over UTF-8 bytes by recursive descent. The scanner runs on demand, one token ahead, because what stands in a
/// command line (a path, a word) need not be made of tokens.
public struct Parser {
  /// What is set back when a second reading of the same line is tried.
  struct State {
    /// The token ahead. Reading goes on at its end.
    var token = Token(kind: .newline, start: 0, end: 0)
    /// Why the token ahead is none.
    var invalidity: SyntaxError?
    /// Where the token before the one ahead ended.
    var previousEnd = 0
    /// The offsets of the open brackets. Inside one, line ends are blanks.
    var brackets: [Int] = []
    /// How deep the parser's own recursion is.
    var depth = 0
    /// How high the tree last returned is.
    var height = 0
  }

  struct Indentation {
    /// The column with tabs to the next multiple of eight, and with tabs as one: both must agree, as in Python.
    var column: Int
    var tabColumn: Int
    /// Where the line starts and where its first character stands.
    var lineStart: Int
    var content: Int
  }

  let source: Source
  let bytes: [UInt8]
  let count: Int
  let commands: [String: CommandGrammar]
  var state = State()
  var indentations = [Indentation(column: 0, tabColumn: 0, lineStart: 0, content: 0)]
  /// The end of the last statement read.
  var statementEnd = 0
  var functionDepth = 0
  var isInLoop = false
  /// The text ended where a block had to begin.
  var endsAtBlockStart = false

  static let maximumDepth = 200
  static let maximumHeight = 1000
  static let maximumBlocks = 100

  init(_ source: Source, _ commands: [String: CommandGrammar]) {
    self.source = source
    bytes = source.bytes
    count = source.bytes.count
    self.commands = commands
  }

  /// All statements of the source, in order.
  public static func parse(
    _ source: Source, commands: [String: CommandGrammar]
  ) throws(SyntaxError) -> [TopLevelStatement] {
    var parser = Parser(source, commands)
    return try parser.parseSource()
  }

  /// Whether a prompt should ask for another line before it runs the text: inside a bracket, a triple-quoted string or after a
  /// backslash, and in a block until an empty line closes it, as at Python's prompt.
  ///
  /// `text` is the lines typed so far, joined by line feeds, without one after the last.
  public static func needsMoreLines(_ text: String, commands: [String: CommandGrammar]) -> Bool {
    if case .incomplete = read(Source(name: "", text: text), commands: commands) { return true }
    return false
  }

  /// What a prompt has when it has read some lines.
  public enum PromptReading {
    case complete([TopLevelStatement])
    case malformed(SyntaxError)
    /// More lines are wanted.
    case incomplete
  }

  /// Reads lines typed so far: ``needsMoreLines(_:commands:)`` and ``parse(_:commands:)`` in one.
  public static func read(_ source: Source, commands: [String: CommandGrammar]) -> PromptReading {
    var parser = Parser(source, commands)
    let endsWithEmptyLine = source.bytes.last.map { Byte.isLineEnd($0) } ?? true
    do throws(SyntaxError) {
      let statements = try parser.parseSource()
      if let last = statements.last, last.statement.isCompound, !endsWithEmptyLine { return .incomplete }
      return .complete(statements)
    } catch {
      return error.isIncomplete && !(parser.endsAtBlockStart && endsWithEmptyLine) ? .incomplete : .malformed(error)
    }
  }

  mutating func parseSource() throws(SyntaxError) -> [TopLevelStatement] {
    guard count < Int(Int32.max) else { throw SyntaxError("the text is larger than 2 GB", Span(0, 0)) }
    if let zero = bytes.firstIndex(of: 0) {
      throw SyntaxError("the text holds a NUL byte: it is no program text", Span(zero, zero + 1))
    }
    if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { seek(3) }
    var statements: [TopLevelStatement] = []
    while let line = nextLine() {
      guard line.column == 0 else { throw unexpectedIndentation(line) }
      seek(line.content)
      advance()
      try parseLine(into: &statements)
    }
    return statements
  }
}

extension Statement {
  /// Whether the statement has a block, so that a prompt waits for an empty line.
  var isCompound: Bool {
    switch self {
    case .ifElse, .forIn, .whileLoop, .define: true
    case .command(let call):
      call.arguments.contains { argument in
        if case .statement(let inner) = argument.value { inner.isCompound } else { false }
      }
    default: false
    }
  }
}
