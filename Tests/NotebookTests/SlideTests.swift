import Foundation
import Interpreter
import Notebook
import Testing

@Suite struct SlideTests {
  @Test func aFileIsCutIntoTextsAndLines() throws {
    let slides = try Slide.all(
      name: "t.nn",
      text:
        "#!/usr/bin/env nn\n# %% [markdown]\n# Hello\n# %%\n# a remark\nx = 1\n#> old\n\nfor i in x:\n    i\n# last\n")
    #expect(slides.map(\.lines) == ["# a remark\nx = 1", "for i in x:\n    i", nil])
    #expect(slides.map(\.texts) == [["Hello"], [], ["last"]])
    #expect(slides[1].source?.number(ofLine: 0) == 9)
  }

  @Test func aFileThatCannotBeReadIsRefusedAsAWhole() {
    #expect(throws: Diagnostic.self) { try Slide.all(name: "t.nn", text: "x = 1\ny = )\n") }
  }

  @Test(arguments: ExampleTests.files) func theSlidesOfAnExampleAreItsLines(_ file: String) throws {
    let text = try String(contentsOf: ExampleTests.folder.appendingPathComponent(file), encoding: .utf8)
    let slides = try Slide.all(name: file, text: text)
    let shown = slides.compactMap(\.lines).joined(separator: "\n").components(separatedBy: "\n").filter { !$0.isEmpty }
    let typed = text.components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("#") }
    #expect(shown.filter { !$0.hasPrefix("#") } == typed)
    for slide in slides {
      for markdown in slide.texts {
        for row in SlideText.styled(markdown, width: 80).plain.split(separator: "\n") {
          #expect(row.count <= 79, "\(row)")
        }
      }
    }
  }

  @Test func markdownBecomesText() {
    let text = SlideText.styled(
      "# Head\n\nSome **strong words** and `a  b`,\nwrapped.\n- one item that goes on\n- two\n\n    code  here\n```\nx  = 1\n```",
      width: 24)
    #expect(
      text.plain == """
        Head

        Some strong words and a
        b, wrapped.
        - one item that goes on
        - two

            code  here
            x  = 1

        """)
    let styles = text.runs.map { "\($0.style)" }
    #expect(styles.contains("strong") && styles.contains("heading") && styles.contains("code"))
  }
}
