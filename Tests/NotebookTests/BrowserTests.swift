import Foundation
import Notebook
import Testing

/// The pages in a real browser: one launch for all.
@Suite struct BrowserTests {
  struct Figures {
    var codeCells = 0
    var textCells = 0
    var formulas = 0
    var pictures = 0
    var title = ""
    var background = ""
  }

  @Test(.enabled(if: Browser.isInstalled, "scripts/test installs Chromium"), .timeLimit(.minutes(3)))
  func everyPageIsWholeAndFits() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nn-pages-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var notebooks = try ExampleTests.files.map { file in
      (file, try String(contentsOf: ExampleTests.folder.appendingPathComponent(file), encoding: .utf8))
    }
    notebooks.append(("hostile.nn", Hostile.notebook))
    notebooks.append(("formulas.nn", FormulaTests.notebook))
    let browser = try Browser()
    for (name, text) in notebooks {
      let page = NotebookTools.render(name: name, text: text, format: .html).text
      let file = folder + "/" + name.replacing("/", with: "-") + ".html"
      try page.write(toFile: file, atomically: false, encoding: .utf8)
      var backgrounds: Set<String> = []
      for (width, isDark) in [(400, false), (400, true), (1400, false), (1400, true)] {
        try browser.open(file, width: width, isDark: isDark)
        let figures = try figures(browser, "\(name) at \(width)")
        #expect(figures.codeCells == BrowserTests.codeCells(text), "\(name)")
        #expect(figures.textCells == BrowserTests.textCells(text), "\(name)")
        #expect(figures.formulas == page.components(separatedBy: "<math").count - 1, "\(name)")
        #expect(figures.pictures == page.components(separatedBy: "<figure").count - 1, "\(name)")
        #expect(figures.title != "hacked" && !figures.title.isEmpty, "\(name)")
        backgrounds.insert(figures.background)
      }
      #expect(backgrounds.count == 2, "light and dark look the same in \(name)")
      let pdf = try browser.pdf()
      #expect(pdf.starts(with: Data("%PDF-".utf8)) && pdf.count > 5000, "\(name)")
    }
    #expect(browser.errors.isEmpty, "\(browser.errors)")
  }

  /// What the browser sees; the page is no wider than its window, and no box sticks out of it.
  private func figures(_ browser: Browser, _ place: String) throws -> Figures {
    let script = """
      (() => {
        const count = s => document.querySelectorAll(s).length;
        const wide = [...document.querySelectorAll('main, section, pre, figure, table, p, h1, h2, h3')]
          .filter(e => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 0.5 || r.left < -0.5; });
        const flat = [...document.querySelectorAll('math, figure svg')]
          .filter(e => { const r = e.getBoundingClientRect(); return !(r.width > 1 && r.height > 1); });
        return { codeCells: count('section.code'), textCells: count('section.text'), formulas: count('math'),
          pictures: count('figure svg'), scripts: document.scripts.length, handlers: count('[onerror], [onclick], iframe'),
          scripted: count('a[href^="javascript:"]'), wide: wide.map(e => e.outerHTML.slice(0, 80)).join(),
          flat: flat.length, width: document.documentElement.scrollWidth, window: innerWidth, title: document.title,
          background: getComputedStyle(document.documentElement).backgroundColor };
      })()
      """
    let seen = try #require(try browser.evaluate(script) as? [String: Any])
    let width = try #require(seen["width"] as? Int)
    let window = try #require(seen["window"] as? Int)
    #expect(width <= window, "\(place): \(width) wide")
    #expect(seen["wide"] as? String == "", "\(place)")
    for figure in ["scripts", "handlers", "scripted", "flat"] {
      #expect(seen[figure] as? Int == 0, "\(place): \(figure)")
    }
    return Figures(
      codeCells: seen["codeCells"] as? Int ?? -1, textCells: seen["textCells"] as? Int ?? -1,
      formulas: seen["formulas"] as? Int ?? -1, pictures: seen["pictures"] as? Int ?? -1,
      title: seen["title"] as? String ?? "", background: seen["background"] as? String ?? "")
  }

  /// Counted from the text itself: markers with `[markdown]`.
  static func textCells(_ text: String) -> Int { markers(text).count { $0.contains("[markdown]") } }
  static func codeCells(_ text: String) -> Int { markers(text).count { !$0.contains("[markdown]") } }

  private static func markers(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.hasPrefix("# %%") }
  }
}
