import Interpreter

/// A `.nn` file that is a script and a notebook: run it, record what it printed, compare with what is recorded, make a page of it.
public enum NotebookTools {
  /// Runs the text and gives it back with its outputs recorded; everything but the `#>` lines is kept byte for byte. A text that
  /// cannot be read as a program is given back as it is.
  public static func record(name: String, text: String, interrupt: Interrupt = Interrupt()) -> Recording {
    let file = NotebookFile(name: name, text: text)
    let run = NotebookRun(file, interrupt: interrupt)
    var result = Recording(text: run.isProgram ? file.text(recording: run) : text, failure: run.failure)
    guard run.isProgram else { return result }
    result.outputs = (-1..<file.lines.count).count { !run.recordedLines($0).isEmpty }
    result.unseededLine = run.unseededLine.map { NotebookFile(name: name, text: result.text).numbers[$0] }
    return result
  }

  public struct Recording {
    public var text: String
    /// The error that ended the run early.
    public var failure: Diagnostic?
    /// How many statements have said something.
    public var outputs = 0
    /// The line, from 1, that first drew random numbers without a seed: the next run will draw others.
    public var unseededLine: Int?
  }

  /// A place where a run and the recording differ.
  public struct Difference: Equatable, Sendable {
    /// The line of the file, from 1.
    public let line: Int
    /// nil: nothing is recorded for what was printed.
    public let expected: String?
    /// nil: nothing was printed for what is recorded.
    public let actual: String?

    public init(line: Int, expected: String?, actual: String?) {
      self.line = line
      self.expected = expected
      self.actual = actual
    }
  }

  public struct Verification {
    public var differences: [Difference] = []
    /// Whether something is recorded at all.
    public var isRecorded = true
    /// The line, from 1, that first drew random numbers without a seed.
    public var unseededLine: Int?
  }

  /// The differences alone.
  public static func verify(
    name: String, text: String, tolerance: Tolerance = Tolerance()
  ) throws(Diagnostic) -> [Difference] {
    try verification(name: name, text: text, tolerance: tolerance, interrupt: Interrupt()).differences
  }

  /// Runs the text and compares what it prints with what is recorded in it. An error that is recorded is no difference.
  /// - Throws: the error of a text that cannot be read as a program.
  public static func verification(
    name: String, text: String, tolerance: Tolerance, interrupt: Interrupt
  ) throws(Diagnostic) -> Verification {
    let file = NotebookFile(name: name, text: text)
    let run = NotebookRun(file, interrupt: interrupt)
    if !run.isProgram, let failure = run.failure { throw failure }
    var differences: [Difference] = []
    for i in -1..<file.lines.count {
      let recorded = file.recorded[i] ?? []
      let printed = run.recordedLines(i)
      for j in 0..<max(recorded.count, printed.count) {
        let expected = j < recorded.count ? recorded[j] : nil
        let actual = j < printed.count ? printed[j] : nil
        if let expected, let actual, tolerance.accepts(expected.text, actual) { continue }
        let line = expected?.number ?? recorded.last?.number ?? (i < 0 ? 1 : file.numbers[i])
        differences.append(Difference(line: line, expected: expected?.text, actual: actual))
      }
    }
    return Verification(
      differences: differences, isRecorded: !file.recorded.isEmpty,
      unseededLine: run.unseededLine.map { file.numbers[$0] })
  }

  /// A page, and what lies beside it.
  public struct Rendered {
    public var text: String
    /// Pictures of a Markdown page, by their names.
    public var files: [(name: String, bytes: [UInt8])] = []
    /// The error that ended the run early, or that kept a picture from being drawn. The page says so too.
    public var failure: Diagnostic?
  }

  /// Runs the text and makes a page of it.
  /// - Parameter stem: how the names of a Markdown page's pictures begin.
  public static func render(
    name: String, text: String, format: PageFormat, stem: String = "page", interrupt: Interrupt = Interrupt()
  ) -> Rendered {
    let file = NotebookFile(name: name, text: text)
    let run = NotebookRun(file, interrupt: interrupt)
    let page = Page(file, run)
    let pictures = PagePictures(format == .jupyter ? .png : .svg, interrupt: interrupt)
    var result: Rendered
    switch format {
    case .html: result = Rendered(text: HTMLPage(page: page, pictures: pictures).text())
    case .jupyter: result = Rendered(text: JupyterPage(page: page, pictures: pictures).text())
    case .markdown:
      result = Rendered(text: MarkdownPage(page: page, pictures: pictures, stem: stem).text())
      result.files = pictures.drawn.map { ("\(stem)-\($0.number).svg", $0.bytes) }
    }
    result.failure = run.failure ?? pictures.failure
    return result
  }
}
