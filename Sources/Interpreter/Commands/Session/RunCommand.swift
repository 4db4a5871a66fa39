import Glibc
import Syntax

extension Command {
  static let run = Command(
    "run", .session, "Runs the lines of a file here: its names and its network stay.",
    parameters: [.required("file", .file, "a .nn or .py file")],
    details: """
      In a .nn file an expression on a line of its own shows its value; a .py file shows
      only what it prints. An error ends the file; what was done before it stands.
      """,
    examples: ["run \"first.nn\""],
    seeAlso: ["load", "save"]
  ) { input in
    guard let path = try input.text("file") else { throw Fault(.value, "run needs a file", hint: "run article.nn") }
    let model = input.model
    guard model.runDepth < 16 else {
      throw input.at("file", Fault(.recursion, "\(path) is run by a file that runs a file, 16 deep"))
    }
    let text = try input.placing("file") { try TextFile.read(path) }
    model.runDepth += 1
    defer { model.runDepth -= 1 }
    let echoes = input.session.options.echoes
    if path.hasSuffix(".py") { input.session.options.echoes = false }
    defer { input.session.options.echoes = echoes }
    try input.session.run(file: Source(name: path, text: text))
    if input.session.exitStatus != nil { throw QuitRequest() }
    return .none
  }
}
