import Glibc
import Support

extension Command {
  static let pwd = Command(
    "pwd", .session, "Says which folder paths start from.",
    details: "It is the folder nn was started in.",
    examples: ["pwd"], seeAlso: ["ls", "data", "run"]
  ) { input in
    guard let buffer = getcwd(nil, 0) else { throw Fault(.file, "the current folder no longer exists") }
    defer { free(buffer) }
    let path = String(cString: buffer)
    input.report(StyledText(path + "\n"))
    return .text(path)
  }

  static let ls = Command(
    "ls", .session, "Lists the files of a folder.",
    parameters: [.optional("folder", .file, default: "the current one", "the folder")],
    details: "Hidden files are left out; folders end with a slash.",
    examples: ["ls"], seeAlso: ["pwd", "data", "run"]
  ) { input in
    let folder = try input.text("folder") ?? "."
    guard let names = FileNames.inFolder(folder) else {
      throw input.at("folder", FileError.failed(.read, path: folder, code: errno))
    }
    let lines = names.sorted().map { RecordedText.lines($0).joined(separator: "\\n") }
    input.report(StyledText(lines.map { $0 + "\n" }.joined()))
    return .list(ListObject(names.sorted().map { .text($0) }))
  }
}
