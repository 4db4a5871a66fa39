import CCmark
import Support

/// GitHub-flavoured Markdown to HTML, by cmark-gfm: tables, task lists, strikethrough, links, footnotes, and formulas as MathML.
///
/// Safe for text of strangers: HTML in it is shown as it was typed, and addresses that are scripts are dropped.
struct MarkdownText {
  /// Gives the address under which a picture is shown in its place (a `data:` one for a file); nil: it is not shown, only its text.
  var pictureAddress: (String) -> String? = { _ in nil }

  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  func html(_ markdown: String) -> String {
    let marks = FormulaMarks(markdown)
    cmark_gfm_core_extensions_ensure_registered()
    // The pictures' addresses are ours and the HTML is escaped below, so that nothing unsafe is left when it is written.
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return "" }
    defer { cmark_parser_free(parser) }
    for name in MarkdownText.extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    var text = marks.text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(document) }
    rewrite(document, marks)
    guard let html = cmark_render_html(document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser)) else {
      return ""
    }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }

  /// Puts the formulas back, makes HTML into text and finds the pictures.
  private func rewrite(_ document: OpaquePointer, _ marks: FormulaMarks) {
    // Pictures first: the text inside one goes with it.
    for node in nodes(document) where cmark_node_get_type(node) == CMARK_NODE_IMAGE { replacePicture(node, marks) }
    for node in nodes(document) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: replaceText(node, marks)
      case CMARK_NODE_CODE: cmark_node_set_literal(node, marks.restored(literal(node)))
      case CMARK_NODE_CODE_BLOCK:
        let code = marks.restored(literal(node))
        if cmark_node_get_fence_info(node).map({ String(cString: $0) }) == "math" {
          replace(
            node,
            with: MarkdownText.custom(CMARK_NODE_CUSTOM_BLOCK, "<p>\(TeXFormula.mathML(code, isDisplay: true))</p>\n"))
        } else {
          cmark_node_set_literal(node, code)
        }
      case CMARK_NODE_HTML_INLINE:
        let code = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(code, marks.restored(literal(node)))
        replace(node, with: code)
      case CMARK_NODE_HTML_BLOCK:
        let html = XMLText.escaped(marks.restored(literal(node)))
        replace(node, with: MarkdownText.custom(CMARK_NODE_CUSTOM_BLOCK, "<pre><code>\(html)</code></pre>\n"))
      case CMARK_NODE_LINK: cmark_node_set_url(node, marks.restored(address(node)))
      default: break
      }
    }
  }

  private func nodes(_ document: OpaquePointer) -> [OpaquePointer] {
    var nodes: [OpaquePointer] = []
    let iterator = cmark_iter_new(document)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return nodes }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { nodes.append(node) }
    }
  }

  private func replaceText(_ node: OpaquePointer, _ marks: FormulaMarks) {
    let text = literal(node)
    guard text.unicodeScalars.contains(FormulaMarks.open) else { return }
    for piece in marks.pieces(text) {
      let new: OpaquePointer?
      switch piece {
      case .plain(let text):
        new = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(new, text)
      case .formula(let formula):
        new = MarkdownText.custom(
          CMARK_NODE_CUSTOM_INLINE, TeXFormula.mathML(formula.tex, isDisplay: formula.isDisplay))
      }
      cmark_node_insert_before(node, new)
    }
    cmark_node_unlink(node)
    cmark_node_free(node)
  }

  private func replacePicture(_ node: OpaquePointer, _ marks: FormulaMarks) {
    var alternative = ""
    var child = cmark_node_first_child(node)
    while let current = child {
      if cmark_node_get_type(current) == CMARK_NODE_TEXT { alternative += marks.restored(literal(current)) }
      child = cmark_node_next(current)
    }
    let address = marks.restored(address(node))
    let html =
      if let shown = pictureAddress(address) {
        "<img src=\"\(XMLText.escaped(shown))\" alt=\"\(XMLText.escaped(alternative))\">"
      } else {
        "<span class=\"missing\">[\(XMLText.escaped(alternative.isEmpty ? address : alternative))]</span>"
      }
    replace(node, with: MarkdownText.custom(CMARK_NODE_CUSTOM_INLINE, html))
  }

  private func replace(_ node: OpaquePointer, with new: OpaquePointer?) {
    cmark_node_insert_before(node, new)
    cmark_node_unlink(node)
    cmark_node_free(node)
  }

  /// HTML of our own, written as it stands.
  private static func custom(_ type: cmark_node_type, _ html: String) -> OpaquePointer? {
    let node = cmark_node_new(type)
    cmark_node_set_on_enter(node, html)
    return node
  }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private func address(_ node: OpaquePointer) -> String {
    cmark_node_get_url(node).map { String(cString: $0) } ?? ""
  }
}
