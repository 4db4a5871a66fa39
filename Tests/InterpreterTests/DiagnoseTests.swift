import Interpreter
import NeuralNetwork
import Testing

/// Each cause in a script that produces it, and none where all is well.
@Suite struct DiagnoseTests {
  static let moons = "seed 1\ndata moons samples=200 noise=0.2 seed=42\n"

  struct Case: CustomTestStringConvertible, Sendable {
    let program: String
    let found: [String]
    let said: String
    init(_ program: String, _ found: [String], _ said: String) {
      self.program = program
      self.found = found
      self.said = said
    }
    var testDescription: String { program }
  }

  static let cases = [
    Case(
      moons + "network 2 -> 10 relu -> 1 linear\ntrain 200 lr=5 every=0",
      ["nan or inf", "output", "learning rate too high"],
      "since the step after epoch"),
    Case(moons + "X[3, 1] = np.nan\nnetwork 2 -> 4 tanh -> 1 sigmoid", ["nan or inf"], "X[3, 1] is nan"),
    Case(
      moons + "network 2 -> 4 relu -> 1 linear\nloss mse\nW1 = W1 * 1e300\nW2 = W2 * 1e300", ["nan or inf", "output"],
      "the first is Z2["),
    Case(moons + "Y = 2 * Y - 1\nnetwork 2 -> 4 tanh -> 1 sigmoid", ["labels"], "not between them: -1"),
    Case(
      "seed 1\nX = np.random.randn(30, 2)\nY = np.arange(30) % 3 + 1\nnetwork 2 -> 4 tanh -> 3 softmax", ["labels"],
      "Y holds 3 at 2, but the output has 3 units: classes 0 to 2"),
    Case(
      "seed 1\nX = np.random.randn(30, 2)\nY = (np.arange(30) % 3).reshape(-1, 1)\nnetwork 2 -> 4 tanh -> 1 sigmoid",
      ["labels"], "takes 0 and 1"),
    Case(
      "seed 1\nX = np.random.randn(30, 2)\nY = np.ones((30, 1))\nnetwork 2 -> 4 tanh -> 1 sigmoid", ["labels"],
      "nothing to tell apart"),
    Case(moons + "network 2 -> 4 tanh -> 1 tanh\nloss hinge", ["labels"], "hinge takes -1 and 1"),
    Case(
      "seed 1\nX = np.random.randn(30, 2)\nY = 3 * X[:, :1]\nnetwork 2 -> 4 tanh -> 1 sigmoid\nloss mse", ["output"],
      "sigmoid gives 0 to 1"),
    Case(moons + "network 2 -> 4 tanh -> 1 sigmoid\nloss mse", ["output"], "mse over sigmoid"),
    Case(moons + "network 2 -> 4 tanh -> 1 linear", ["output"], "every target is 0 or 1"),
    Case(moons + "X = X * [1, 1000]\nnetwork 2 -> 10 relu -> 1 sigmoid", ["inputs"], "feature 1 of X goes from"),
    Case(moons + "X = X / 1000\nnetwork 2 -> 10 relu -> 1 sigmoid", ["inputs"], "no feature of X is larger than"),
    Case(
      moons + "network 2 -> 10 relu -> 1 sigmoid\ntrain 100 lr=100 every=0", ["learning rate too high", "dead relu"],
      "with lr 100 the loss"),
    Case(
      moons + "network 2 -> 10 relu -> 1 sigmoid\noptimizer sgd lr=100", ["learning rate too high"],
      "one step with lr 100 takes the loss from"),
    Case(
      moons + "network 2 -> 10 relu -> 1 sigmoid\ntrain 100 lr=1e-6 every=0", ["learning rate too low"],
      "a step with lr 1e-06 lowers the loss"),
    Case(moons + "network 2 -> 10 relu -> 1 sigmoid\ninit zeros", ["equal weights"], "all weights of W1 are 0"),
    Case(
      moons + "network 2 -> 10 tanh -> 1 sigmoid\nW1 = 0.5 * np.ones((2, 10))", ["equal weights"],
      "all columns of W1 are equal"),
    Case(
      moons + "network 2 -> 10 relu -> 1 sigmoid\nb1[0, :7] = -20", ["dead relu"],
      "7 of the 10 units of layer 1 are shut for all 200 samples"),
    Case(moons + "network 2 -> 10 tanh -> 1 sigmoid\nW1 *= 20", ["saturation"], "the slope of tanh"),
    Case(
      moons + "network 2 -> 10 sigmoid -> 10 sigmoid -> 1 sigmoid\nb2 += 9", ["saturation", "vanishing gradients"],
      "of A2 lie where"),
    Case(
      moons + "network 2 -> " + Array(repeating: "8 sigmoid", count: 8).joined(separator: " -> ") + " -> 1 sigmoid",
      ["vanishing gradients"], "falls from layer 9 to layer 1"),
    Case(
      moons + "network 2 -> " + Array(repeating: "30 relu", count: 5).joined(separator: " -> ")
        + " -> 1 sigmoid\ninit normal scale=1", ["dead relu", "dead relu", "exploding gradients"],
      "grows from layer 6 to layer 1"),
  ]

