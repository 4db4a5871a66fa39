import Foundation

/// A run of nn (or of a shell line that calls it) without a terminal.
struct Invocation {
  let status: Int32
  let output: String
  let errors: String

  init(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws {
    try self.init(executable: Binary.path, arguments, input, environment)
  }

  /// - Parameter line: for bash; `$nn` is the program.
  init(bash line: String, input: String = "", environment: [String: String] = [:]) throws {
    try self.init(executable: "/bin/bash", ["-c", line], input, environment.merging(["nn": Binary.path]) { $1 })
  }

  private init(executable: String, _ arguments: [String], _ input: String, _ environment: [String: String]) throws {
    // Files, not pipes: no reader has to keep pace.
    let folder = Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "NN_HISTORY": "", "TERM": "xterm"].merging(
      environment
    ) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: folder.file("input", input))
    _ = folder.file("output", "")
    _ = folder.file("errors", "")
    process.standardOutput = FileHandle(forWritingAtPath: folder.path + "/output")
    process.standardError = FileHandle(forWritingAtPath: folder.path + "/errors")
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
    output = folder.text("output") ?? ""
    errors = folder.text("errors") ?? ""
  }
}
