import Interpreter
import Plotting
import Support
import Syntax

/// A page of HTML that needs nothing else: no script, no network, no font; light and dark, for the screen and for paper.
struct HTMLPage {
  let page: Page
  let pictures: PagePictures

  func text() -> String {
    var body = ""
    let markdown = MarkdownText(pictureAddress: { NamedImage.dataAddress($0, folder: page.folder) })
    for part in page.parts {
      switch part {
      case .text(let text): body += "<section class=\"text\">\n\(markdown.html(text))</section>\n"
      case .code(let title, let blocks):
        body += "<section class=\"code\">\n"
        if !title.isEmpty { body += "<p class=\"title\">\(XMLText.escaped(title))</p>\n" }
        for block in blocks { body += html(block) }
        body += "</section>\n"
      }
    }
    return """
      <!DOCTYPE html>
      <html>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="nn">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <title>\(XMLText.escaped(page.title))</title>
      <style>
      \(Stylesheet.text)
      </style>
      </head>
      <body>
      <main>
      \(body)</main>
      </body>
      </html>

      """
  }

  private func html(_ block: Page.Block) -> String {
    var result = "<pre class=\"source\" tabindex=\"0\"><code>\(highlighted(block.span))</code></pre>\n"
    // Neighbouring texts are one output.
    var text = ""
    func flush() {
      if !text.isEmpty { result += "<pre class=\"output\" tabindex=\"0\"><samp>\(text)</samp></pre>\n" }
      text = ""
    }
    for output in block.outputs {
      switch output {
      case .text(let styled), .value(let styled): text += HTMLPage.html(styled)
      case .picture(let picture):
        flush()
        result += html(picture)
      case .warning(let diagnostic):
        flush()
        result += message(render(diagnostic, word: "warning"), "warning")
      case .failure(let diagnostic):
        flush()
        result += message(render(diagnostic), "failure")
      }
    }
    flush()
    return result
  }

  private func html(_ picture: Picture) -> String {
    switch pictures.draw(picture) {
    case .success(let drawn):
      let svg = InlineSVG.element(drawn.bytes, prefix: "picture\(drawn.number)-", label: picture.sentence)
      return
        "<figure class=\"picture\">\n\(svg)\n<figcaption>\(XMLText.escaped(picture.sentence))</figcaption>\n</figure>\n"
    case .failure(let diagnostic):
      return "<pre class=\"output\"><samp>\(HTMLPage.html(picture.report))</samp></pre>\n"
        + message(render(diagnostic), "failure")
    }
  }

  private func message(_ styled: StyledText, _ kind: String) -> String {
    "<pre class=\"output \(kind)\" tabindex=\"0\"><samp>\(HTMLPage.html(styled))</samp></pre>\n"
  }

  /// The source with the colours of its words.
  private func highlighted(_ span: Span) -> String {
    var result = ""
    var position = span.start
    func plain(_ end: UInt32) {
      if end > position { result += escaped(position, end) }
      position = max(position, end)
    }
    let stretches = page.highlighting.stretches
    var index = stretches.partitioningIndex { $0.span.end > span.start }
    while index < stretches.count, stretches[index].span.start < span.end {
      let stretch = stretches[index]
      index += 1
      plain(max(stretch.span.start, span.start))
      let end = min(stretch.span.end, span.end)
      result += "<span class=\"\(stretch.kind.rawValue)\">\(escaped(position, end))</span>"
      position = end
    }
    plain(span.end)
    return result
  }

  private func escaped(_ start: UInt32, _ end: UInt32) -> String {
    XMLText.escaped(Page.unixLines(page.source.text(Span(Int(start), Int(end)))))
  }

  /// Text with classes for what it means.
  private static func html(_ styled: StyledText) -> String {
    var result = ""
    for run in styled.runs {
      let text = XMLText.escaped(run.text)
      switch run.style {
      case .plain: result += text
      case .heat(let heat):
        // Four steps of blue below zero, of red above; the numbers themselves say it too.
        let level = min(4, Int(heat.magnitude.isFinite ? heat.magnitude * 4 : 4) + 1)
        result += heat.magnitude < 0.1 ? text : "<span class=\"\(heat < 0 ? "cold" : "warm")\(level)\">\(text)</span>"
      case .strong: result += "<b>\(text)</b>"
      case .dim: result += "<span class=\"dim\">\(text)</span>"
      case .heading: result += "<span class=\"heading\">\(text)</span>"
      case .code: result += "<span class=\"word\">\(text)</span>"
      case .good: result += "<span class=\"good\">\(text)</span>"
      case .bad: result += "<span class=\"bad\">\(text)</span>"
      case .warning: result += "<span class=\"careful\">\(text)</span>"
      }
    }
    return result
  }
}

extension Array {
  /// The first index whose element satisfies the condition, where all after it do too.
  fileprivate func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
