import Support

/// What stands behind a backslash.
extension TeXParser {
  mutating func parseCommand(_ name: String) -> TeXAtom {
    if let letter = TeXSymbols.letters[name] { return TeXAtom(markup: "<mi>\(letter)</mi>") }
    if let sign = TeXSymbols.operators[name] { return TeXAtom(markup: "<mo>\(sign)</mo>") }
    if let sign = TeXSymbols.large[name] {
      return TeXAtom(markup: "<mo movablelimits=\"true\">\(sign)</mo>", hasLimits: true)
    }
    if let sign = TeXSymbols.delimiters[name] { return TeXAtom(markup: "<mo stretchy=\"false\">\(sign)</mo>") }
    if TeXSymbols.functions.contains(name) { return function(name) }
    if let width = TeXSymbols.spaces[name] { return TeXAtom(markup: "<mspace width=\"\(width)\"></mspace>") }
    if let accent = TeXSymbols.accents[name] { return accented(accent) }
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac":
      let above = parseArgument()
      return TeXAtom(markup: "<mfrac>\(above)\(parseArgument())</mfrac>")
    case "binom":
      let above = parseArgument()
      return TeXAtom(
        markup: "<mrow><mo>(</mo><mfrac linethickness=\"0\">\(above)\(parseArgument())</mfrac><mo>)</mo></mrow>")
    case "sqrt": return root()
    case "text", "textrm", "textit", "textbf", "mbox", "hbox":
      // In an <mtext> blanks at the ends would be lost.
      let text = XMLText.escaped(rawGroup()).replacing(" ", with: "\u{A0}")
      return TeXAtom(markup: "<mtext>\(text)</mtext>")
    case "mathrm", "operatorname", "mathsf", "mathtt", "textsf", "texttt": return function(rawGroup())
    case "mathbf", "boldsymbol", "bm": return TeXAtom(markup: "<mrow class=\"bold\">\(parseArgument())</mrow>")
    case "mathbb": return TeXAtom(markup: "<mi>\(TeXSymbols.doubleStruck(rawGroup()))</mi>")
    case "mathcal", "mathscr": return TeXAtom(markup: "<mi>\(TeXSymbols.script(rawGroup()))</mi>")
    case "left": return stretched()
    case "begin": return environment(rawGroup())
    case "underbrace", "overbrace":
      let brace = name == "underbrace" ? ("munder", "⏟") : ("mover", "⏞")
      return TeXAtom(
        markup: "<\(brace.0)>\(parseArgument())<mo stretchy=\"true\">\(brace.1)</mo></\(brace.0)>", hasLimits: true)
    case "underset", "overset", "stackrel":
      let mark = parseArgument()
      let element = name == "underset" ? "munder" : "mover"
      return TeXAtom(markup: "<\(element)>\(parseArgument())\(mark)</\(element)>")
    case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "textstyle", "limits",
      "nolimits",
      "mathit", "mathnormal":
      return TeXAtom(markup: "")
    case "tag": return TeXAtom(markup: "<mspace width=\"2em\"></mspace><mtext>(\(XMLText.escaped(rawGroup())))</mtext>")
    case "label", "nonumber", "notag":
      if name == "label" { _ = rawGroup() }
      return TeXAtom(markup: "")
    default:
      let isSign = name.unicodeScalars.count == 1 && !name.unicodeScalars.first!.properties.isAlphabetic
      return TeXAtom(markup: "<mtext>\(XMLText.escaped(isSign ? name : "\\" + name))</mtext>")
    }
  }

  private func function(_ name: String) -> TeXAtom {
    let takesLimits = ["max", "min", "lim", "argmax", "argmin", "arg max", "arg min", "sup", "inf"].contains(name)
    let text = XMLText.escaped(name)
    return takesLimits
      ? TeXAtom(
        markup: "<mo movablelimits=\"true\" lspace=\"0\" rspace=\"0.17em\">\(text)</mo>", hasLimits: true)
      : TeXAtom(markup: "<mi mathvariant=\"normal\">\(text)</mi>", isFunction: true)
  }

  private mutating func accented(_ accent: String) -> TeXAtom {
    let argument = parseArgument()
    if accent == "_" { return TeXAtom(markup: "<munder>\(argument)<mo stretchy=\"true\">_</mo></munder>") }
    let isWide = accent == "‾" || accent == "→"
    return TeXAtom(
      markup: "<mover accent=\"true\">\(argument)<mo stretchy=\"\(isWide)\">\(accent)</mo></mover>")
  }

  private mutating func root() -> TeXAtom {
    guard case .character("[") = peek() else { return TeXAtom(markup: "<msqrt>\(parseArgument())</msqrt>") }
    _ = next()
    let index = parseRow(until: [.character("]")])
    _ = next()
    return TeXAtom(markup: "<mroot>\(parseArgument())<mrow>\(index)</mrow></mroot>")
  }

  /// `\left( … \right)`
  private mutating func stretched() -> TeXAtom {
    let open = delimiter()
    var body = ""
    while true {
      body += parseRow(until: [])
      let token = next()
      if token == .command("right") || token == .end { break }
    }
    return TeXAtom(markup: "<mrow>\(open)\(body)\(delimiter())</mrow>")
  }

  private mutating func delimiter() -> String {
    let sign =
      switch next() {
      case .character("."), .end: ""
      case .character(let scalar): XMLText.escaped(String(Character(scalar)))
      case .command(let name): TeXSymbols.delimiters[name] ?? ""
      default: ""
      }
    return sign.isEmpty ? "" : "<mo stretchy=\"true\" symmetric=\"true\">\(sign)</mo>"
  }

  /// `\begin{cases} … \end{cases}` and the matrices: rows of cells.
  private mutating func environment(_ name: String) -> TeXAtom {
    let isAligned = ["align", "aligned", "split", "eqnarray", "gather", "gathered", "equation"].contains {
      name.hasPrefix($0)
    }
    if name == "array" { _ = rawGroup() }
    var rows = [[""]]
    loop: while true {
      rows[rows.count - 1][rows[rows.count - 1].count - 1] += parseRow(until: [])
      switch next() {
      case .cell: rows[rows.count - 1].append("")
      case .row: rows.append([""])
      case .command("end"):
        _ = rawGroup()
        break loop
      case .end: break loop
      default: break
      }
    }
    if rows.count > 1, rows.last == [""] { rows.removeLast() }
    var table =
      "<mtable\(isAligned ? " class=\"aligned\" displaystyle=\"true\"" : name == "cases" ? " class=\"cases\"" : "")>"
    for row in rows { table += "<mtr>" + row.map { "<mtd>\($0)</mtd>" }.joined() + "</mtr>" }
    table += "</mtable>"
    let fences: (String, String) =
      switch name {
      case "cases": ("{", "")
      case "pmatrix": ("(", ")")
      case "bmatrix": ("[", "]")
      case "Bmatrix": ("{", "}")
      case "vmatrix": ("|", "|")
      case "Vmatrix": ("‖", "‖")
      default: ("", "")
      }
    func fence(_ sign: String) -> String {
      sign.isEmpty ? "" : "<mo stretchy=\"true\" symmetric=\"true\">\(sign)</mo>"
    }
    return TeXAtom(markup: "<mrow>\(fence(fences.0))\(table)\(fence(fences.1))</mrow>")
  }
}
