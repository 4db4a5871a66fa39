import Interpreter
import Testing

@Suite struct LessonTests {
  @Test func thereAreTenAndMoreInOrder() {
    let lessons = Lesson.all()
    #expect(lessons.count >= 10)
    #expect(lessons.map(\.number) == Array(1...lessons.count))
    #expect(Set(lessons.map { $0.title() }).count == lessons.count)
  }

  @Test func theyAreListedAndPrinted() throws {
    let list = Transcript.of("lesson")
    for lesson in Lesson.all() { #expect(list.contains("\(lesson.number)  \(lesson.title())\n")) }
    #expect(Transcript.of("lesson 1").contains("# # One neuron"))
  }

  @Test func atThePromptTheShellIsAskedToPresentIt() {
    let transcript = Transcript(interactive: true)
    #expect(transcript.run("lesson 2") == "")
    #expect(transcript.session.requestedLesson?.number == 2)
  }

  @Test func anUnknownNumberSaysWhichThereAre() {
    #expect(Transcript().failure("lesson 99")?.hint?.hasPrefix("lesson lists them: 1 to") == true)
    #expect(Transcript().failure("lesson one") != nil)
  }
}
