extension Command {
  static let diff = Command(
    "diff", .look, "Shows what has changed since a checkpoint, or between two.",
    parameters: [
      .required("name", .name, "the earlier checkpoint"),
      .optional("other", .name, default: "the present state", "the later checkpoint"),
    ],
    details: """
      For every parameter that changed: the largest change of an element, the place of that
      element, and the mean over all elements, as absolute values. Then what was declared
      otherwise, and the names that were bound, removed or changed. A name has changed if it
      has other contents, whether it was assigned or written into.
      """,
    examples: [
      "network 2 -> 3 relu -> 1 sigmoid", "checkpoint before", "forward [1, 2]", "backward [1]", "step lr=0.1",
      "diff before",
    ],
    seeAlso: ["checkpoint", "restore", "show"]
  ) { input in
    let session = input.session
    guard let first = try input.checkpoint("name") else { throw Fault(.value, "diff needs a checkpoint") }
    let second = try input.checkpoint("other")
    let new = second.map { Moment($0) } ?? Moment(session)
    let report = MomentDifference(old: Moment(first), new: new, session: session).report
    if report.isEmpty {
      let other = second.map { "between \(first.name) and \($0.name)" } ?? "since \(first.name)"
      input.report(StyledText("nothing has changed \(other)\n"))
    } else {
      input.report(report)
    }
    return .none
  }
}
