import Interpreter

/// A page of GitHub-flavoured Markdown: the texts as they were written, code and outputs as blocks of code.
struct MarkdownPage {
  let page: Page
  let pictures: PagePictures
  /// How the files of pictures begin: `lesson` of `lesson-1.svg`.
  let stem: String

  func text() -> String {
    var pieces: [String] = []
    for part in page.parts {
      switch part {
      case .text(let markdown): pieces.append(markdown)
      case .code(let title, let blocks):
        if !title.isEmpty { pieces.append("**\(MarkdownPage.escaped(title))**") }
        for block in blocks { pieces += blockPieces(block) }
      }
    }
    return pieces.joined(separator: "\n\n") + "\n"
  }

  private func blockPieces(_ block: Page.Block) -> [String] {
    var pieces = [MarkdownPage.fenced(page.text(block), language: "python")]
    var text = ""
    func flush() {
      if !text.isEmpty { pieces.append(MarkdownPage.fenced(text, language: "text")) }
      text = ""
    }
    for output in block.outputs {
      switch output {
      case .text(let styled), .value(let styled): text += styled.plain
      case .picture(let picture):
        flush()
        switch pictures.draw(picture) {
        case .success(let drawn):
          let file = MarkdownPage.address("\(stem)-\(drawn.number).svg")
          pieces.append("![\(MarkdownPage.escaped(picture.sentence))](\(file))")
        case .failure(let diagnostic): text += picture.report.plain + render(diagnostic).plain
        }
      case .warning(let diagnostic):
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        text += render(diagnostic, word: "warning").plain
      case .failure(let diagnostic):
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        text += render(diagnostic).plain
      }
    }
    flush()
    return pieces
  }

  /// A file's name as an address: bytes that are no letters, digits or `-._` escaped.
  private static func address(_ name: String) -> String {
    var result = ""
    for byte in name.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._".unicodeScalars.contains(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// A block of code whose fence is longer than any run of backticks in it.
  static func fenced(_ text: String, language: String) -> String {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let lines = RecordedText.lines(text).joined(separator: "\n")
    return "\(fence)\(language)\n\(lines)\n\(fence)"
  }

  /// Text of which no character is Markdown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", ".", "!", "|", ">", "~", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
