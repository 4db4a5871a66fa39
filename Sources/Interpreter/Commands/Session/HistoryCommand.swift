extension Command {
  static let history = Command(
    "history", .session, "Lists the lines typed in this session.",
    parameters: [.optional("count", default: "all", "only so many of the last lines")],
    details: "show history is the history of the training.",
    examples: ["history"],
    seeAlso: ["show"]
  ) { input in
    let lines = input.session.inputs
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
}
