import NeuralNetwork

/// A page on an idea.
struct HelpTopic: Sendable {
  let name: String
  var aliases: [String] = []
  /// A sentence's end: it stands behind `name - `.
  let summary: String
  /// Lines that stand as they are, of at most 76 columns, in the session's convention.
  var formula: @Sendable (Session) -> String = { _ in "" }
  /// Prose is wrapped; lines that are indented or have columns stand as they are.
  var text: @Sendable (Session) -> String = { _ in "" }
  /// Lines for a fresh session.
  let examples: [String]
  let seeAlso: [String]

  func page(_ session: Session) -> StyledText {
    var page = HelpText()
    page.title(name, summary)
    let formula = formula(session)
    if !formula.isEmpty {
      page.blank()
      page.block(formula, .code)
    }
    let text = text(session)
    if !text.isEmpty {
      page.blank()
      page.details(text)
    }
    page.examples(examples)
    page.seeAlso(seeAlso)
    return page.text
  }

  /// A row for each thing of a catalog.
  static func table<Kind: Documented>(_ catalog: Catalog<Kind>) -> String {
    table(catalog.items.map { ($0.name, $0.documentation.summary) })
  }

  static func table(_ rows: [(name: String, summary: String)], column: Int = 22) -> String {
    rows.flatMap { row in
      // Two more spaces stand before each line on the page.
      var lines = HelpText.wrapped(row.summary, indent: column, width: HelpText.width - 2)
      lines[0] = row.name.padded(column) + lines[0].dropFirst(column)
      return lines
    }.joined(separator: "\n")
  }
}

extension Session {
  var isInRows: Bool { model.convention == .rows }
}
