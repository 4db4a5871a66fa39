import Syntax

extension Command {
  static let checkpoint = Command(
    "checkpoint", .session, "Gives the present state a name; alone, lists the names.",
    parameters: [
      .optional("name", .name, "the name; one that is there already moves here"),
      .option("delete", default: "False", "forget the checkpoint of that name"),
    ],
    details: """
      restore NAME brings everything back later, however much came between; diff NAME
      shows what has changed since. A checkpoint is taken at once, whatever the size of the
      data: memory is copied when it is about to be changed. What it keeps counts towards
      undo_memory; checkpoint NAME delete=True forgets it.
      """,
    examples: [
      "network 2 -> 3 relu -> 1 sigmoid", "checkpoint before", "init he seed=1", "diff before", "restore before",
      "checkpoint",
    ],
    seeAlso: ["restore", "diff", "undo", "save"]
  ) { input in
    guard let timeline = input.session.timeline else {
      throw Fault(.unsupported, "the lines of this session are not kept, and have no checkpoints")
    }
    guard let name = try input.text("name") else {
      if timeline.checkpoints.isEmpty { input.report("no checkpoints yet: checkpoint NAME makes one\n") }
      for checkpoint in timeline.checkpoints { input.report(StyledText(checkpoint.name + "\n")) }
      return .none
    }
    if try input.bool("delete") ?? false {
      guard let checkpoint = try input.checkpoint("name") else { return .none }
      timeline.removeCheckpoint(checkpoint.name)
      input.confirm("checkpoint \(name) deleted")
      return .none
    }
    timeline.addCheckpoint(name)
    input.confirm("checkpoint \(name)")
    return .none
  }
}

extension CommandInput {
  /// The checkpoint that an argument names; nil without the argument.
  func checkpoint(_ parameter: String) throws -> Checkpoint? {
    guard let name = try text(parameter) else { return nil }
    let all = session.timeline?.checkpoints ?? []
    if let checkpoint = all.first(where: { $0.name == name }) { return checkpoint }
    throw at(
      parameter,
      Fault(
        .name, "there is no checkpoint \(name)",
        hint: all.isEmpty
          ? "\(line: "checkpoint \(name)") makes one of the present state"
          : suggestion(for: name, in: all.map(\.name))))
  }
}
