import NeuralNetwork

/// Numbers in explanations: terms that add up, and formulas with numbers in them.
extension Explain {
  /// A number with ten digits.
  static func full(_ value: Double) -> String { NumberText.short(value, 10) }

  /// A factor behind an operator: six digits, negative ones in parentheses.
  static func factor(_ value: Double) -> String {
    let text = NumberText.short(value)
    return text.hasPrefix("-") ? "(\(text))" : text
  }

  /// A formula with its numbers; a negative one has parentheses where an operator stands beside it.
  static func right(of formula: ScalarFormula) -> String {
    var line = ""
    for (i, piece) in formula.pieces.enumerated() {
      switch piece {
      case .text(let text): line += text
      case .operand(_, let value):
        var isPower = false
        if i + 1 < formula.pieces.count, case .text(let next) = formula.pieces[i + 1] { isPower = next.hasPrefix("**") }
        let isFree = line.isEmpty || line.hasSuffix("(")
        line += isFree && !isPower ? NumberText.short(value) : factor(value)
      }
    }
    return line
  }

  /// `W1[0, 3] = W1[0, 3] - lr * dW1[0, 3]`, under it the numbers and the result.
  func numbers(_ formula: ScalarFormula, indent: Int) -> StyledText {
    let margin = String(repeating: " ", count: indent)
    var text = StyledText()
    text.append(
      margin + HelpText.wrapped(formula.text, indent: indent + 4).joined(separator: "\n").dropFirst(indent + 4) + "\n",
      .code)
    let (right, result) = (Explain.right(of: formula), NumberText.short(formula.value))
    // A value that is only passed on is not said twice.
    let line = right == result ? "= \(result)" : "= \(right) = \(result)"
    text.append(HelpText.wrapped(line, indent: indent + 2).joined(separator: "\n") + "\n")
    return text
  }

  /// A table of the largest terms, the rest as one, and the sum. All terms have their last digit at the same place, so that what is printed
  /// adds up.
  func sum(of explanation: ElementExplanation, indent: Int) -> StyledText {
    guard case .sum(let terms) = explanation.origin else { return StyledText() }
    let values = terms.largest.map(\.value) + (terms.restCount == 0 ? [] : [terms.restSum]) + [explanation.value]
    let number = Explain.commonFormat(values)
    let isOfSamples = terms.divisor != nil
    var headers = terms.factorNames
    // What does not fit above its column is shortened to the name before its index.
    if headers.reduce(30 + indent, { $0 + max($1.count, 12) + 2 }) > 79 {
      headers = headers.map { String($0.prefix { $0 != "[" && $0 != "(" }) }
    }
    var table = TextTable(
      [(isOfSamples ? "sample" : "k", .right)] + headers.map { ($0, .right) }
        + [((headers.count > 1 ? "product" : "") + (terms.divisor.map { " / \($0)" } ?? ""), .right)])
    let blanks = headers.map { _ in "" }
    for term in terms.largest {
      let factors = term.factors.isEmpty ? blanks : term.factors.map { NumberText.short($0) }
      table.add([place(term.place)] + factors + [number(term.value)])
    }
    if terms.restCount > 0 { table.add(["and \(terms.restCount) more"] + blanks + [number(terms.restSum)]) }
    // The engine adds in its own order, in float32 with seven digits: where that shows, it is a term of its own.
    let rounding = explanation.value - terms.total
    let largest = values.reduce(0) { max($0, abs($1)) }
    if rounding.isFinite, abs(rounding) > 5e-7 * largest, number(rounding) != number(0) {
      table.add(["rounding"] + blanks + [number(rounding)])
    }
    table.add(["sum"] + blanks + [number(explanation.value)])
    return table.styled.indented(indent)
  }

  private func place(_ place: TermSum.Place) -> String {
    switch place {
    case .sample(let index), .unit(let index): "\(index)"
    case .bias: "bias"
    }
  }

  /// Six digits of the largest, the same last place for all; numbers too small or too large for that with exponents.
  private static func commonFormat(_ values: [Double]) -> (Double) -> String {
    let largest = values.filter(\.isFinite).map(abs).max() ?? 0
    if largest == 0 { return { NumberText.short($0) } }
    guard largest >= 1e-4, largest < 1e6 else { return { NumberText.scientific($0, 5) } }
    var digits = 5
    var limit = 10.0
    while largest >= limit, digits > 0 {
      digits -= 1
      limit *= 10
    }
    limit = 1
    while largest < limit {
      digits += 1
      limit /= 10
    }
    return {
      let text = NumberText.fixed($0, digits)
      return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
    }
  }
}

extension StyledText {
  /// Each line moved to the right.
  func indented(_ columns: Int) -> StyledText {
    let margin = String(repeating: " ", count: columns)
    var text = StyledText()
    var isAtStart = true
    for (run, style) in runs {
      for line in run.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if line.offset > 0 {
          text.append("\n")
          isAtStart = true
        }
        if line.element.isEmpty { continue }
        text.append((isAtStart ? margin : "") + line.element, style)
        isAtStart = false
      }
    }
    return text
  }
}
