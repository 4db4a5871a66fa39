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
    // Half a name is meant whole: batch for batch_size.
    let whole = options.filter { name.name.utf8.count > 1 && $0.hasPrefix(name.name) }
    let meant = whole.count == 1 ? whole[0] : nearest(name.name, in: grammar.parameters.map(\.name))
    let suggestion = meant.map { "did you mean '\($0)'? " } ?? ""
    let list = options.isEmpty ? "it has no options" : "its options: " + options.joined(separator: ", ")
    return SyntaxError(
      "'\(grammar.name)' has no option '\(clipped(name.span))'", name.span, hint: suggestion + list)
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
    if Byte.isDigit(byte(p)) || byte(p) == Byte.dot {
      var hint: String?
      if let option = progress.options.last, Int(option.span.end) == p - 1, byte(p - 1) == Byte.comma,
        Byte.isDigit(byte(p - 2))
      {
        hint = "a number has a decimal point: \(text(Int(option.span.start), p - 1)).\(shown)"
      } else if grammar.parameters.contains(where: { $0.position == .option && $0.name == "lr" }), !progress.has("lr"),
        shown.contains(".")
          || !grammar.parameters.contains(where: { $0.position == .positional && $0.kind == .expression })
      {
        hint = "write lr=\(shown)"
      }
      if let hint { return SyntaxError("'\(grammar.name)' has no place for '\(shown)'", token.span, hint: hint) }
    }
    return SyntaxError(
      "'\(grammar.name)' has no place for '\(shown)'", Span(p, max(token.end, p)), hint: "usage: " + grammar.usage)
  }
}
