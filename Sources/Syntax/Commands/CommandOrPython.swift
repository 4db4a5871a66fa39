/// Command or Python? Decided at the start of a statement, from the bytes after its first word.
extension Parser {
  private enum Reading { case command, unlessBound, python }

  /// The command that begins here, or nil if the line is Python.
  mutating func parseCommandStatement() throws(SyntaxError) -> Statement? {
    let start = token.start
    switch kind {
    case .percent: return try parsePercent()
    case .invalid:
      guard byte(start) == Byte.question else { return nil }
      var p = start
      while byte(p) == Byte.question { p += 1 }
      return try parseHelp(start, topic: blanksEnd(p), until: trimmedLineEnd(p))
    case .primedName: return questionEnd(token.end) == nil ? nil : try parseQuestion()
    default: break
    }
    let end = token.end
    let next = byte(end)
    if next == Byte.question || next == Byte.dot, questionEnd(end) != nil { return try parseQuestion() }
    guard next != Byte.equals, next != Byte.leftParenthesis, next != Byte.dot else { return nil }
    let word = Identifier(text(start, end), token.span)
    guard let grammar = commands[word.name] else {
      if word.name == "cd", let error = changeOfFolder(word) { throw error }
      return nil
    }
    switch reading(after: end, grammar) {
    case .python: return nil
    case .command: return .command(try parseCommand(word, grammar, from: end, start: start))
    case .unlessBound: return try parseUnlessBound(word, grammar)
    }
  }

  /// `cd ..`: what is no Python line.
  private func changeOfFolder(_ word: Identifier) -> SyntaxError? {
    let p = blanksEnd(token.end)
    let isPath = Byte.isLetter(byte(p)) || byte(p) == Byte.dot || byte(p) == UInt8(ascii: "~")
    guard p > token.end, isPath, readingBeforeWord(p) == .command else { return nil }
    let folder = text(p, trimmedLineEnd(p))
    return SyntaxError(
      "nn stays in the folder it was started in", Span(Int(word.span.start), trimmedLineEnd(p)),
      hint: "a path leads elsewhere: \(line: "ls \(folder)"), or data, run and load with \(folder)/FILE")
  }

  private func reading(after end: Int, _ grammar: CommandGrammar) -> Reading {
    if isCommandEnd(end) { return .unlessBound }
    let p = blanksEnd(end)
    guard p > end else { return .python }
    if isCommandEnd(p) { return .unlessBound }
    let c = byte(p)
    let next = byte(p + 1)
    if Byte.isDigit(c) || c == Byte.quote || c == Byte.doubleQuote { return .command }
    if Byte.isLetter(c) || c == Byte.underscore || c >= 0x80 { return readingBeforeWord(p) }
    switch c {
    case UInt8(ascii: "["): return .unlessBound
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      return next == Byte.equals ? .python : next == UInt8(ascii: ">") ? .command : .unlessBound
    case Byte.dot:
      // `.5`, `./file`, `../file`
      return Byte.isDigit(next) || next == Byte.dot || next == UInt8(ascii: "/") ? .command : .python
    case UInt8(ascii: "/"):
      // `load /tmp/net` is a path where the command wants a file.
      return takesFile(grammar) && !Byte.isBlank(next) && next != Byte.equals && next != c ? .unlessBound : .python
    case UInt8(ascii: "!"): return next == Byte.equals ? .python : .command
    case Byte.leftBrace, UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "`"), Byte.question: return .command
    default: return .python
    }
  }

  /// A name that is no operator word makes a command.
  private func readingBeforeWord(_ start: Int) -> Reading {
    let end = wordEnd(start)
    guard end - start <= 4 else { return .command }
    switch text(start, end) {
    case "and", "or", "in", "is", "if", "else": return .python
    case "not":
      let next = blanksEnd(end)
      return text(next, wordEnd(next)) == "in" ? .python : .command
    default: return .command
    }
  }

  private func takesFile(_ grammar: CommandGrammar) -> Bool {
    guard let first = grammar.parameters.first(where: { $0.position == .positional }) else { return false }
    switch first.kind {
    case .file, .wordOrFile: return true
    default: return false
    }
  }

  /// Reads the line both ways.
  private mutating func parseUnlessBound(_ word: Identifier, _ grammar: CommandGrammar) throws(SyntaxError) -> Statement
  {
    let before = state
    var call: CommandCall?
    do throws(SyntaxError) {
      call = try parseCommand(word, grammar, from: token.end, start: token.start)
    } catch {
      call = nil
    }
    let afterCommand = state
    let commandEnd = statementEnd
    state = before
    do throws(SyntaxError) {
      let python = try parseExpressionStatement()
      guard kind == .newline || kind == .end || kind == .semicolon else { throw unexpectedAfter(python) }
      statementEnd = state.previousEnd
      guard let call, afterCommand.token.start == token.start else { return python }
      return .commandUnlessBound(word: word, call, python: python, Span(token: word.span, until: statementEnd))
    } catch {
      guard let call else { throw error }
      state = afterCommand
      statementEnd = commandEnd
      return .command(call)
    }
  }

  /// `%train 100`: always the command.
  private mutating func parsePercent() throws(SyntaxError) -> Statement {
    let start = token.start
    advance()
    guard kind == .name else {
      throw failure(
        "after '%' stands a command", at: Span(start, max(token.end, start + 1)), hint: "\(line: "help") lists them")
    }
    let word = Identifier(tokenText(), token.span)
    guard let grammar = commands[word.name] else {
      let hint = didYouMean(word.name, in: commands.keys, as: quoted) ?? "\(line: "help") lists the commands"
      throw failure("there is no command '\(clipped(word.span))'", at: word.span, hint: hint)
    }
    return .command(try parseCommand(word, grammar, from: token.end, start: start))
  }

  // MARK: - Help

  /// Where the `?` of `name?` stands, if the line is one; from the end of its first word.
  private func questionEnd(_ end: Int) -> Int? {
    var p = end
    while byte(p) == Byte.dot {
      let next = wordEnd(p + 1)
      guard next > p + 1 else { return nil }
      p = next
    }
    guard byte(p) == Byte.question else { return nil }
    var after = p
    while byte(after) == Byte.question { after += 1 }
    return isCommandEnd(blanksEnd(after)) ? p : nil
  }

  private mutating func parseQuestion() throws(SyntaxError) -> Statement? {
    let start = token.start
    guard let end = questionEnd(token.end) else { return nil }
    return try parseHelp(start, topic: start, until: end)
  }

  /// `?name` and `name?` are `help name`.
  private mutating func parseHelp(_ start: Int, topic: Int, until end: Int) throws(SyntaxError) -> Statement {
    guard let grammar = commands["help"] else { throw SyntaxError("there is no help here", Span(start, start + 1)) }
    var rest = max(end, start + 1)
    while byte(rest) == Byte.question { rest += 1 }
    let span = Span(start, rest)
    var arguments: [CommandArgument] = []
    if topic < end, let parameter = grammar.parameters.first {
      arguments.append(
        CommandArgument(parameter: parameter.name, value: .text(text(topic, end)), span: Span(topic, end)))
    }
    seek(rest)
    advance()
    guard kind == .newline || kind == .end || kind == .semicolon else { throw unexpected() }
    statementEnd = rest
    return .command(CommandCall(word: Identifier("help", span), arguments: arguments, span: span))
  }
}

extension Span {
  fileprivate init(token: Span, until end: Int) {
    self.init(Int(token.start), max(Int(token.end), end))
  }
}
