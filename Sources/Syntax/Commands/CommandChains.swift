/// `2 -> 10 relu -> 5 elu alpha=0.5 -> 1 sigmoid`: stages between arrows.
extension Parser {
  mutating func parseChain(
    at start: Int, _ grammar: CommandGrammar
  ) throws(SyntaxError) -> (CommandArgument.Value, end: Int) {
    var stages: [[CommandArgument.Piece]] = []
    var stage: [CommandArgument.Piece] = []
    var end = start
    while true {
      let p = blanksEnd(end)
      if isCommandEnd(p) || byte(p) == Byte.comma { break }
      if let (name, valueStart, isAdjacent) = optionName(at: p), isAdjacent || !stage.isEmpty {
        // What is no option of the command belongs to the layer it stands behind.
        if stage.isEmpty || grammar.parameters.contains(where: { $0.position == .option && $0.name == name.name }) {
          break
        }
        let valueAt = blanksEnd(valueStart)
        if isCommandEnd(valueAt) || arrowEnd(valueAt) != nil {
          throw SyntaxError("'\(name.name)' has no value", name.span, hint: "write \(name.name)=0.1")
        }
        let (value, valueEnd) = try parseExpression(at: valueAt)
        stage.append(.option(name, value))
        end = valueEnd
        continue
      }
      if let after = arrowEnd(p) {
        if stage.isEmpty { throw SyntaxError("a layer is missing before the arrow", Span(p, after)) }
        stages.append(stage)
        stage = []
        end = after
        if isCommandEnd(blanksEnd(end)) { throw SyntaxError("a layer is missing after the arrow", Span(p, after)) }
        continue
      }
      let wordEnd = wordEnd(p)
      if wordEnd > p, isWord(p, wordEnd, first: stage.isEmpty) {
        stage.append(.word(Identifier(text(p, wordEnd), Span(p, wordEnd))))
        end = wordEnd
      } else {
        let (value, valueEnd) = try parseExpression(at: p)
        stage.append(.expression(value))
        end = valueEnd
      }
    }
    if !stage.isEmpty { stages.append(stage) }
    if stages.isEmpty { throw SyntaxError("the layers are missing", Span(start, max(end, start + 1))) }
    return (.chain(stages), end)
  }

  /// The end of the arrow at an offset.
  private func arrowEnd(_ p: Int) -> Int? {
    if byte(p) == UInt8(ascii: "-"), byte(p + 1) == UInt8(ascii: ">") { return p + 2 }
    if byte(p) == 0xE2, byte(p + 1) == 0x86, byte(p + 2) == 0x92 { return p + 3 }
    return nil
  }

  /// The first name of a stage is a size (`h relu`) unless a number or an option follows (`dropout 0.2`); the later ones are words.
  private func isWord(_ start: Int, _ end: Int, first: Bool) -> Bool {
    let isAlone = Byte.isBlank(byte(end)) || isCommandEnd(end) || byte(end) == Byte.comma || arrowEnd(end) != nil
    guard isAlone else { return false }
    if !first { return true }
    let next = blanksEnd(end)
    let c = byte(next)
    return Byte.isDigit(c) || c == Byte.dot && Byte.isDigit(byte(next + 1)) || c == Byte.leftParenthesis
      || optionName(at: next) != nil
  }
}
