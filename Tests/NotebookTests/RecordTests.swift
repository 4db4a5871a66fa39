import Notebook
import Testing

@Suite struct RecordTests {
  static let text = """
    # %% [markdown]
    # A page
    # %%
    x = [1, 2]
    x
    print("a"); print("b")
    for i in range(2):
        print(i)

    'do' + 'ne'

    """

  @Test func outputsStandUnderTheirLines() throws {
    let recorded = NotebookTools.record(name: "t.nn", text: RecordTests.text)
    #expect(recorded.failure == nil)
    #expect(
      recorded.text == """
        # %% [markdown]
        # A page
        # %%
        x = [1, 2]
        x
        #> [1, 2]
        print("a"); print("b")
        #> a
        #> b
        for i in range(2):
            print(i)
        #> 0
        #> 1

        'do' + 'ne'
        #> 'done'

        """)
  }

  @Test func recordingTwiceChangesNothing() throws {
    let once = NotebookTools.record(name: "t.nn", text: RecordTests.text).text
    #expect(NotebookTools.record(name: "t.nn", text: once).text == once)
    #expect(try NotebookTools.verify(name: "t.nn", text: once).isEmpty)
  }

  @Test func everythingElseIsKept() throws {
    let text = "s = '''\n#> text, not output\n'''\r\n1 + 1   # two\r\n#> 3\r\n\n\n# end without a line end"
    let recorded = NotebookTools.record(name: "t.nn", text: text).text
    #expect(recorded == "s = '''\n#> text, not output\n'''\r\n1 + 1   # two\r\n#> 2\r\n\n\n# end without a line end")
  }

  @Test func anErrorIsRecordedAndEndsTheRun() throws {
    let recorded = NotebookTools.record(name: "t.nn", text: "1 + 1\n1 / 0\nprint('never')\n")
    #expect(recorded.failure != nil)
    #expect(recorded.text.contains("#> error: division by zero\n") && !recorded.text.contains("#> never"))
    #expect(try NotebookTools.verify(name: "t.nn", text: recorded.text).isEmpty)
    let changed = recorded.text.replacing("division by zero", with: "division by nothing")
    #expect(try NotebookTools.verify(name: "t.nn", text: changed).count == 1)
  }

  @Test func verifyFindsWhatDiffers() throws {
    let recorded = NotebookTools.record(name: "t.nn", text: "seed 1\nnp.random.rand(2)\nprint('x')\n").text
    #expect(try NotebookTools.verify(name: "t.nn", text: recorded).isEmpty)
    let digit = try NotebookTools.verify(name: "t.nn", text: recorded.replacing("0.72032449", with: "0.72032448"))
    #expect(digit.map(\.line) == [3])
    let missing = try NotebookTools.verify(name: "t.nn", text: recorded.replacing("#> x\n", with: ""))
    #expect(missing == [NotebookTools.Difference(line: 4, expected: nil, actual: "x")])
    let extra = try NotebookTools.verify(name: "t.nn", text: recorded + "#> y\n")
    #expect(extra == [NotebookTools.Difference(line: 6, expected: "y", actual: nil)])
    let otherSeed = try NotebookTools.verify(name: "t.nn", text: recorded.replacing("seed 1", with: "seed 2"))
    #expect(!otherSeed.isEmpty)
  }

  @Test func numbersMayDifferWithinATolerance() throws {
    let text = "0.1 + 0.2\n#> 0.3\n"
    #expect(try NotebookTools.verify(name: "t.nn", text: text).isEmpty)
    #expect(
      try NotebookTools.verify(name: "t.nn", text: text, tolerance: Tolerance(relative: 0, absolute: 0)).count == 1)
  }

  /// Everything but the recorded lines, as bytes.
  private func withoutRecorded(_ text: String) -> [ArraySlice<UInt8>] {
    Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false).filter { !$0.starts(with: "#>".utf8) }
  }

  @Test(arguments: [
    "1 + 1\r\n\r\nx = 'a'\r\nx\r\n", "if True:\n\tprint(1)\n\n\n", "\u{FEFF}1 + 1\n# é\n", "1 + 1",
    "print(1)   \n  # tail ", "x = [1,\n  2]\nx\n", "\u{FEFF}", "", "\n\n", "# only a comment",
  ])
  func everythingButTheRecordedLinesIsKept(_ text: String) {
    let once = NotebookTools.record(name: "t.nn", text: text).text
    var kept = withoutRecorded(once)
    // Output under a last line that had no end gives it one.
    if once != text, text.utf8.last != 10, kept.last?.isEmpty == true { kept.removeLast() }
    #expect(kept == Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false))
    #expect(NotebookTools.record(name: "t.nn", text: once).text == once)
  }

  @Test func recordedMarksInStringsAreText() {
    let text = "x = relu'(1.0); s = \"\"\"a\n#> text\n\"\"\"\nf'''\n#> {1 + 1}\n'''\n"
    let recorded = NotebookTools.record(name: "t.nn", text: text).text
    #expect(recorded == text + "#> '\\n#> 2\\n'\n")
  }

  @Test func aTextThatIsNoProgramIsLeftAlone() {
    let text = "1 + 1\n#> 3\nx = (\n"
    let recorded = NotebookTools.record(name: "t.nn", text: text)
    #expect(recorded.text == text && recorded.failure != nil)
    #expect(throws: (any Error).self) { try NotebookTools.verify(name: "t.nn", text: text) }
  }

  @Test func printedTextNeverBecomesCode() throws {
    let text = "print('a\\rprint(42)')\nprint('b\\x1b[31m\\x00\\x85')\nprint('c\\r\\nd')\n"
    let recorded = NotebookTools.record(name: "t.nn", text: text).text
    #expect(recorded.contains("#> a\\rprint(42)\n") && recorded.contains("#> b\\x1b[31m\\x00\\x85\n"))
    #expect(recorded.contains("#> c\\r\n#> d\n"))
    #expect(try NotebookTools.verify(name: "t.nn", text: recorded).isEmpty)
  }

  @Test func verifyFindsAChangedErrorMessage() throws {
    let recorded = NotebookTools.record(name: "t.nn", text: "np.zeros((2, 3)) @ np.zeros((2, 3))\n").text
    #expect(try NotebookTools.verify(name: "t.nn", text: recorded).isEmpty)
    let line = try #require(recorded.split(separator: "\n").first { $0.hasPrefix("#> error: ") })
    let message = String(line.dropFirst(3))
    let found = try NotebookTools.verify(name: "t.nn", text: recorded.replacing(line, with: line + "!"))
    #expect(found == [NotebookTools.Difference(line: 2, expected: message + "!", actual: message)])
  }
}
