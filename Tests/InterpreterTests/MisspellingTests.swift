import Interpreter
import NeuralNetwork
import Syntax
import Testing

/// Words with a letter dropped, doubled or exchanged with its neighbour: what the error suggests exists, and works where the word stood.
@Suite struct MisspellingTests {
  /// A line with the word spelt rightly, which runs after `before`.
  struct Use: Sendable {
    let before: String
    let word: String
    let line: @Sendable (String) -> String
  }

  private static let network =
    "data moons samples=20 seed=1\nnetwork 2 -> 3 relu -> 1 sigmoid\nforward;\nbackward;\nstep;\n"

  /// Every command word, option, word of a list, setting, name, and member of a module.
  static let uses: [Use] = {
    var uses: [Use] = []
    func add(_ word: String, _ before: String = "", _ line: @escaping @Sendable (String) -> String) {
      uses.append(Use(before: before, word: word, line: line))
    }
    for command in CommandCatalog.all {
      add(command.name) { "help \($0)" }
      add(command.name) { "%\($0)" }
      for parameter in command.parameters where parameter.position == .option {
        add(parameter.name, network) { "%\(command.name) \($0)=1" }
      }
      for parameter in command.parameters {
        for word in parameter.words { add(word, network) { "%\(command.name) \($0)" } }
      }
    }
    for kind in ActivationKind.catalog.items where !kind.isRowWise {
      add(kind.name) { "\($0)([1, 2])" }
      add(kind.name) { "\($0)'([1, 2])" }
      add(kind.name) { "network 2 -> 3 \($0) -> 1" }
      for option in kind.documentation.options { add(option.name) { "network 2 -> 3 \(kind.name) \($0)=0.5 -> 1" } }
    }
    for path in [
      "numpy", "numpy.random", "numpy.linalg", "matplotlib.pyplot", "sklearn.datasets", "sklearn.model_selection",
    ] {
      add(path) { "import \($0)" }
      for name in members(path) { add(name, "import \(path) as module") { "module.\($0)" } }
      for name in members(path) { add(name) { "from \(path) import \($0)" } }
    }
    for name in ["W1", "dW1", "yhat", "X", "Z1", "loss"] { add(name, network) { "1 * \($0)" } }
    for name in ["learning", "hidden_units", "accuracies"] { add(name, "\(name) = 3") { "\($0) + 1" } }
    for name in ["append", "extend", "index"] { add(name) { "[1].\($0)" } }
    for name in ["reshape", "mean", "argmax", "T", "shape"] { add(name) { "np.ones(3).\($0)" } }
    for name in ["axis", "keepdims"] { add(name) { "np.sum([[1]], \($0)=0)" } }
    for name in ["print", "range", "len", "enumerate", "zip", "sorted"] { add(name) { "f = \($0)" } }
    return uses
  }()

  private static func members(_ path: String) -> [String] {
    let line = Transcript.of("import \(path) as module\nprint(' '.join(dir(module)))")
    return line.split(whereSeparator: \.isWhitespace).map(String.init).filter { !$0.hasPrefix("_") }
  }

  @Test func whatIsSuggestedWorks() throws {
    #expect(MisspellingTests.uses.count > 500)
    var generator = Generator(state: 14)
    var wrong = 0
    var suggested = 0
    while wrong < 500 {
      let use = MisspellingTests.uses.randomElement(using: &generator)!
      let typed = misspelt(use.word, &generator)
      guard typed != use.word else { continue }
      let transcript = Transcript()
      transcript.run(use.before)
      guard let failure = transcript.failure(use.line(typed)) else { continue }
      wrong += 1
      guard let word = failure.advice?.word else { continue }
      suggested += 1
      // The suggestion is shown as it is typed: `np.mean`, `.append`, `'every'`.
      let name = word.split(separator: "'").first.map(String.init) ?? word
      let last = name.split(separator: ".").last.map(String.init) ?? name
      #expect(failure.hint?.contains(word) == true, "\(use.line(typed)): \(failure.hint ?? "")")
      let line = use.line(use.word.contains(".") ? name : last)
      if let again = transcript.failure(line) {
        // The word is there: the line lacks something else, such as a value of another kind.
        let unknown = [
          "\(last) is not defined", "has no \(last)", "has no option '\(last)'", "does not know '\(last)'",
          "no command '\(last)'", "no module \(name)", "no attribute \(last)", "no help on \(last)",
          "no argument \(last)",
          "no derivative \(last)", "no activation \(last)",
        ]
        #expect(
          again.advice?.word == nil && !unknown.contains { again.sentence.contains($0) },
          "\(use.line(typed)) suggests \(word): \(line): \(again.sentence)")
      }
    }
    #expect(suggested > 400, "only \(suggested) of \(wrong) have a suggestion")
  }

  private func misspelt(_ word: String, _ generator: inout Generator) -> String {
    var letters = Array(word)
    let place = Int.random(in: 0..<letters.count, using: &generator)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0 where letters.count > 2: letters.remove(at: place)
    case 1 where place + 1 < letters.count: letters.swapAt(place, place + 1)
    default: letters.insert(letters[place], at: place)
    }
    return String(letters)
  }

  /// Vigna's splitmix64: the same misspellings in every run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  /// The nearest meaning where the nearest word is another.
  @Test(arguments: [
    ("plot los", "did you mean loss?"), ("net", "did you mean network?"), ("show histroy", "did you mean history?"),
    ("plot bounday", "did you mean boundary?"), ("np.lod('x')", "did you mean np.log?"),
    ("train 10 lr=0,1", "a number has a decimal point: lr=0.1"),
    ("layer 3 rela", "did you mean 'relu'? it can be: relu, "),
    ("optimizer sgd beta2=0.5", "adam and adamw have it"), ("network 2 -> 3 elu alfa=0.5 -> 1", "did you mean alpha?"),
    ("math.pi", "np has the functions: np.sqrt(2), np.exp, np.floor, np.prod, np.pi"),
    ("improt numpy", "did you mean 'import'?"),
    ("show foo", "show takes network, data, gradients, history or names, or a value"),
  ]) func theNearestMeaning(_ line: String, _ hint: String) {
    #expect(Transcript().failure(line)?.hint?.hasPrefix(hint) == true)
  }

  /// Nothing offers what exists only to refuse.
  @Test func refusalsAreNotOffered() {
    let session = Transcript().session
    for (line, name) in [
      ("np.lo", "load"), ("np.sa", "savez"), ("np.gen", "genfromtxt"), ("np.float1", "float16"),
      ("np.ones(3).res", "resize"),
    ] {
      let candidates = Completion.candidates(line: line, cursor: line.utf8.count, session: session).candidates
      #expect(!candidates.contains(name), "\(candidates)")
    }
    let page = Transcript.of("help np").split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init)
    #expect(page.contains("mean") && !page.contains("genfromtxt") && !page.contains("errstate"))
  }
}
