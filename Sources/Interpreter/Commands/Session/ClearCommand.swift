import Syntax

extension Command {
  static let clear = Command(
    "clear", aliases: ["cls"], .session, "Clears the screen; where there is none, does nothing.",
    details: "No name and no network is cleared: reset forgets the network, del NAME a name.",
    examples: ["clear"],
    seeAlso: ["reset"]
  ) { input in
    if input.isReporting { input.session.emit(.cleared, isResult: false) }
    return .none
  }
}
