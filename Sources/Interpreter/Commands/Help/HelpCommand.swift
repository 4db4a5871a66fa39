import Syntax

extension Command {
  static let help = Command(
    "help", .session, "Explains a command, a function, an activation, a loss or a topic.",
    parameters: [.optional("topic", .restOfLine, "what to explain; without it, an overview")],
    details: "?relu is the same as help relu; help(x) explains the value of x.",
    examples: ["help", "help train", "help relu", "help np.exp", "help shapes"],
    seeAlso: HelpTopics.all.map(\.name)
  ) { input in
    if case .value(let value)? = input.item("topic")?.argument {
      for page in HelpPages.pages(about: value, input.session) { input.report(page) }
      return .none
    }
    let topic = (try input.text("topic") ?? "").trimmed
    if topic.isEmpty {
      input.report(HelpPages.overview())
      return .none
    }
    let pages = HelpPages.pages(for: topic, input.session)
    guard !pages.isEmpty else {
      let known = HelpPages.names(input.session)
      throw input.at(
        "topic",
        Fault(
          .name, "there is no help on \(topic)",
          hint: HelpTopics.with(word: topic).map { "\(line: "help \($0)")" } ?? didYouMean(topic, in: known)
            ?? "\(line: "help") lists the commands and topics"))
    }
    for (i, page) in pages.enumerated() {
      if i > 0 { input.report("\n") }
      input.report(page)
    }
    return .none
  }
}

extension String {
  /// Without spaces, quotes and a prime or parentheses at the ends: `relu'`, `"relu"`, `relu()`.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\"" || first == "'" || first == "?" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\"" || last == "'" || last == "(" || last == ")" {
      text.removeLast()
    }
    return String(text)
  }
}
