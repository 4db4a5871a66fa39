import Support

/// A formula in TeX, of the kind texts on neural networks use, as MathML Core: browsers show it without a script or a font of ours.
///
/// What is not known is shown by its name, so that the formula stays readable; the TeX itself stays in it for those who copy it.
enum TeXFormula {
  static func mathML(_ tex: String, isDisplay: Bool) -> String {
    // A page of formulas is no formula: it would only be parsed for ever.
    guard tex.utf8.count <= 20_000 else { return "<code>\(XMLText.escaped(tex))</code>" }
    var parser = TeXParser(tex)
    let body = parser.parseAll()
    let math = """
      <math\(isDisplay ? " display=\"block\"" : "")><semantics><mrow>\(body)</mrow>\
      <annotation encoding="application/x-tex">\(XMLText.escaped(tex))</annotation></semantics></math>
      """
    return isDisplay ? "<span class=\"formula\">\(math)</span>" : math
  }
}

/// A part of a formula as MathML, and how scripts are set at it.
struct TeXAtom {
  var markup: String
  /// Scripts stand above and below, as at a sum.
  var hasLimits = false
  /// `log`, `softmax`: a blank belongs between it and what it is applied to.
  var isFunction = false
}
