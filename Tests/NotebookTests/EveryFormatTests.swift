import Foundation
import Notebook
import Testing

/// Every cell, output and picture of every example is in each of its pages. What a page should hold is read from the file's lines, not by
/// the notebook's own reader.
@Suite struct EveryFormatTests {
  @Test(arguments: ExampleTests.files, PageFormat.allCases)
  func nothingIsMissing(_ file: String, _ format: PageFormat) throws {
    let text = try String(contentsOf: ExampleTests.folder.appendingPathComponent(file), encoding: .utf8)
    let page = NotebookTools.render(name: file, text: text, format: format)
    #expect(page.failure == nil)
    let content = try PageContent(page.text, format)
    let expected = ExpectedContent(text)
    #expect(content.pictures == expected.pictures, "pictures of \(file)")
    if let cells = content.cells { #expect(cells == expected.cellCount, "cells of \(file)") }
    // In the order of the file, each after the one before it.
    var rest = content.text[...]
    for piece in expected.pieces(format) {
      guard let place = rest.firstRange(of: piece) else {
        Issue.record("\(file) as \(format): not found, or not in its place: \(piece)")
        return
      }
      rest = rest[place.upperBound...]
    }
    if format == .markdown { #expect(page.files.count == expected.pictures) }
  }
}

/// What a notebook's lines promise.
private struct ExpectedContent {
  private enum Piece {
    case text(String)
    case source(String)
    case output(String)
  }

  private var cells: [[Piece]] = []
  private(set) var pictures = 0
  var cellCount: Int { cells.count }

  init(_ text: String) {
    var isText = false
    for line in text.split(separator: "\n") where !line.hasPrefix("#!") {
      if line.hasPrefix("# %%") {
        cells.append([])
        isText = line.contains("[markdown]")
        continue
      }
      let piece: Piece
      if isText {
        // Words between which no mark of Markdown stands.
        let words = line.dropFirst(2).drop { "#- ".contains($0) }
        piece = .text(words.contains { "$|*`_<>\\[]^".contains($0) } ? "" : PageContent.dense(words))
      } else if line.hasPrefix("#>") {
        piece = .output(PageContent.dense(line.dropFirst(2)))
      } else {
        if line.hasPrefix("plot "), !line.contains(" to ") { pictures += 1 }
        piece = .source(PageContent.dense(line))
      }
      cells[cells.count - 1].append(piece)
    }
  }

  /// In the order in which a page has them: Jupyter keeps what a cell printed after all of its lines.
  func pieces(_ format: PageFormat) -> [String] {
    var result: [String] = []
    for cell in cells {
      var (lines, outputs): ([String], [String]) = ([], [])
      for piece in cell {
        switch piece {
        case .text(let words), .source(let words): lines.append(words)
        case .output(let words): if format == .jupyter { outputs.append(words) } else { lines.append(words) }
        }
      }
      result += lines + outputs
    }
    return result.filter { !$0.isEmpty }
  }
}

/// What a page shows, without its marks and without blanks.
private struct PageContent {
  var text: String
  var pictures: Int
  /// nil: nothing marks where a cell ends and the next begins.
  var cells: Int?

  init(_ page: String, _ format: PageFormat) throws {
    func count(_ mark: String) -> Int { page.components(separatedBy: mark).count - 1 }
    switch format {
    case .html:
      var plain = page.replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: "").replacing(/<[^>]*>/, with: "")
      for (reference, letter) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("#39", "'"), ("amp", "&")] {
        plain = plain.replacing("&\(reference);", with: letter)
      }
      text = PageContent.dense(plain)
      pictures = count("<svg role=\"img\"")
      cells = count("<section ")
    case .markdown:
      // In the sentence of a picture every mark has a stroke before it.
      text = PageContent.dense(
        page.replacing(/!\[(.*?)\]\([^)]*\)/) { match in
          match.output.1.replacing("\\", with: "").replacing("&lt;", with: "<").replacing("&amp;", with: "&")
        })
      pictures = count("](")
    case .jupyter:
      let object = try JSONSerialization.jsonObject(with: Data(page.utf8)) as? [String: Any]
      let list = try #require(object?["cells"] as? [[String: Any]])
      text = ""
      pictures = 0
      for cell in list {
        text += ((cell["source"] as? [String]) ?? []).joined()
        for output in (cell["outputs"] as? [[String: Any]]) ?? [] {
          let data = output["data"] as? [String: Any]
          if data?["image/png"] is String { pictures += 1 }
          text += ((output["text"] ?? data?["text/plain"]) as? [String] ?? []).joined()
        }
      }
      text = PageContent.dense(text)
      cells = list.count
    }
  }

  /// Without blanks, and of a number's decimals no more than every processor's products agree on.
  static func dense(_ text: some StringProtocol) -> String {
    String(
      String(text).replacing(/[0-9]+\.[0-9]{13,}/) { String(format: "%.12g", Double($0.output)!) }
        .filter { !$0.isWhitespace })
  }
}
