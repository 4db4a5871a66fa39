import Interpreter
import Testing

/// `help NAME` for every name there is: commands, topics, activations, losses, …, Python's builtins, all of `np`, the methods.
@Suite struct HelpTests {
  /// What Tab offers behind `help `, in a fresh session.
  static let names: [String] = candidates("help ")

  static func candidates(_ line: String) -> [String] {
    Completion.candidates(line: line, cursor: line.utf8.count, session: Transcript().session).candidates
  }

  @Test func everyNameOfNumPyAndPythonIsAmongThem() {
    let known = Set(HelpTests.names)
    for module in ["np", "np.random", "np.linalg", "np.testing"] {
      let members = HelpTests.candidates(module + ".")
      #expect(members.count > 1)
      for member in members { #expect(known.contains("\(module).\(member)"), "\(module).\(member)") }
    }
    // Behind `x = ` stand the builtins, and words of the grammar.
    let grammar = ["False", "None", "True", "and", "for", "if", "in", "is", "lambda", "not", "or"]
    for name in HelpTests.candidates("x = ") where !grammar.contains(name) { #expect(known.contains(name), "\(name)") }
    #expect(known.count > 400)
  }

  @Test(
    arguments: ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t"] + [
      "u", "v", "w", "x", "y", "z", "_",
    ])
  func everyNameHasAPageWithASentenceAndAnExampleThatRuns(initial: String) throws {
    for name in HelpTests.names {
      let path = name.split(separator: ".").map(String.init)
      // np is large: its members are taken with their own initial.
      guard (path.count > 1 ? path.last! : name).lowercased().hasPrefix(initial) else { continue }
      let page = try HelpChecks.check("help \(name)")
      let title = try #require(page.split(separator: "\n").first)
      #expect(title.contains(" - "), "\(name): \(title)")
      if page.contains(" - Not here: ") || title.hasSuffix("explains a member.") { continue }
      let examples = HelpTests.examples(page)
      #expect(!examples.isEmpty, "\(name) has no example")
      let failure = Transcript().failure(ExampleFiles.sheltered(examples))
      #expect(failure == nil, "\(name): \(failure.map { render($0).plain } ?? "")")
    }
  }

  @Test func everyFunctionShowsItsSignature() throws {
    for (name, signature) in [
      ("np.exp", "exp(x"), ("len", "len(x)"), ("np.random.randn", "randn("), ("train", "train(epochs"),
      ("str.join", "join(self"),
      ("make_moons", "make_moons(n_samples=100"), ("np.float64", "float64("), ("int", "int("),
      ("relu", "relu(z) = max(0, z)"),
    ] {
      let page = try HelpChecks.check("help \(name)")
      #expect(page.contains("\n  " + signature) || page.contains("\n  as a function: " + signature), "\(name): \(page)")
    }
  }

  @Test(arguments: [
    "forward pass", "losses", "loss", "chain rule", "backpropagation", "gradient descent", "initialisation",
    "initialization",
    "conventions", "shapes", "names", "W", "dW",
  ]) func theIdeasOfNeuralNetworksHaveAPage(_ topic: String) throws {
    let page = try HelpChecks.check("help \(topic)")
    #expect(page.contains("\nSee also: "))
    let columns = try HelpChecks.check("set convention columns\nhelp \(topic)")
    #expect(!HelpTests.examples(columns).isEmpty)
  }

  @Test func whatIsSeenAlsoExists() throws {
    for name in HelpTests.names {
      let page = Transcript.of("help \(name)")
      guard let list = page.components("\nSee also: ").dropFirst().first else { continue }
      let names = list.split(separator: "\n", omittingEmptySubsequences: false).prefix {
        !$0.isEmpty && !$0.contains(" - ")
      }
      for other in names.joined(separator: "\n").replacing("\n", with: " ").components(", ") where !other.isEmpty {
        let text = other.trimmingSpaces
        #expect(!Transcript.of("help \(text)").contains("error: "), "\(name) refers to \(text)")
      }
    }
  }

  @Test func aQuestionMarkIsTheSame() {
    for topic in ["relu", "chain rule", "W1", "np.exp"] {
      #expect(Transcript.of("?\(topic)") == Transcript.of("help \(topic)"))
    }
    #expect(Transcript.of("?") == Transcript.of("help"))
  }

  // MARK: What the engine binds

  @Test func anEngineNameSaysWhatItIsAndWhetherItIsComputed() throws {
    let transcript = Transcript()
    #expect(transcript.run("help W1").contains("There is no network yet"))
    transcript.run("seed 1\nnetwork 2 -> 3 relu -> 1 sigmoid")
    #expect(transcript.run("help W1").contains("shape (2, 3): inputs × units"))
    #expect(transcript.run("help W3").contains("There is no W3: the network has 2 layers."))
    let before = transcript.run("help Z1")
    #expect(before.contains("  Z1 = A0 @ W1 + b1\n  shape (m, 3)"))
    #expect(before.contains("Not computed yet: run forward."))
    #expect(transcript.run("help dW1").contains("Not computed yet: run backward."))
    transcript.run("forward np.zeros((5, 2));\nbackward np.ones((5, 1));")
    #expect(transcript.run("help Z1").contains("Computed by the last forward: shape (5, 3), from 0 to 0."))
    #expect(transcript.run("help dW1").contains("Computed by the last backward: shape (2, 3)"))
    #expect(transcript.run("help m").contains("Computed by the last backward: 5."))
    transcript.run("Z1 = 7")
    #expect(transcript.run("help Z1").contains("Now Z1 is a value of your own, not the network's: 7."))
  }

  /// What the page writes behind `NAME = ` is typed, and gives what the engine has.
  @Test(arguments: [
    "2 -> 3 relu -> 1 sigmoid", "2 -> 3 tanh -> 4 relu -> 3 softmax", "2 -> 2 softmax -> 2", "2 -> 3 gelu -> 2 tanh",
  ]) func theFormulaOfAnEngineNameHolds(network: String) throws {
    let outputs = network.hasSuffix("1 sigmoid") ? 1 : network.hasSuffix("3 softmax") ? 3 : 2
    for convention in ["rows", "columns"] {
      let transcript = Transcript()
      let (x, y) = convention == "rows" ? ("4, 2", "4, \(outputs)") : ("2, 4", "\(outputs), 4")
      transcript.run(
        """
        set convention \(convention)
        seed 3
        network \(network)
        forward np.random.randn(\(x));
        Y = \(network.hasSuffix("softmax") ? "np.eye(3)[[0, 2, 1, 0]]\(convention == "rows" ? "" : ".T")" : "(np.random.rand(\(y)) > 0.5) * 1.0")
        backward Y;
        outputs = \(outputs)
        """)
      let depth = network.components("->").count - 1
      let (z, a) = convention == "rows" ? ("Z", "A") : ("z", "a")
      for layer in 1...depth {
        for stem in [z, a, "d" + z, "d" + a, "dW", "db"] {
          let name = "\(stem)\(layer)"
          let page = transcript.run("help \(name)")
          // With a fused derivative of the output's pre-activation the loss declares no dA of its own.
          guard let formula = page.split(separator: "\n").first(where: { $0.hasPrefix("  \(name) = ") }) else {
            #expect(name == "d\(a)\(depth)", "\(page)")
            continue
          }
          let right = String(formula.dropFirst("  \(name) = ".count)).components(" (with ")[0]
          #expect(transcript.run("np.allclose(\(right), \(name))") == "True\n", "\(convention) \(network): \(formula)")
        }
      }
    }
  }

  @Test func aFunctionOfTheUsersShowsItsParametersAndDocstring() throws {
    let page = Transcript.of("def W1(a, b=2):\n    'Adds.'\n    return a + b\nhelp W1")
    #expect(page.contains("W1(a, b)"))
    #expect(page.contains("Adds."))
  }

  @Test func theShapesOfTheNetworkStandOnTheirPage() {
    #expect(Transcript.of("network 2 -> 10 relu -> 1 sigmoid\nhelp shapes").contains("W1  (2, 10)"))
  }

  /// The lines behind the heading.
  static func examples(_ page: String) -> String {
    guard let part = page.components("\nExamples\n").dropFirst().first else { return "" }
    return part.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("  ") }
      .map { String($0.dropFirst(2)) }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
