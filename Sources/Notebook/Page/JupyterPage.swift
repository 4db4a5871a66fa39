import Interpreter
import Syntax

/// A Jupyter notebook with its outputs (the nbformat documentation, version 4.5).
struct JupyterPage {
  let page: Page
  let pictures: PagePictures

  func text() -> String {
    var cells: [JSONValue] = []
    var number = 0
    for part in page.parts {
      let id = JSONValue.string("cell-\(cells.count + 1)")
      switch part {
      case .text(let markdown):
        cells.append(
          .object([
            ("cell_type", .string("markdown")), ("id", id), ("metadata", .object([])), ("source", lines(markdown)),
          ]))
      case .code(let title, let blocks):
        number += 1
        let source = Page.unixLines(page.source.text(Span(Int(blocks[0].span.start), Int(blocks.last!.span.end))))
        cells.append(
          .object([
            ("cell_type", .string("code")), ("execution_count", .number(number)), ("id", id),
            ("metadata", .object(title.isEmpty ? [] : [("title", .string(title))])),
            ("outputs", .array(outputs(blocks.flatMap(\.outputs), number))), ("source", lines(source)),
          ]))
      }
    }
    let notebook = JSONValue.object([
      ("cells", .array(cells)),
      (
        "metadata",
        .object([
          (
            "kernelspec",
            .object([("display_name", .string("nn")), ("language", .string("nn")), ("name", .string("nn"))])
          ),
          (
            "language_info",
            .object([
              // nn has no lexers of its own there; Python's fit most lines.
              ("codemirror_mode", .string("python")), ("file_extension", .string(".nn")),
              ("mimetype", .string("text/x-nn")), ("name", .string("nn")), ("pygments_lexer", .string("python")),
            ])
          ), ("title", .string(page.title)),
        ])
      ), ("nbformat", .number(4)), ("nbformat_minor", .number(5)),
    ])
    return notebook.text() + "\n"
  }

  /// Printed text as a stream, the value that ends a cell as its result.
  private func outputs(_ outputs: [NotebookRun.Output], _ number: Int) -> [JSONValue] {
    var result: [JSONValue] = []
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
          .object([
            ("data", .object([("text/plain", lines(plain.hasSuffix("\n") ? String(plain.dropLast()) : plain))])),
            ("execution_count", .number(number)), ("metadata", .object([])),
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
        let traceback = RecordedText.lines(render(diagnostic).plain).map { JSONValue.string($0) }
        result.append(
          .object([
            ("ename", .string("error")), ("evalue", .string(diagnostic.sentence)),
            ("output_type", .string("error")), ("traceback", .array(traceback)),
          ]))
      }
    }
    flush()
    return result
  }

  /// A bitmap: JupyterLab shows no SVG of a notebook that it does not trust yet.
  private func display(_ drawn: PagePictures.Drawn, _ sentence: String) -> JSONValue {
    .object([
      ("data", .object([("image/png", .string(Base64.text(drawn.bytes))), ("text/plain", lines(sentence))])),
      ("metadata", .object([])), ("output_type", .string("display_data")),
    ])
  }

  private func stream(_ name: String, _ text: String) -> JSONValue {
    .object([("name", .string(name)), ("output_type", .string("stream")), ("text", lines(text))])
  }

  /// A text as the lines that make it up, each with its end, as Jupyter writes it.
  private func lines(_ text: String) -> JSONValue {
    var lines: [JSONValue] = []
    var rest = text.utf8[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(.string(String(Substring(rest[...end]))))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { lines.append(.string(String(Substring(rest)))) }
    return .array(lines)
  }
}
