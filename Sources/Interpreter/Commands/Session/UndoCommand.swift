import Syntax

extension Command {
  static let undo = Command(
    "undo", .session, "Takes back the last line that changed something.",
    parameters: [.optional("count", default: "1", "how many such lines")],
    details: """
      Everything is as it was before the line: the network with its moments and history,
      names and what they refer to, data, settings, the random generator. A line is one
      step, also a loop, a training, or one that failed or was interrupted halfway; lines
      that changed nothing are skipped. What was printed, drawn or written to files stays.
      The oldest lines are forgotten beyond `set undo_memory` megabytes.
      """,
    examples: ["network 2 -> 3 relu -> 1 sigmoid", "W1 *= 2", "undo", "redo"],
    seeAlso: ["redo", "checkpoint", "set"], isFunction: false
  ) { input in
    let count = try input.journey()
    let texts = input.session.undo(count)
    guard let first = texts.first, let last = texts.last else { throw input.session.nothingToUndo }
    if texts.count == 1 {
      input.report(StepText.line("undone: ", first))
    } else {
      input.report(StepText.line("undone: \(texts.count) lines, back to before ", last))
    }
    return .none
  }
}

extension CommandInput {
  /// The number of steps of `undo` and `redo`, which stand on a line of their own.
  func journey() throws -> Int {
    guard session.timeline?.isOnItsOwnLine ?? true else {
      throw Fault(.value, "\(command.name) stands on a line of its own: the line it stands in is not finished")
    }
    return try int("count", atLeast: 1) ?? 1
  }
}

extension Session {
  var nothingToUndo: Fault {
    guard let limitText = timeline?.limitText else { return Fault(.value, "there is nothing to undo") }
    return Fault(
      .value, "\(StepText.short(limitText, width: 36)) cannot be undone: it takes too much memory",
      hint: "\(line: "set undo_memory 4096") keeps more megabytes from now on")
  }
}

/// A line typed earlier, on one line of 79 columns.
enum StepText {
  static func line(_ beginning: String, _ text: String) -> StyledText {
    var line = StyledText(beginning)
    line.append(short(text, width: 79 - beginning.count), .code)
    line.append("\n")
    return line
  }

  static func short(_ text: String, width: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    let first = lines.first.map(String.init) ?? ""
    if lines.count < 2 && first.count <= width { return first }
    return first.prefix(max(0, width - 2)) + " …"
  }
}
