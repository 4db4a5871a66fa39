/// Lines, blocks and indentation.
extension Parser {
  /// The next line that holds more than a comment, from the end of the token ahead, which is a line's end or start.
  func nextLine() -> Indentation? {
    var p = token.end
    while p < count {
      var line = Indentation(column: 0, tabColumn: 0, lineStart: p, content: p)
      var continued: (column: Int, tabColumn: Int)?
      while p < count {
        if bytes[p] == Byte.backslash, p + 1 < count, Byte.isLineEnd(bytes[p + 1]) {
          // As in Python, the first line of a line in pieces has the say, if it is indented at all.
          if continued == nil, line.column > 0 { continued = (line.column, line.tabColumn) }
          p = afterLineEnd(p + 1)
          continue
        }
        guard Byte.isBlank(bytes[p]) else { break }
        switch bytes[p] {
        case Byte.space: (line.column, line.tabColumn) = (line.column + 1, line.tabColumn + 1)
        case Byte.tab: (line.column, line.tabColumn) = ((line.column / 8 + 1) * 8, line.tabColumn + 1)
        default: (line.column, line.tabColumn) = (0, 0)
        }
        p += 1
      }
      if let continued { (line.column, line.tabColumn) = continued }
      if byte(p) == Byte.hash { p = lineEnd(p) }
      guard p < count else { return nil }
      if Byte.isLineEnd(bytes[p]) {
        p = afterLineEnd(p)
      } else {
        line.content = p
        return line
      }
    }
    return nil
  }

  /// One line: a statement with a block, or simple ones between `;`. Its first token is ahead; afterwards the token ahead ends at
  /// the start of the next line.
  mutating func parseLine(into statements: inout [TopLevelStatement]) throws(SyntaxError) {
    let start = token.start
    if let statement = try parseCompound() {
      statements.append(TopLevelStatement(statement, span: Span(start, statementEnd), isSilent: false))
    } else {
      try parseSimpleLine(into: &statements)
    }
  }

  private mutating func parseSimpleLine(into statements: inout [TopLevelStatement]) throws(SyntaxError) {
    while true {
      let start = token.start
      let statement = try parseSimple()
      let isSilent = kind == .semicolon
      guard isSilent || kind == .newline || kind == .end else { throw unexpectedAfter(statement) }
      statements.append(TopLevelStatement(statement, span: Span(start, statementEnd), isSilent: isSilent))
      guard isSilent else { return }
      advance()
      if kind == .newline || kind == .end { return }
    }
  }

  /// A colon and what belongs under it.
  mutating func parseBlock(after word: String, _ start: Int) throws(SyntaxError) -> [Statement] {
    guard kind == .colon else {
      if kind == .assign || kind == .invalid || kind == .walrus { throw unexpected() }
      if kind == .newline || kind == .end {
        let place = state.previousEnd
        throw failure("':' is missing at the end of '\(word)'", at: Span(max(place - 1, 0), place))
      }
      throw failure(
        "'\(clipped(token.start, token.end))' cannot stand here", hint: "is the ':' of '\(word)' missing before it?")
    }
    advance()
    var statements: [TopLevelStatement] = []
    guard kind == .newline || kind == .end else {
      if let refusal = compoundOnOneLine(word) { throw refusal }
      try parseSimpleLine(into: &statements)
      return statements.map(\.statement)
    }
    guard indentations.count <= Self.maximumBlocks else { throw tooDeep(Span(start, start + word.utf8.count)) }
    let outer = indentations[indentations.count - 1]
    guard let first = nextLine() else {
      endsAtBlockStart = true
      throw SyntaxError(
        "the block of '\(word)' is missing", Span(start, start + word.utf8.count),
        hint: "indent its lines by four blanks",
        isIncomplete: true)
    }
    guard first.column > outer.column else {
      let line = source.number(ofLine: source.position(of: start).line)
      throw SyntaxError(
        "the block of '\(word)' (line \(line)) must be indented", Span(first.content, first.content + 1),
        hint: "begin the line with four blanks")
    }
    guard first.tabColumn > outer.tabColumn else { throw mixedTabs(first) }
    indentations.append(first)
    var line = first
    while true {
      seek(line.content)
      advance()
      try parseLine(into: &statements)
      guard let next = nextLine() else {
        seek(count)
        break
      }
      if next.column == first.column {
        guard next.tabColumn == first.tabColumn else { throw mixedTabs(next) }
        line = next
        continue
      }
      if next.column > first.column { throw unexpectedDeeper(next) }
      guard let level = indentations.last(where: { $0.column == next.column }) else {
        throw SyntaxError(
          "the indentation of this line fits no block around it", Span(next.lineStart, next.content),
          hint: "it must begin where a line above begins")
      }
      guard level.tabColumn == next.tabColumn else { throw mixedTabs(next) }
      seek(next.lineStart)
      break
    }
    indentations.removeLast()
    return statements.map(\.statement)
  }

  /// Whether a clause such as `else` continues the statement; goes to it.
  mutating func acceptClause(_ word: String, _ wanted: TokenKind) -> Bool {
    guard let line = nextLine(), line.column == indentations[indentations.count - 1].column,
      wordEnd(line.content) - line.content == word.utf8.count, text(line.content, wordEnd(line.content)) == word
    else { return false }
    seek(line.content)
    advance()
    return kind == wanted
  }

  private func unexpectedDeeper(_ line: Indentation) -> SyntaxError {
    SyntaxError(
      "this line is indented deeper than its block", Span(line.lineStart, line.content),
      hint: "begin it where the line above begins")
  }

  private func mixedTabs(_ line: Indentation) -> SyntaxError {
    SyntaxError(
      "tabs and blanks are mixed in the indentation", Span(line.lineStart, max(line.content, line.lineStart + 1)),
      hint: "use blanks only")
  }

  private func compoundOnOneLine(_ word: String) -> SyntaxError? {
    switch kind {
    case .ifWord, .forWord, .whileWord, .defWord:
      failure(
        "'\(clipped(token.start, token.end))' cannot stand on the line of '\(word)'",
        hint: "put it on a line of its own, indented")
    default: nil
    }
  }
}
