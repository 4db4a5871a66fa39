extension Command {
  static let redo = Command(
    "redo", .session, "Does again what undo took back.",
    parameters: [.optional("count", default: "1", "how many lines")],
    details: """
      Nothing is computed: the state after the line comes back, bit for bit. Once another
      line has changed something there is nothing to redo.
      """,
    examples: ["x = 1", "x = 2", "undo 2", "redo", "x"],
    seeAlso: ["undo", "checkpoint"], isFunction: false
  ) { input in
    let count = try input.journey()
    let texts = input.session.redo(count)
    guard let last = texts.last else {
      throw Fault(
        .value, "there is nothing to redo", hint: "redo comes after undo, before another line changes something")
    }
    if texts.count == 1 {
      input.report(StepText.line("redone: ", last))
    } else {
      input.report(StepText.line("redone: \(texts.count) lines, up to ", last))
    }
    return .none
  }
}