  @Test(arguments: cases) func aCauseIsFound(_ cause: Case) throws {
    let transcript = Transcript()
    transcript.run(cause.program)
    let text = transcript.run("diagnose")
    let found = transcript.run("print(diagnose())")
    #expect(found == "[" + cause.found.map { "'\($0)'" }.joined(separator: ", ") + "]\n", "\(text)")
    #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(cause.said), "\(text)")
    for line in text.split(separator: "\n") { #expect(line.count <= 79, "\(line)") }
    // The first cause's lines can be typed, and help.
    let remedies = DiagnoseTests.remedies(text)
    #expect(!remedies.isEmpty)
    #expect(transcript.failure(remedies[0].replacing("train 1000", with: "train 100")) == nil, "\(remedies[0])")
  }

  /// Typing all that is proposed until nothing is left to propose.
  @Test(arguments: [
    "X = X * [1, 1000]\nnetwork 2 -> 10 relu -> 1 sigmoid", "network 2 -> 10 relu -> 1 sigmoid\ninit zeros",
    "network 2 -> 10 relu -> 1 sigmoid\nb1[0, :7] = -20", "Y = 2 * Y - 1\nnetwork 2 -> 4 tanh -> 1 sigmoid",
    "network 2 -> 10 relu -> 1 linear\nloss mse\ntrain 200 lr=5 every=0", "network 2 -> 10 tanh -> 1 sigmoid\nW1 *= 20",
    "network 2 -> 10 relu -> 1 sigmoid\ntrain 100 lr=1e-6 every=0",
  ]) func theRemediesHelp(_ program: String) {
    let transcript = Transcript()
    transcript.run(DiagnoseTests.moons + program)
    var text = transcript.run("diagnose")
    var rounds = 0
    while !text.hasPrefix("nothing found"), rounds < 4 {
      for line in DiagnoseTests.remedies(text) { transcript.run(line) }
      text = transcript.run("diagnose")
      rounds += 1
    }
    #expect(rounds > 0 && text.hasPrefix("nothing found"), "\(text)")
  }

  @Test func theArticlesRunIsHealthyAtEveryStage() {
    let transcript = Transcript()
    transcript.run(CommandTrainTests.program)
    for epochs in [0, 1, 9, 90, 900] {
      let text = transcript.run("train \(epochs) every=0")
      #expect(text == "")
      let diagnosis = transcript.run("diagnose")
      #expect(diagnosis.hasPrefix("nothing found\n"), "after \(epochs) more epochs: \(diagnosis)")
      #expect(diagnosis.contains("over 800 samples, loss "))
    }
    #expect(transcript.run("print(diagnose())") == "[]\n")
    #expect(transcript.warnings.isEmpty)
  }

  @Test func itWorksInColumnsAndWithoutData() {
    let transcript = Transcript()
    transcript.run("set convention columns\nnetwork 2 -> 3 relu -> 1 sigmoid\ninit zeros")
    #expect(transcript.run("diagnose").contains("equal weights"))
    #expect(transcript.text.contains("without data"))
    transcript.run("init he\nX = np.random.randn(2, 20)\nX[1] *= 300\nY = (X[:1] > 0).astype(int)")
    #expect(transcript.run("diagnose").contains("feature 1 of X goes from"))
    transcript.run("X[1, 4] = np.inf")
    #expect(transcript.run("diagnose").contains("X[1, 4] is inf"))
    #expect(Transcript().failure("diagnose")?.sentence == "there is no network yet")
    #expect(transcript.failure("diagnose [1, 2, 3]")?.sentence.contains("does not fit the network") == true)
  }

  @Test func nothingIsChanged() {
    let transcript = Transcript()
    transcript.run(DiagnoseTests.moons + "network 2 -> 4 relu -> dropout 0.5 -> 1 sigmoid\noptimizer adam lr=50\n")
    transcript.run("forward;\nbackward;\nold = [v.copy() for v in [W1, W2, Z1, A1, dW1, dZ2]]")
    #expect(transcript.run("diagnose").contains("learning rate too high"))
    #expect(transcript.run("all([(a == b).all() for a, b in zip(old, [W1, W2, Z1, A1, dW1, dZ2])])") == "True\n")
    let draw = transcript.run("train 2 every=0\nnp.random.rand(), W1[0, 0]")
    let other = Transcript()
    other.run(DiagnoseTests.moons + "network 2 -> 4 relu -> dropout 0.5 -> 1 sigmoid\noptimizer adam lr=50\n")
    #expect(other.run("forward;\nbackward;\ntrain 2 every=0\nnp.random.rand(), W1[0, 0]") == draw)
  }

  // MARK: What train says

  @Test func aTrainingThatGoesWrongSaysSoInOneLine() {
    let transcript = Transcript()
    transcript.run(DiagnoseTests.moons)
    let diverged = transcript.run("network 2 -> 10 relu -> 1 linear\ntrain 200 lr=5 every=0")
    #expect(diverged.split(separator: "\n").count == 1)
    #expect(diverged.hasPrefix("the loss is ") && diverged.hasSuffix(": diagnose says why\n"), "\(diverged)")
    // Epochs without a number are not listed.
    let lines = transcript.run("network 2 -> 10 relu -> 1 linear\ntrain 200 lr=5 every=1").split(separator: "\n")
    #expect(lines.count > 3 && lines.count < 100, "\(lines)")
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("Epoch ") && !$0.contains("nan") && !$0.contains("inf") })
    #expect(lines.last?.hasPrefix("the loss is ") == true)
    let stalled = transcript.run("network 2 -> 10 relu -> 1 sigmoid\ninit zeros\ntrain 100 every=0")
    #expect(stalled == "the loss stays at 0.6931, no better than a constant answer: diagnose says why\n")
    let grew = transcript.run("network 2 -> 4 tanh -> 1 sigmoid\nW1 *= 0\nW2 *= 0\ntrain 3 lr=3000 every=0")
    #expect(grew == "" || grew.contains("the loss grew from "))
    #expect(transcript.warnings.isEmpty)
    // Inside an expression a command prints nothing: a divergence is a warning then.
    #expect(transcript.run("network 2 -> 10 relu -> 1 linear\nlosses = train(200, lr=5)") == "")
    #expect(transcript.warnings.count == 1 && transcript.warnings[0].contains("diagnose"))
  }

  @Test func aHealthyTrainingSaysNothing() {
    let transcript = Transcript()
    transcript.run(CommandTrainTests.program)
    #expect(!transcript.run("train 1000").contains("diagnose"))
    transcript.run("data spirals samples=200 seed=1\nnetwork 2 -> 20 tanh -> 3 softmax\noptimizer adam lr=0.01")
    #expect(!transcript.run("train 200 batch_size=32").contains("diagnose"))
    transcript.run("X = np.linspace(-1, 1, 50).reshape(-1, 1)\nY = X ** 2\nnetwork 1 -> 10 tanh -> 1 linear")
    #expect(!transcript.run("train 500 lr=0.1").contains("diagnose"))
  }

  @Test func everyFindingHasACase() {
    let found = Set(DiagnoseTests.cases.flatMap(\.found))
    for name in FindingKind.catalog.names { #expect(found.contains(name), "\(name)") }
  }

  /// The lines after `try:`, continued ones joined.
  static func remedies(_ text: String) -> [String] {
    var result: [String] = []
    var isIn = false
    for line in text.replacing(" \\\n          ", with: " ").split(separator: "\n") {
      if line.hasPrefix("   try: ") {
        isIn = true
        result.append(String(line.dropFirst(8)))
      } else if isIn, line.hasPrefix("        ") {
        result.append(String(line.dropFirst(8)))
      } else {
        isIn = false
      }
    }
    return result
  }
}
