extension Command {
  static let reset = Command(
    "reset", .session, "Forgets the network, its declaration, the data and the names bound by nn.",
    details: """
      Your own names, the settings, the convention and the random generator stay. After it
      W1 is an ordinary name, and the convention may be changed.
      """,
    examples: ["network 2 -> 1 sigmoid", "reset", "set convention columns"],
    seeAlso: ["set", "network", "init"]
  ) { input in
    input.model.reset()
    input.confirm("network and data are forgotten")
    return .none
  }
}
