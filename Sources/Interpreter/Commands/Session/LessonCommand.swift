import Syntax

extension Command {
  static let lesson = Command(
    "lesson", .session, "Lists the lessons; with a number, presents that one.",
    parameters: [.optional("number", "which one; without it, lists them")],
    details: """
      A lesson is shown line by line, in a session of its own: Enter runs the next line,
      back undoes it, q comes back here, and you may type lines of your own in between.
      Where there is no prompt the whole lesson is printed, with what its lines print.
      """,
    examples: ["lesson", "lesson 1"],
    seeAlso: ["help", "undo", "run"]
  ) { input in
    let lessons = Lesson.all()
    guard !lessons.isEmpty else {
      throw Fault(
        .file, "the lessons are not found: there is no folder examples/lessons above the program or here",
        hint: "nn present FILE.nn presents any file")
    }
    guard let number = try input.int("number") else {
      var table = TextTable([("lesson", .right), ("", .left)])
      for lesson in lessons { table.add(["\(lesson.number)", lesson.title()]) }
      input.report(table.styled)
      return .none
    }
    guard let lesson = lessons.first(where: { $0.number == number }) else {
      throw input.at(
        "number",
        Fault(
          .value, "there is no lesson \(number)", hint: "\(line: "lesson") lists them: 1 to \(lessons.last!.number)")
      )
    }
    if input.isReporting, input.session.isInteractive {
      input.session.requestedLesson = lesson
    } else {
      input.report(StyledText(try input.placing("number") { try TextFile.read(lesson.path) }))
    }
    return .none
  }
}
