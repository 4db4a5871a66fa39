/// The arguments of a command, sorted by its grammar.
extension Parser {
  func blanksEnd(_ start: Int) -> Int {
    var p = start
    while p < count {
      if Byte.isBlank(bytes[p]) {
        p += 1
      } else if bytes[p] == Byte.backslash, p + 1 < count, Byte.isLineEnd(bytes[p + 1]) {
        p = afterLineEnd(p + 1)
      } else {
        break
      }
    }
    return p
  }

  /// Whether a command has no more arguments here.
  func isCommandEnd(_ p: Int) -> Bool {
    p >= count || Byte.isLineEnd(bytes[p]) || bytes[p] == Byte.semicolon || bytes[p] == Byte.hash
  }

  /// What is known of the arguments while they are read.
  private struct Progress {
    var positional: [CommandArgument] = []
    var options: [CommandArgument] = []
    /// The next positional parameter.
    var next = 0
    var hasBlock = false

    func has(_ parameter: String) -> Bool {
      positional.contains { $0.parameter == parameter } || options.contains { $0.parameter == parameter }
    }
  }

  /// A command from the end of its word. Afterwards `;` or the line's end is ahead.
  mutating func parseCommand(
    _ word: Identifier, _ grammar: CommandGrammar, from wordEnd: Int, start: Int
  ) throws(SyntaxError) -> CommandCall {
    try enter()
    var progress = Progress()
    var end = wordEnd
    while !progress.hasBlock {
      var p = blanksEnd(end)
      if byte(p) == Byte.comma, end > wordEnd {
        let comma = p
        p = blanksEnd(p + 1)
        if isCommandEnd(p) { throw SyntaxError("an argument is missing after the comma", Span(comma, comma + 1)) }
      }
      if isCommandEnd(p) { break }
      end = try parseArgument(word, grammar, at: p, &progress)
    }
    for parameter in grammar.parameters where parameter.isRequired && !progress.has(parameter.name) {
      throw SyntaxError(
        "'\(grammar.name)' needs \(grammar.description(of: parameter))", Span(start, end),
        hint: "usage: " + grammar.usage)
    }
    leave()
    if !progress.hasBlock {
      seek(end)
      advance()
    }
    statementEnd = end
    return CommandCall(word: word, arguments: progress.positional + progress.options, span: Span(start, end))
  }

  /// One argument. Returns where it ends.
  private mutating func parseArgument(
    _ word: Identifier, _ grammar: CommandGrammar, at p: Int, _ progress: inout Progress
  ) throws(SyntaxError) -> Int {
    let parameters = grammar.parameters
    let positionals = parameters.filter { $0.position == .positional || $0.position == .repeated }
    var index = progress.next
    while index + 1 < positionals.count, !positionals[index].isRequired, !fits(positionals[index].kind, p) {
      // A misspelt word is no value for the parameter behind it.
      if case .word = positionals[index].kind, case .expression = positionals[index + 1].kind, wordEnd(p) > p { break }
      index += 1
    }
    let current = index < positionals.count ? positionals[index] : nil

    if let (name, valueStart, isAdjacent) = optionName(at: p) {
      let declared = parameters.first { $0.isCalled(name.name) && (isAdjacent || $0.position == .option) }
      let isLine = current?.kind == .equation || current?.kind == .statement || current?.kind == .restOfLine
      if let declared, !isLine || declared.position == .option && isAdjacent {
        return try parseNamed(declared, name, at: valueStart, grammar, &progress)
      }
      if isAdjacent, !isLine { throw unknownOption(name, grammar) }
    }
    let end = wordEnd(p)
    if end > p, let keyword = parameters.first(where: { $0.position == .keyword && $0.name == text(p, end) }),
      Byte.isBlank(byte(end)) || isCommandEnd(end), current.map({ !$0.isRequired || progress.has($0.name) }) ?? true
    {
      return try parseNamed(keyword, Identifier(keyword.name, Span(p, end)), at: end, grammar, &progress)
    }
    guard let current else { throw tooMany(grammar, at: p, after: progress) }
    try checkRedirection(p, grammar)
    let (value, valueEnd) = try parseValue(current.kind, at: p, grammar)
    progress.positional.append(CommandArgument(parameter: current.name, value: value, span: Span(p, valueEnd)))
    progress.next = current.position == .repeated ? index : index + 1
    if case .statement(let inner) = value { progress.hasBlock = inner.isCompound }
    return valueEnd
  }

  private mutating func parseNamed(
    _ parameter: CommandGrammar.Parameter, _ name: Identifier, at valueStart: Int, _ grammar: CommandGrammar,
    _ progress: inout Progress
  ) throws(SyntaxError) -> Int {
    let p = blanksEnd(valueStart)
    if isCommandEnd(p) || byte(p) == Byte.comma {
      throw SyntaxError("'\(name.name)' has no value", name.span, hint: "usage: " + grammar.usage)
    }
    if parameter.position != .repeated, progress.has(parameter.name) {
      throw SyntaxError("'\(name.name)' is given twice", name.span)
    }
    let (value, end) = try parseValue(parameter.kind, at: p, grammar)
    progress.options.append(
      CommandArgument(parameter: parameter.name, value: value, span: Span(Int(name.span.start), end)))
    if case .statement(let inner) = value { progress.hasBlock = inner.isCompound }
    return end
  }

