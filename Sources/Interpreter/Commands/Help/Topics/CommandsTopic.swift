extension HelpTopic {
  static let commands = HelpTopic(
    name: "commands", aliases: ["command"], summary: "all of them, each in a sentence.",
    text: { _ in
      Command.Group.allCases.map { group in
        "\(group.rawValue)\n" + table(HelpPages.commands(of: group).map { ("  " + $0.name, $0.summary) }, column: 16)
      }.joined(separator: "\n\n")
    },
    examples: ["help train", "help plot"],
    seeAlso: ["help", "names"])
}
