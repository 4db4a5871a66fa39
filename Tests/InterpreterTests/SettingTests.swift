import Interpreter
import Testing

/// `set`: what it takes, and what it says of the rest.
@Suite struct SettingTests {
  @Test(arguments: [
    ("set convention foo", "convention must be rows or columns, not foo"),
    ("set dtype float16", "dtype must be float64 or float32, not float16"),
    ("set pictures \"many\"", "pictures must be auto, text or off, not many"),
    ("set trace maybe", "trace must be on or off, not maybe"),
    ("set suppress 3", "suppress must be on or off, not 3"),
    ("set threads x", "threads must be 1 to 64, not x"),
    ("set precision 1.5", "precision must be 0 to 100, not 1.5"),
    ("set undo_memory -1", "undo_memory must be 0 to 1048576 megabytes, not -1"),
    ("set foo 3", "there is no setting foo"),
    ("set foo", "there is no setting foo"),
  ])
  func whatIsNotLegalSaysWhatIs(line: String, sentence: String) {
    let transcript = Transcript()
    let before = transcript.run("set")
    let failure = transcript.failure(line)
    #expect(failure?.sentence == sentence)
    #expect(failure?.span != nil)
    #expect(transcript.run("set") == before)
  }

  @Test func theSettingsAreNamed() throws {
    let hint = try #require(Transcript().failure("set treads 3")?.hint)
    #expect(hint.hasPrefix("did you mean threads? the settings: convention, "))
    for line in Transcript.of("set").split(separator: "\n").dropFirst() {
      #expect(hint.contains(line.prefix { $0 != " " }))
    }
  }

  @Test func aValueIsAWordOrAnExpression() {
    let transcript = Transcript()
    transcript.run("n = 3\nset precision n\nset trace on\nset suppress True\nset undo_memory 2 * 50")
    #expect(
      transcript.run("set precision\nset trace\nset suppress\nset undo_memory").split(separator: "\n") == [
        "precision 3", "trace on", "suppress on", "undo_memory 100",
      ])
    transcript.run("def digits(k):\n    set precision k\ndigits(5)\nmode = 'off'\nset trace mode")
    #expect(transcript.run("set precision\nset trace") == "precision 5\ntrace off\n")
  }

  @Test(arguments: ["init he seed=-1", "seed -1", "data moons samples=10 seed=-1", "X = Y = np.ones(9)\nsplit seed=-1"])
  func aSeedIsOfARange(line: String) {
    #expect(Transcript().failure(line)?.sentence == "a seed is a whole number from 0 to 4294967295, not -1")
  }
}