  /// `NAME=` or `NAME =` at an offset, and where its value begins.
  func optionName(at p: Int) -> (Identifier, valueStart: Int, isAdjacent: Bool)? {
    let end = wordEnd(p)
    guard end > p else { return nil }
    let equals = blanksEnd(end)
    guard byte(equals) == Byte.equals, byte(equals + 1) != Byte.equals else { return nil }
    return (Identifier(text(p, end), Span(p, end)), equals + 1, equals == end)
  }

  /// Whether an optional parameter can take what stands at an offset, so that a later one need not.
  private func fits(_ kind: CommandGrammar.Parameter.Kind, _ p: Int) -> Bool {
    let isBracketOrQuote = byte(p) == Byte.leftParenthesis || byte(p) == Byte.quote || byte(p) == Byte.doubleQuote
    switch kind {
    case .word(let words, let elseExpression):
      return elseExpression || words.isEmpty || isBracketOrQuote || words.contains(text(p, wordEnd(p)))
    case .wordOrFile(let words): return isBracketOrQuote || words.contains(text(p, wordEnd(p)))
    case .name, .reference: return isBracketOrQuote || wordEnd(p) > p
    case .equation: return optionName(at: p) != nil
    case .expression, .words, .file, .restOfLine, .statement, .chain: return true
    }
  }

  private func unknownOption(_ name: Identifier, _ grammar: CommandGrammar) -> SyntaxError {
    let options = grammar.parameters.filter { $0.position == .option }.map(\.name)
    let list: Hint = options.isEmpty ? "it has no options" : "its options: \(options.joined(separator: ", "))"
    return SyntaxError(
      "'\(grammar.name)' has no option '\(clipped(name.span))'", name.span,
      hint: meant(name.name, in: grammar.parameters.map(\.name)) + list)
  }

  /// `did you mean 'every'? `, in front of the list of what there is.
  func meant(_ word: String, in candidates: [String]) -> Hint {
    didYouMean(word, in: candidates, as: quoted).map { $0 + " " } ?? ""
  }

  private mutating func tooMany(
    _ grammar: CommandGrammar, at p: Int, after progress: Progress
  ) -> SyntaxError {
    seek(p)
    advance()
    guard startsExpression(kind), kind != .invalid else { return unexpected() }
    let shown = clipped(token.start, token.end)
    if case .expression(.name(let name))? = progress.positional.last?.value,
      grammar.parameters.contains(where: { $0.position == .option && $0.name == name.name })
    {
      return SyntaxError(
        "'\(name.name)' is an option and has its value behind '='", Span(Int(name.span.start), token.end),
        hint: "write \(name.name)=\(shown)")
    }
    if let hint = optionForNumber(grammar, at: p, after: progress) {
      return SyntaxError("'\(grammar.name)' has no place for '\(shown)'", Span(p, token.end), hint: hint)
    }
    return SyntaxError(
      "'\(grammar.name)' has no place for '\(shown)'", Span(p, max(token.end, p)), hint: "usage: " + grammar.usage)
  }

  /// What a number means that has no place: `lr=0,1` a decimal point, `step 0.1` the first option.
  private func optionForNumber(_ grammar: CommandGrammar, at p: Int, after progress: Progress) -> Hint? {
    guard kind == .integer || kind == .float else { return nil }
    let shown = clipped(token.start, token.end)
    if let option = progress.options.last, Int(option.span.end) == p - 1, byte(p - 1) == Byte.comma,
      Byte.isDigit(byte(p - 2))
    {
      return "a number has a decimal point: \(text(Int(option.span.start), p - 1)).\(shown)"
    }
    let option = grammar.parameters.first { $0.position == .option && $0.kind == .expression }
    // An integer may be another count, unless all that is counted has its place by name.
    let countsElsewhere = grammar.parameters.contains { $0.position == .positional && $0.kind == .expression }
    let namesSource = grammar.parameters.contains { if case .wordOrFile = $0.kind { true } else { false } }
    guard let option, !namesSource, kind == .float || option.name == "lr" && !countsElsewhere,
      !progress.has(option.name)
    else { return nil }
    return "write \(line: typed(before: p) + "\(option.name)=\(shown)")"
  }

  /// `plot loss > x.png`: a shell's way to name a file, where the command's is `to`.
  func checkRedirection(_ p: Int, _ grammar: CommandGrammar) throws(SyntaxError) {
    guard grammar.parameters.contains(where: { $0.position == .keyword && $0.name == "to" }) else { return }
    let end = trimmedLineEnd(p)
    guard let arrow = (p..<max(p, end)).last(where: { byte($0) == UInt8(ascii: ">") }) else { return }
    let file = text(blanksEnd(arrow + 1), end).filter { $0 != "\"" && $0 != "'" }
    let parts = file.split(separator: ".")
    guard parts.count > 1, !file.contains(" "), ["png", "svg", "pdf", "jpg", "jpeg"].contains(parts.last!) else {
      return
    }
    var before = typed(before: arrow)
    while before.last == " " || before.last == ">" { before.removeLast() }
    throw SyntaxError(
      "'\(grammar.name)' writes no file with '>'", Span(arrow, end), hint: "write \(line: "\(before) to \"\(file)\"")")
  }

  /// The statement up to an offset, as typed.
  private func typed(before p: Int) -> String {
    var start = p
    while start > 0, !Byte.isLineEnd(byte(start - 1)), byte(start - 1) != Byte.semicolon { start -= 1 }
    return text(blanksEnd(start), p)
  }
}
