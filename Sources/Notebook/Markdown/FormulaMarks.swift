/// Markdown with its formulas taken out, so that no `_` or `\` of theirs is read as Markdown.
///
/// A formula stands between `$` and `$`, or between `$$` and `$$` for a line of its own. As in Pandoc an opening `$` has no blank
/// after it, a closing one no blank before and no digit after it, `\$` is a dollar, and an empty line ends the attempt: prices stay prices.
struct FormulaMarks {
  struct Formula {
    var tex: String
    var isDisplay: Bool
    /// With its dollars.
    var typed: String
  }

  /// The Markdown, with a mark in the place of every formula.
  private(set) var text = ""
  private(set) var formulas: [Formula] = []

  // Private use code points: Markdown lets them pass as letters.
  static let open: Unicode.Scalar = "\u{F0000}"
  static let close: Unicode.Scalar = "\u{F0001}"

  init(_ markdown: String) {
    let scalars = Array(markdown.unicodeScalars)
    var result = String.UnicodeScalarView()
    var i = 0
    while i < scalars.count {
      let scalar = scalars[i]
      if scalar == "\\", i + 1 < scalars.count {
        result.append(scalar)
        result.append(scalars[i + 1])
        i += 2
      } else if scalar == "`" || scalar == "~" {
        // Code: as it stands, up to a run of the same length.
        let end = FormulaMarks.codeEnd(scalars, i)
        result.append(contentsOf: scalars[i..<end])
        i = end
      } else if scalar == "$", let (formula, end) = FormulaMarks.formula(scalars, i) {
        result.append(FormulaMarks.open)
        result.append(contentsOf: String(formulas.count).unicodeScalars)
        result.append(FormulaMarks.close)
        formulas.append(formula)
        i = end
      } else {
        // A mark in the text itself would stand for a formula.
        result.append(scalar == FormulaMarks.open || scalar == FormulaMarks.close ? "\u{FFFD}" : scalar)
        i += 1
      }
    }
    text = String(result)
  }

  private static func run(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    while end < scalars.count, scalars[end] == scalars[start] { end += 1 }
    return end
  }

  private static func codeEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    let end = run(scalars, start)
    if scalars[start] == "~", end - start < 3 { return end }
    var i = end
    while i < scalars.count {
      guard scalars[i] == scalars[start] else {
        i += 1
        continue
      }
      let close = run(scalars, i)
      if close - i == end - start { return close }
      i = close
    }
    return end
  }

  private static func formula(_ scalars: [Unicode.Scalar], _ start: Int) -> (Formula, end: Int)? {
    let isDisplay = start + 1 < scalars.count && scalars[start + 1] == "$"
    let first = start + (isDisplay ? 2 : 1)
    guard first < scalars.count, isDisplay || !scalars[first].properties.isWhitespace else { return nil }
    var i = first
    while i < scalars.count {
      switch scalars[i] {
      case "\\": i += 1
      case "\n":
        var next = i + 1
        while next < scalars.count, scalars[next] == " " || scalars[next] == "\t" || scalars[next] == "\r" { next += 1 }
        if next >= scalars.count || scalars[next] == "\n" { return nil }
      case "$":
        let isEnd =
          isDisplay
          ? i + 1 < scalars.count && scalars[i + 1] == "$"
          : !scalars[i - 1].properties.isWhitespace
            && !(i + 1 < scalars.count && ("0"..."9").contains(scalars[i + 1]))
        guard isEnd, i > first else { return nil }
        let end = i + (isDisplay ? 2 : 1)
        let tex = text(scalars[first..<i])
        return (Formula(tex: tex, isDisplay: isDisplay, typed: text(scalars[start..<end])), end)
      default: break
      }
      i += 1
    }
    return nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A piece of marked text: plain, or a formula.
  enum Piece {
    case plain(String)
    case formula(Formula)
  }

  /// What came out of Markdown, cut at the marks.
  func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var plain = String.UnicodeScalarView()
    var number: String?
    for scalar in text.unicodeScalars {
      if scalar == FormulaMarks.open {
        number = ""
      } else if scalar == FormulaMarks.close, let digits = number {
        if !plain.isEmpty { pieces.append(.plain(String(plain))) }
        plain = String.UnicodeScalarView()
        if let index = Int(digits), formulas.indices.contains(index) { pieces.append(.formula(formulas[index])) }
        number = nil
      } else if number != nil {
        number!.unicodeScalars.append(scalar)
      } else {
        plain.append(scalar)
      }
    }
    if !plain.isEmpty { pieces.append(.plain(String(plain))) }
    return pieces
  }

  /// The text as it was typed: in code and in addresses a dollar is a dollar.
  func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(FormulaMarks.open) else { return text }
    return pieces(text).map { piece in
      switch piece {
      case .plain(let text): text
      case .formula(let formula): formula.typed
      }
    }.joined()
  }
}
