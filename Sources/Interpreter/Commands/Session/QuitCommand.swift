/// Thrown by `quit`: ends the session, whatever loop or function it stands in. The session reports it as its end, not as an error.
public struct QuitRequest: Error {
  /// The exit status.
  public let status: Int
}

extension Command {
  static let quit = Command(
    "quit", .session, "Leaves nn; in a script, ends it.",
    parameters: [.optional("status", default: "0", "the exit status, 0 to 255")],
    details: "So does Ctrl-D at the prompt.",
    seeAlso: ["save"]
  ) { input in
    let status = try input.int("status") ?? 0
    guard (0...255).contains(status) else { throw Fault(.value, "quit: status must be 0 to 255, not \(status)") }
    throw QuitRequest(status: status)
  }
}
