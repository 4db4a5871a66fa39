/// Thrown by `quit`, which has set the session's exit status: ends the statement, whatever loop or function it stands in. It is no error.
struct QuitRequest: Error {}

extension Command {
  static let quit = Command(
    "quit", aliases: ["exit"], .session, "Leaves nn; in a script, ends it.",
    parameters: [.optional("status", default: "0", "the exit status, 0 to 255")],
    details: "So do exit and Ctrl-D at the prompt; exit(3) and quit 3 leave with the status 3.",
    examples: ["quit"],
    seeAlso: ["save"]
  ) { input in
    let status = try input.int("status") ?? 0
    guard (0...255).contains(status) else { throw Fault(.value, "quit: status must be 0 to 255, not \(status)") }
    input.session.exitStatus = Int32(status)
    throw QuitRequest()
  }
}
