import Interpreter
import Support
import Syntax

/// A Jupyter notebook with its outputs (the nbformat documentation, version 4.5).
struct JupyterPage {
  let page: Page
  let pictures: PagePictures

  func text() -> String {
    var cells: [JSON] = []
    var number = 0
    for part in page.parts {
      let id = JSON.string("cell-\(cells.count + 1)")
      switch part {
      case .text(let markdown):
        cells.append(
          .members([
            ("cell_type", .string("markdown")), ("id", id), ("metadata", .members([])), ("source", lines(markdown)),
          ]))
      case .code(let title, let blocks):
        number += 1
        let source = Page.unixLines(page.source.text(Span(Int(blocks[0].span.start), Int(blocks.last!.span.end))))
        cells.append(
          .members([
            ("cell_type", .string("code")), ("execution_count", .integer(number)), ("id", id),
            ("metadata", .members(title.isEmpty ? [] : [("title", .string(title))])),
            ("outputs", .array(outputs(blocks.flatMap(\.outputs), number))), ("source", lines(source)),
          ]))
      }
    }
    let notebook = JSON.members([
      ("cells", .array(cells)),
      (
        "metadata",
        .members([
          (
            "kernelspec",
            .members([("display_name", .string("nn")), ("language", .string("nn")), ("name", .string("nn"))])
          ),
          (
            "language_info",
            .members([
              // nn has no lexers of its own there; Python's fit most lines.
              ("codemirror_mode", .string("python")), ("file_extension", .string(".nn")),
              ("mimetype", .string("text/x-nn")), ("name", .string("nn")), ("pygments_lexer", .string("python")),
            ])
          ), ("title", .string(page.title)),
        ])
      ), ("nbformat", .integer(4)), ("nbformat_minor", .integer(5)),
    ])
    return notebook.text(.indented) + "\n"
  }

  /// Printed text as a stream, the value that ends a cell as its result.
  private func outputs(_ outputs: [NotebookRun.Output], _ number: Int) -> [JSON] {
    var result: [JSON] = []
    var text = ""
    func flush() {
      if !text.isEmpty { result.append(stream("stdout", text)) }
      text = ""
    }
    for (i, output) in outputs.enumerated() {
      switch output {
      case .value(let styled) where i == outputs.count - 1:
        flush()
        let plain = styled.plain
        result.append(
          .members([
            ("data", .members([("text/plain", lines(plain.hasSuffix("\n") ? String(plain.dropLast()) : plain))])),
            ("execution_count", .integer(number)), ("metadata", .members([])),
            ("output_type", .string("execute_result")),
          ]))
      case .text(let styled), .value(let styled): text += styled.plain
      case .picture(let picture):
        flush()
        switch pictures.draw(picture) {
        case .success(let drawn): result.append(display(drawn, picture.sentence))
        case .failure(let diagnostic):
          text += picture.report.plain
          flush()
          result.append(stream("stderr", render(diagnostic).plain))
        }
      case .warning(let diagnostic):
        flush()
        result.append(stream("stderr", render(diagnostic, word: "warning").plain))
      case .failure(let diagnostic):
        flush()
        let traceback = RecordedText.lines(render(diagnostic).plain).map { JSON.string($0) }
        result.append(
          .members([
            ("ename", .string("error")), ("evalue", .string(diagnostic.sentence)),
            ("output_type", .string("error")), ("traceback", .array(traceback)),
          ]))
      }
    }
    flush()
    return result
  }

  /// A bitmap: JupyterLab shows no SVG of a notebook that it does not trust yet.
  private func display(_ drawn: PagePictures.Drawn, _ sentence: String) -> JSON {
    .members([
      ("data", .members([("image/png", .string(Base64.text(drawn.bytes))), ("text/plain", lines(sentence))])),
      ("metadata", .members([])), ("output_type", .string("display_data")),
    ])
  }

  private func stream(_ name: String, _ text: String) -> JSON {
    .members([("name", .string(name)), ("output_type", .string("stream")), ("text", lines(text))])
  }

  /// A text as the lines that make it up, each with its end, as Jupyter writes it.
  private func lines(_ text: String) -> JSON {
    var lines: [JSON] = []
    var rest = text.utf8[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(.string(String(Substring(rest[...end]))))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { lines.append(.string(String(Substring(rest)))) }
    return .array(lines)
  }
}
