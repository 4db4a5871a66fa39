import Interpreter
import NeuralNetwork
import Testing

/// A hint that names lines: they are typed where the error arose, and work.
@Suite struct HintLineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let program: String
    /// What the lines must bring about, as an expression that is then true.
    let effect: String?
    var testDescription: String { program }
    init(_ program: String, _ effect: String? = nil) {
      self.program = program
      self.effect = effect
    }
  }

  static let network = "network 2 -> 3 relu -> 1 sigmoid\n"
  static let moons = "data moons samples=40 seed=1\n"

  static let cases: [Case] = [
    // What is not there yet.
    Case("train"), Case("show"), Case("forward", "W1.shape == (2, 10)"), Case("evaluate"), Case("diagnose"),
    Case("X = np.ones((10, 4))\nY = np.arange(10) % 3\nshow network", "W1.shape == (4, 10) and W2.shape == (10, 3)"),
    Case("X = np.ones((10, 4))\nY = np.ones((10, 2))\nshow network", "W2.shape == (10, 2)"),
    Case("set convention columns\nX = np.ones((4, 10))\nY = np.ones((1, 10))\nshow network", "W1.shape == (10, 4)"),
    Case("layer 3"), Case("dropout 0.2"), Case("loss"), Case("input 2\ntrain"), Case("split"), Case("standardize"),
    Case(network + "train", "X.shape == (1000, 2)"), Case("network 5 -> 4 softmax\ntrain", "X.shape == (200, 5)"),
    Case(network + "backward", "yhat.size == 1"), Case(network + "step", "dW1.shape == W1.shape"),
    Case("network 12 -> 3 softmax\nstep", "dW1.shape == W1.shape"), Case("network 2 -> 20 sigmoid\nstep"),
    Case(network + "forward [[1, 2], [3, 4]];\ndW1", "dW1.shape == W1.shape"),
    Case(network + moons + "step", "m == 40"), Case(network + moons + "dW1", "m == 40"),
    Case(network + "X = np.ones((3, 2))\nZ1", "Z1.shape == (3, 3)"), Case(network + "X = np.ones((3, 2))\ndW1"),
    Case(network + "loss + 1", "loss > 0"), Case("loss + 1", "loss > 0"), Case("dW1", "dW1.shape == (2, 10)"),
    Case("A1"), Case("yhat"), Case(network + "forward"), Case(network + "forward [1, 2] to=1;\nbackward [1]"),
    Case(network + "forward [1, 2];\nbackward"), Case(network + "forward [1, 2];\nbackward [1] to=2;\nstep"),
    Case(network + "forward [1, 2];\nshow gradients"), Case(network + "show gradients"), Case(network + "show history"),
    Case(network + "plot loss"), Case(network + "plot gradients"), Case(moons + network + "plot loss"),
    Case(network + "explain forward"), Case(network + "explain backward"), Case(network + "explain dW1[0, 0]"),
    Case(network + "forward [1, 2];\nexplain backward"), Case(network + "forward [1, 2];\nbackward [1];\nexplain X"),
    Case(network + "forward [1, 2];\nbackward [1];\nexplain loss[0]"), Case("show data"), Case("plot data"),
    Case("set convention columns\n" + network + "a1", "a1.shape == (3, 1)"),
    Case("set convention columns\n" + network + "step", "dW1.shape == W1.shape"),
    Case("X_train", "X_train.shape == (800, 2)"), Case(moons + "Y_test", "Y_test.shape == (8, 1)"), Case("X", "X.size"),
    Case("y_train"), Case(network + moons + "accuracy"), Case(network + moons + "plot data points=test"),
    Case("input 2\ndW1", "len(W1) == 2"), Case("input 2\nstep"), Case("input 2\nforward"), Case("input 2\nbackward"),
    Case("restore before"), Case("diff before"),
    Case("network 3 -> 1 sigmoid\nX = np.ones((4, 3))\nY = X[:, :1]\nplot boundary"),
    // What belongs elsewhere.
    Case(network + "set convention columns"), Case(network + "W1 = np.ones((5, 5))"), Case(network + "W1 = 'a'"),
    Case(moons + "set convention columns"), Case("lesson 99"), Case("help chain"),
    Case("help nothing_like_it"), Case("%nothing"), Case("nan"), Case("plt.figure()"), Case("cd"), Case("cd .."),
    // Python's ways to write a command.
    Case(network + "step = 3\ninit(seed=1)"), Case(network + "init(\"he\", seed=1)"),
    Case("optimizer(\"adam\", lr=0.1)"),
    Case("loss(\"mse\")"), Case("network(2, 3)"), Case("network(\"2 -> 3 relu -> 1\")", "W1.shape == (2, 3)"),
    Case("whos()"), Case(network + "forward [1, 2];\nexplain(\"forward\")"),
    Case(network + "forward (1, 2)", "yhat.size == 1"),
    Case(network + "predict (1, 2)"), Case(network + moons + "train(3, 0.1)", "len(_) == 3"),
    Case(network + moons + "forward;\nbackward;\nstep 0.1"), Case("optimizer adam 0.01"),
    Case(moons + "split 0.5", "len(X_test) == 20"),
    Case(network + moons + "train 2 every=0;\nplot loss > /tmp/nn-hint-lines.png"),
    Case("plot relu > /tmp/nn-hint-lines.png"),
    Case("plot"), Case(moons + "plot"), Case(network + "plot"), Case("plot 3"), Case("plot np.ones((2, 3, 4))"),
    Case("plot len"),
    Case("check gradients"), Case(network + "check dW1 = 3"), Case("input 2\ndropout 0.2\ntrain"),
    Case("dropout"), Case("open(\"f.csv\")"), Case("X_test + 1"), Case("sklearn"), Case("math.sqrt(2)"),
    Case("random.random()"),
  ]

  @Test(arguments: cases) func theLinesOfAHintWork(_ situation: Case) throws {
    let transcript = Transcript()
    // A line that does not parse must not keep those before it from running.
    let typed = situation.program.split(separator: "\n").map(String.init)
    for line in typed.dropLast() { #expect(transcript.failure(line) == nil, "\(line)") }
    let failure = try #require(transcript.failure(typed.last!), "no error")
    let lines = try #require(failure.advice).lines
    #expect(!lines.isEmpty, "\(failure.sentence): \(failure.hint ?? "")")
    for line in lines {
      let again = transcript.failure(line)
      #expect(again == nil, "\(failure.hint ?? "") - but \(line): \(again?.sentence ?? "")")
    }
    if let effect = situation.effect {
      #expect(transcript.run("print(bool(\(effect)))").hasSuffix("True\n"), "\(lines): \(transcript.text)")
    }
  }

  /// Every command alone in a fresh session: it works, or names lines that work.
  @Test(arguments: CommandCatalog.all.map(\.name)) func aCommandAloneLeadsOn(_ name: String) throws {
    if ["quit", "undo", "redo", "run", "load", "save"].contains(name) { return }
    let transcript = Transcript()
    guard let failure = transcript.failure(name) else { return }
    let lines = failure.advice?.lines ?? []
    #expect(!lines.isEmpty, "\(failure.sentence): \(failure.hint ?? "")")
    for line in lines {
      let again = transcript.failure(line)
      #expect(again == nil, "\(name): \(failure.hint ?? "") - but \(line): \(again?.sentence ?? "")")
    }
  }

  /// Modules that are not here: what the hint names instead works.
  @Test(arguments: [
    "math", "random", "time", "timeit", "sys", "os", "csv", "pandas", "pickle", "scipy", "seaborn", "torch", "tqdm",
    "tensorflow", "keras", "copy",
  ]) func anImportThatFailsLeadsOn(_ module: String) {
    let transcript = Transcript()
    guard let failure = transcript.failure("import \(module)") else { return }
    #expect(failure.hint != nil)
    for line in failure.advice?.lines ?? [] { #expect(transcript.failure(line) == nil, "\(module): \(line)") }
  }

  @Test func whatCanBeImportedIsWhatTheHintLists() throws {
    let hint = try #require(Transcript().failure("import nothing_like_it")?.hint)
    let paths = hint.replacing("these can be imported: ", with: "").replacing(" and ", with: ", ").split(
      separator: ", ")
    #expect(paths.count > 8)
    for path in paths { #expect(Transcript().failure("import \(path)") == nil, "\(path)") }
    for path in ["numpy.foo", "matplotlib.bar", "sklearn.baz", "numpy.linalg.norm.x"] {
      #expect(Transcript().failure("import \(path)")?.sentence == "there is no module \(path) here")
    }
    #expect(Transcript.of("import numpy.linalg\nnumpy.linalg.norm([3, 4])") == "5.0\n")
  }

  /// All that `diagnose` proposes parses and runs, in networks with every activation and option.
  @Test(
    arguments: DiagnoseTests.cases.map(\.program)
      + ActivationKind.catalog.names.flatMap { name -> [String] in
        let option = ActivationKind.catalog[name]!.documentation.options.first.map { " \($0.name)=0.3" } ?? ""
        return [
          "data xor seed=1\nnetwork 2 -> 3 \(name)\(option) -> 1 tanh",
          DiagnoseTests.moons
            + "input 2\nlayer 3 \(name)\(option)\ndropout 0.1\nlayer 4 relu\nlayer 1\nb2 = -50 * np.ones((1, 4))",
        ]
      }) func everyRemedyWorks(_ program: String)
  {
    let transcript = Transcript()
    #expect(transcript.failure(program) == nil, "\(program)")
    for line in DiagnoseTests.remedies(transcript.run("diagnose")) {
      let short = line.replacing(/^train \d+/, with: "train 20")
      #expect(transcript.failure(short) == nil, "\(program): \(line)")
    }
  }

  /// What `diff` and `show network` call a network is what `network` takes.
  @Test(arguments: [
    "2 -> 3 elu alpha=0.5 -> 1 sigmoid", "2 -> 3 leaky_relu alpha=0.3 -> dropout 0.2 -> 2 softmax",
    "4 -> 10 relu -> 1 linear",
  ]) func aDeclarationReadsAsItIsTyped(_ text: String) {
    let transcript = Transcript()
    transcript.run("network 2 -> 1 linear\ncheckpoint before\nnetwork \(text)")
    let line = transcript.run("diff before").split(separator: "\n").first { $0.hasPrefix("network ") }
    #expect(line?.hasPrefix("network \(text) (was ") == true, "\(transcript.text)")
  }
}
