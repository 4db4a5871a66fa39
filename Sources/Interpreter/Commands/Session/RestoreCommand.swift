extension Command {
  static let restore = Command(
    "restore", .session, "Brings everything back to a checkpoint.",
    parameters: [.required("name", .name, "the checkpoint")],
    details: """
      Network, names, data, settings and generator are as they were. The checkpoint stays,
      and undo takes the restoring back. Files and what was printed stay as they are.
      """,
    examples: ["network 2 -> 3 relu -> 1 sigmoid", "checkpoint before", "W1 *= 100", "restore before"],
    seeAlso: ["checkpoint", "diff", "undo"]
  ) { input in
    guard let checkpoint = try input.checkpoint("name") else {
      throw Fault(.value, "restore needs a checkpoint", hint: "restore before")
    }
    input.session.timeline?.restore(checkpoint)
    input.confirm("as at checkpoint \(checkpoint.name)")
    return .none
  }
}
