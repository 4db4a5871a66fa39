extension Parser {
  /// All tokens that have a colour, and the comments between them; what is no token is passed over.
  mutating func scanStretches() -> [Highlighting.Stretch] {
    var stretches: [Highlighting.Stretch] = []
    func add(_ start: Int, _ end: Int, _ kind: Highlighting.Kind) {
      if end > start { stretches.append(.init(span: Span(start, end), kind: kind)) }
    }
    seek(0)
    while true {
      let before = token.end
      advance()
      var p = before
      while p < token.start {
        guard bytes[p] == Byte.hash else {
          p += 1
          continue
        }
        let end = lineEnd(p)
        add(p, end, .comment)
        p = end
      }
      switch kind {
      case .end: return stretches
      case .formatted:
        let end = formattedEnd(token.end)
        add(token.start, end, .string)
        seek(end)
      case .invalid:
        // A string that is never closed goes on to the end.
        let isOpenString = state.invalidity?.isIncomplete == true && byte(token.end - 1) != Byte.backslash
        if isOpenString { add(token.start, count, .string) }
        seek(isOpenString ? count : max(token.end, token.start + 1))
      case .string: add(token.start, token.end, .string)
      case .integer, .float: add(token.start, token.end, .number)
      case .name: if byte(token.end) == Byte.leftParenthesis { add(token.start, token.end, .function) }
      case .primedName: add(token.start, token.end, .function)
      case .falseWord, .trueWord, .noneWord: add(token.start, token.end, .constant)
      case .newline, .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .comma,
        .semicolon, .dot:
        break
      default: add(token.start, token.end, kind.isKeyword ? .keyword : .operator)
      }
    }
  }

  /// Where the f-string ends whose opening quote (one or three) ends at `start`: behind the same quotes, or at the end of the line or the text.
  private func formattedEnd(_ start: Int) -> Int {
    let quote = byte(start - 1)
    let isTriple = start >= 3 && byte(start - 2) == quote && byte(start - 3) == quote
    var p = start
    while p < count {
      if bytes[p] == Byte.backslash {
        p += 2
      } else if bytes[p] == quote, !isTriple || (byte(p + 1) == quote && byte(p + 2) == quote) {
        return p + (isTriple ? 3 : 1)
      } else if !isTriple, Byte.isLineEnd(bytes[p]) {
        return p
      } else {
        p += 1
      }
    }
    return count
  }
}
