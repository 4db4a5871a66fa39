import Support
import Syntax

extension Command {
  static let history = Command(
    "history", .session, "Lists the lines typed in this session, or saves them as a notebook.",
    parameters: [
      .optional("count", default: "all", "only so many of the last lines"),
      .keyword("save", .file, "the notebook to write, a .nn file"),
      .option("all", default: "False", "save lines that failed too, as comments"),
      .option("overwrite", default: "False", "save over a file that is there"),
    ],
    details: """
      `history save lesson.nn` writes what was typed, with its outputs, as a notebook that
      runs by itself: only lines that succeeded, and none that are about the history. `nn
      record lesson.nn` runs it anew, `nn render lesson.nn -o lesson.html` makes a page of
      it. Nothing is written over without overwrite=True but what this session saved there
      itself, as long as nobody has changed it since; and nothing but text with it.

      show history is the history of the training.
      """,
    examples: ["history"],
    seeAlso: ["show", "save", "run"]
  ) { input in
    if let path = try input.text("save") { return try saveHistory(input, path) }
    for option in ["all", "overwrite"] where input.has(option) {
      throw input.at(
        option,
        Fault(.value, "\(option)= belongs to history save", hint: "\(line: "history save lesson.nn \(option)=True")"))
    }
    let lines = input.session.inputs.map(\.text)
    let count = try input.int("count", atLeast: 0) ?? lines.count
    let first = max(0, lines.count - count)
    let width = "\(lines.count)".count
    var text = StyledText()
    for (i, line) in lines.enumerated().dropFirst(first) {
      text.append("\(i + 1)".paddedLeft(width) + "  ", .dim)
      text.append(
        line.split(separator: "\n", omittingEmptySubsequences: false).joined(
          separator: "\n\(String(repeating: " ", count: width + 2))") + "\n")
    }
    input.report(text)
    return .none
  }

  private static func saveHistory(_ input: CommandInput, _ path: String) throws -> Value {
    guard !input.has("count") else {
      throw input.at("count", Fault(.value, "history save writes all lines", hint: "\(line: "history save \(path)")"))
    }
    guard path.hasSuffix(".nn") else {
      throw input.at("save", Fault(.value, "a notebook's name ends in .nn, \(path) does not"))
    }
    let session = input.session
    let isOurs = session.writtenNotebooks[path].map { $0 == (try? TextFile.read(path))?.hashValue } ?? false
    if !isOurs, try input.bool("overwrite") != true, RawPath(path).status != nil {
      throw input.at(
        "save", Fault(.file, "\(path) is there already", hint: "\(line: "history save \(path) overwrite=True")"))
    }
    let notebook = SessionNotebook(session: session, includesFailures: try input.bool("all") ?? false)
    guard notebook.count > 0 else { throw Fault(.value, "nothing was typed yet that could be saved") }
    // A line end in the name would end the comment that the heading is.
    let name = RecordedText.lines(path.split(separator: "/").last.map(String.init) ?? path).joined(separator: " ")
    let text = notebook.text(title: String(name.dropLast(3)))
    try input.placing("save") { try TextFile.write(text, to: path, over: [.text]) }
    session.writtenNotebooks[path] = text.hashValue
    input.confirm("saved \(counted(notebook.count, "input")) to \(path)")
    return .none
  }
}
