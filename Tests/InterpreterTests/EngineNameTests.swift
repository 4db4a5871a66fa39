import Interpreter
import Syntax
import Testing

/// Every name of the engine, asked in every way in every state: an answer in words, never a trap.
@Suite struct EngineNameTests {
  private static let depth = 2
  private static let states: [(name: String, lines: String)] = [
    ("without a network", ""), ("with data", "data moons samples=20 seed=1"),
    ("with a network", "network 2 -> 3 relu -> 1 sigmoid"),
    ("after forward", "network 2 -> 3 relu -> 1 sigmoid\nforward [0.5, -0.2]"),
    ("after backward", "network 2 -> 3 relu -> 1 sigmoid\nforward [0.5, -0.2]\nbackward [1]"),
    ("after training", "data moons samples=20 seed=1\nnetwork 2 -> 3 relu -> 1 sigmoid\ntrain 5 every=0"),
    ("with dropout", "input 2\nlayer 3 relu\ndropout 0.5\nlayer 1 sigmoid\nforward [0.5, -0.2]\nbackward [1]"),
    ("without layers", "input 2"),
  ]

  private static func names(_ convention: String) -> [String] {
    let (z, a) = convention == "rows" ? ("Z", "A") : ("z", "a")
    let layers = Array(0...depth + 1) + [999_999, .max]
    return ["W", "b", z, a, "d" + z, "d" + a, "dW", "db"].flatMap { stem in layers.map { "\(stem)\($0)" } }
      + ["yhat", "ŷ", "loss", "m", "T", "X", "x", "Y"]
  }

  @Test(arguments: ["rows", "columns"]) func everyQuestionHasAnAnswer(_ convention: String) {
    for state in Self.states {
      let transcript = Transcript()
      #expect(transcript.failure("set convention \(convention)\n\(state.lines)") == nil, "\(state.name)")
      for name in Self.names(convention) {
        for question in ["help", "explain", "show", "plot"] {
          let answer = transcript.run("\(question) \(name)")
          #expect(answer.contains { $0.isLetter }, "\(question) \(name) \(state.name)")
          #expect(!answer.contains("\n\n\n"), "\(question) \(name) \(state.name): \(answer)")
          let line = "\(question) \(name)"
          _ = Completion.candidates(line: line, cursor: line.utf8.count, session: transcript.session)
        }
      }
    }
  }

  /// What is not there is said to be not there, and nothing is said of what it is.
  @Test(arguments: ["rows", "columns"]) func layersThatAreNotThere(_ convention: String) {
    let transcript = Transcript()
    transcript.run("set convention \(convention)\nnetwork 2 -> 3 relu -> 1 sigmoid\nforward [0.5, -0.2]\nbackward [1]")
    for name in Self.names(convention) where name.hasSuffix("\(Self.depth + 1)") {
      for question in ["help", "explain", "show", "plot"] {
        let answer = transcript.run("\(question) \(name)")
        let isSaid = ["There is no \(name)", "there is no \(name)", "has no \(name)"].contains { answer.contains($0) }
        #expect(isSaid, "\(question) \(name): \(answer)")
        #expect(!answer.contains("shape ("), "\(question) \(name): \(answer)")
      }
    }
  }

  /// Training binds m and loss too: nobody ran backward.
  @Test func afterTrainingNothingIsOfBackward() {
    let transcript = Transcript()
    transcript.run("data moons samples=20 seed=1\nnetwork 2 -> 3 relu -> 1 sigmoid\ntrain 5 every=0")
    #expect(transcript.run("help m").contains("Computed by the last step of training: 20."))
    #expect(transcript.run("help dW1").contains("Computed by the last step of training"))
    for name in ["Z1", "A0", "dZ1"] { #expect(transcript.run("help \(name)").contains("Not computed yet")) }
  }
}
