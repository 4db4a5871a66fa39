import Support

/// Reads TeX and writes MathML, piece by piece. It never fails: a missing brace ends with the text, an unknown command shows its name.
struct TeXParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private static let maximumDepth = 60

  enum Token: Equatable {
    case end, open, close, superscript, `subscript`, cell, row
    case command(String)
    case character(Unicode.Scalar)
  }

  init(_ tex: String) { scalars = Array(tex.unicodeScalars) }

  /// The whole text; a stray closing brace, `&` or `\\` is passed over.
  mutating func parseAll() -> String {
    var result = ""
    while true {
      result += parseRow(until: [])
      let token = next()
      if token == .end { return result }
    }
  }

  // MARK: - Tokens

  mutating func next() -> Token {
    while position < scalars.count, scalars[position].properties.isWhitespace || scalars[position] == "%" {
      if scalars[position] == "%" {
        while position < scalars.count, scalars[position] != "\n" { position += 1 }
      } else {
        position += 1
      }
    }
    guard position < scalars.count else { return .end }
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "{": return .open
    case "}": return .close
    case "^": return .superscript
    case "_": return .subscript
    case "&": return .cell
    case "~": return .command(" ")
    case "\\":
      guard position < scalars.count else { return .end }
      if scalars[position] == "\\" {
        position += 1
        return .row
      }
      var name = String.UnicodeScalarView()
      while position < scalars.count, scalars[position].isASCII, scalars[position].properties.isAlphabetic {
        name.append(scalars[position])
        position += 1
      }
      if name.isEmpty {
        name.append(scalars[position])
        position += 1
      }
      if position < scalars.count, scalars[position] == "*" { position += 1 }
      return .command(String(name))
    default: return .character(scalar)
    }
  }

  mutating func peek() -> Token {
    let before = position
    defer { position = before }
    return next()
  }

  /// The raw text of a group in braces: of `\text{…}`, `\begin{…}`.
  mutating func rawGroup() -> String {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    guard position < scalars.count, scalars[position] == "{" else { return "" }
    position += 1
    var result = String.UnicodeScalarView()
    var level = 0
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "{" { level += 1 }
      if scalar == "}" {
        if level == 0 { break }
        level -= 1
      }
      if scalar == "\\", position < scalars.count, !scalars[position].properties.isAlphabetic { continue }
      if scalar != "{", scalar != "}" { result.append(scalar) }
    }
    return String(result)
  }

  // MARK: - Rows

  /// Atoms with their scripts, up to a token that ends a row: a closing brace, `&`, `\\`, `\end`, `\right`, or one of these.
  mutating func parseRow(until stops: [Token]) -> String {
    depth += 1
    defer { depth -= 1 }
    guard depth < TeXParser.maximumDepth else {
      position = scalars.count
      return "<mtext>…</mtext>"
    }
    var result = ""
    var previousIsFunction = false
    while true {
      let token = peek()
      switch token {
      case .end, .close, .cell, .row, .command("end"), .command("right"): return result
      default: if stops.contains(token) { return result }
      }
      let atom = parseScripted()
      if previousIsFunction, !atom.markup.hasPrefix("<mo"), !atom.markup.isEmpty {
        result += "<mspace width=\"0.17em\"></mspace>"
      }
      result += atom.markup
      previousIsFunction = atom.isFunction
    }
  }

  /// An atom with what stands above and below it.
  mutating func parseScripted() -> TeXAtom {
    var base =
      switch peek() {
      case .superscript, .subscript: TeXAtom(markup: "<mrow></mrow>")
      default: parseAtom()
      }
    var above: String?
    var below: String?
    var primes = 0
    scripts: while true {
      switch peek() {
      case .superscript:
        _ = next()
        above = (above ?? "") + parseArgument()
      case .subscript:
        _ = next()
        below = (below ?? "") + parseArgument()
      case .character("'"):
        _ = next()
        primes += 1
      case .command("limits"):
        _ = next()
        base.hasLimits = true
      case .command("nolimits"):
        _ = next()
        base.hasLimits = false
      default: break scripts
      }
    }
    if primes > 0 {
      let mark = "<mo>" + String(repeating: "′", count: primes) + "</mo>"
      above = above.map { "<mrow>\(mark)\($0)</mrow>" } ?? mark
    }
    let kind = base.hasLimits ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup")
    switch (below, above) {
    case (nil, nil): return base
    case (let below?, nil): base.markup = "<\(kind.0)>\(base.markup)\(below)</\(kind.0)>"
    case (nil, let above?): base.markup = "<\(kind.1)>\(base.markup)\(above)</\(kind.1)>"
    case (let below?, let above?): base.markup = "<\(kind.2)>\(base.markup)\(below)\(above)</\(kind.2)>"
    }
    return base
  }

  /// What a command or a script is about: a group or a single atom, as one element.
  mutating func parseArgument() -> String {
    if case .end = peek() { return "<mrow></mrow>" }
    switch peek() {
    case .close, .cell, .row, .command("end"), .command("right"): return "<mrow></mrow>"
    default: return parseAtom().markup
    }
  }

  mutating func parseAtom() -> TeXAtom {
    depth += 1
    defer { depth -= 1 }
    guard depth < TeXParser.maximumDepth else {
      position = scalars.count
      return TeXAtom(markup: "<mtext>…</mtext>")
    }
    switch next() {
    case .open:
      let row = parseGroupRest()
      return TeXAtom(markup: "<mrow>\(row)</mrow>")
    case .character(let scalar): return parseCharacter(scalar)
    case .command(let name): return parseCommand(name)
    default: return TeXAtom(markup: "")
    }
  }

  /// From behind `{` to behind `}`.
  mutating func parseGroupRest() -> String {
    var row = ""
    while true {
      row += parseRow(until: [])
      switch next() {
      case .close, .end: return row
      default: break
      }
    }
  }

  private mutating func parseCharacter(_ scalar: Unicode.Scalar) -> TeXAtom {
    if ("0"..."9").contains(scalar) || (scalar == "." && isDigitAhead) {
      var number = String.UnicodeScalarView([scalar])
      while position < scalars.count,
        ("0"..."9").contains(scalars[position]) || (scalars[position] == "." && isDigit(position + 1))
      {
        number.append(scalars[position])
        position += 1
      }
      return TeXAtom(markup: "<mn>\(String(number))</mn>")
    }
    let text = XMLText.escaped(String(Character(scalar)))
    if scalar.properties.isAlphabetic { return TeXAtom(markup: "<mi>\(text)</mi>") }
    switch scalar {
    case "-": return TeXAtom(markup: "<mo>−</mo>")
    case "*": return TeXAtom(markup: "<mo>∗</mo>")
    case "(", ")", "[", "]", "|": return TeXAtom(markup: "<mo stretchy=\"false\">\(text)</mo>")
    case "'": return TeXAtom(markup: "<mo>′</mo>")
    default: return TeXAtom(markup: "<mo>\(text)</mo>")
    }
  }

  private var isDigitAhead: Bool { isDigit(position) }

  private func isDigit(_ index: Int) -> Bool { index < scalars.count && ("0"..."9").contains(scalars[index]) }
}
