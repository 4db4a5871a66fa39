import Foundation
import Interpreter
import Testing

/// Wrong inputs: each gives one clear error with its place, the session goes on as it was, none traps.
@Suite struct WrongInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let lines: String
    /// What the sentence or the hint must say.
    let says: [String]
    var testDescription: String { String(lines.prefix(60)) }
    init(_ lines: String, _ says: String...) {
      self.lines = lines
      self.says = says
    }
  }

  static let network = "network 2 -> 3 relu -> 1 sigmoid\n"

  static let cases: [Case] = [
    Case("time.time()", "time is a command", "time LINE - Runs a line and says how long it took."),
    Case(network + "explain", "explain WHAT, such as forward [0.5, 0.2], then"),
    Case(network + "forward X Y", "no place for 'Y'"),
    Case("import time", "there is no module time", "time LINE"),
    Case("help chain", "help chain rule"),
    Case("help learning", "help gradient descent"),
    Case(network + "check foo = 3", "foo is no name of the engine's", "W1", "dW2", "yhat"),
    Case(network + "explain X", "explain A0"),
    Case(network + "set convention columns", "reset"),
    Case("Z9 = X_trian @ W1", "X_trian is not defined"),
    Case("X_train = 1\nX_trian", "did you mean X_train?"),
    Case("A = np.ones((800, 2))\nB = np.ones((3, 10))\nA @ B", "shapes (800, 2) and (3, 10) do not fit in A @ B"),
    Case("np.ones(3) + np.ones(4)", "shapes (3,) and (4,) do not fit in np.ones(3) + np.ones(4)"),
    Case("'a' + 1", "str + int is not defined"),
    Case("None * 2", "NoneType * int is not defined"),
    Case("len(5)", "int"),
    Case(network + "train 10 evry=5", "evry", "every"),
    Case("optimizer adam 0.01", "no place for '0.01'", "write optimizer adam lr=0.01"),
    Case(network + "step 0.1", "write step lr=0.1"),
    Case(network + "train 10 lr=0,1", "decimal point: lr=0.1"),
    Case(network + "train 10 lr=0.1 learning_rate=0.1", "twice"),
    Case("data moons samples=9\nstandardize\nreset\nX_mean", "X_mean is not defined", "standardize"),
    Case("network 2 -> 3 rleu -> 1 sigmoid", "rleu", "relu"),
    Case("data mons samples=10", "mons", "moons"),
    Case("optimizer sdg lr=0.1", "sdg", "sgd"),
    Case("x = (1 + 2", "("),
    Case("x = [1, 2", "["),
    Case("x = 1)", ")"),
    Case("if True:\nx = 1", "indent"),
    Case("  x = 1", "indent"),
    Case("if True:\n    x = 1\n  y = 2", "indent"),
    Case("forward [1, 2]", "network"),
    Case("backward", "network"),
    Case(network + "backward", "forward"),
    Case("network 2 -> 3 softmax\nloss binary_cross_entropy", "softmax", "cross_entropy"),
    Case(network + "loss cross_entropy", "sigmoid", "binary_cross_entropy"),
    Case(network + "forward [1, 2, 3]", "3", "2"),
    Case(network + "W1 = np.ones((5, 5))", "(5, 5)", "reset"),
    Case("data \"no_such_file.csv\"", "no_such_file.csv"),
    Case("run no_such_file.nn", "no_such_file.nn"),
    Case("load no_such_file.safetensors", "no_such_file.safetensors"),
    Case("data \"/\"", "directory"),
    Case("run /", "directory"),
    Case("network 1000000000000000000 -> 3 relu -> 1 sigmoid", "1000000000000000000"),
    Case("network 2 -> -3 relu -> 1 sigmoid", "-3"),
    Case("network 2 -> 0 relu -> 1 sigmoid", "0"),
    Case("data moons samples=-5", "-5"),
    Case("np.zeros((10**9, 10**9))", "memory"),
    Case("[0] * 10**12", "memory"),
    Case("1 / 0", "division by zero"),
    Case("9223372036854775807 + 1", "64 bits"),
    Case("a = [1, 2]\na[5]", "5"),
    Case("d = {'W1': 1}\nd['W2']", "W2"),
    Case("np.ones((2, 2))[3]", "index 3 is out of range"),
    Case("np.sun(3)", "np has no sun", "did you mean np.s"),
    Case("class Network:\n    pass", "class", "examples/article.nn"),
    Case("import torch", "torch"),
    Case("np.array([[1, 2], [3]])", "differ in length"),
    Case("np.array([1.0], dtype=np.float32)", "float32"),
    Case("if np.ones(3) > 0: pass", "any()"),
    Case("def f(x): return f(x)\nf(1)", "deep"),
    Case("f = 3\nf(1)", "cannot be called"),
    Case("a, b = 1, 2, 3", "2 names cannot take 3 values"),
    Case("for i in 5: pass", "range(5)"),
    Case("x = 5\nx.shape", "has no attribute shape"),
    Case("train", "network"),
    Case("show nothing_there", "nothing_there"),
    Case("data moons samples=9\nsplit test=2.5", "2.5"),
    Case("foo bar", "bar"),
    Case("save", "save needs its argument"),
    Case("predict", "predict"),
    Case(network + "del W1", "belongs to the network", "reset"),
    Case("x == = 1", "="),
    Case("'unterminated", "string"),
    Case("\u{0}\u{1}\u{2}"),
  ]

  @Test(arguments: cases) func isAnErrorWithItsPlace(_ wrong: Case) throws {
    let transcript = Transcript()
    let diagnostic = try #require(transcript.failure(wrong.lines), "no error")
    let said = diagnostic.sentence + "\n" + (diagnostic.hint ?? "")
    for words in wrong.says { #expect(said.contains(words), "says: \(said)") }
    #expect(diagnostic.span != nil && diagnostic.source != nil, "no place: \(said)")
    #expect(!diagnostic.sentence.contains("(") || !diagnostic.sentence.contains("Error("), "a raw fact: \(said)")
    let shown = render(diagnostic).plain
    #expect(shown.hasPrefix("error: ") && shown.contains("| "))
    #expect(transcript.run("1 + 1") == "2\n")
  }

  @Test func binaryJunkAsDataAndScript() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("nn-junk-\(UUID().uuidString)").path
    var generator = SystemRandomNumberGenerator()
    let junk = Data((0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) })
    try junk.write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    for line in ["data \"\(path)\"", "run \(path)", "load \(path)"] {
      let transcript = Transcript()
      #expect(transcript.failure(line) != nil, "\(line)")
      #expect(transcript.run("1 + 1") == "2\n")
    }
  }

  @Test func aTenMegabyteLine() {
    for line in [
      String(repeating: "x", count: 10_000_000), "x = " + String(repeating: "1 + ", count: 2_500_000) + "1",
      "x = [" + String(repeating: "1, ", count: 3_333_333), "# " + String(repeating: "c", count: 10_000_000) + "\n)",
      "x = '" + String(repeating: "s", count: 10_000_000),
    ] {
      let transcript = Transcript()
      let diagnostic = transcript.failure(line)
      #expect(diagnostic != nil)
      if let diagnostic { #expect(render(diagnostic).plain.utf8.count < 2000) }
      #expect(transcript.run("1 + 1") == "2\n")
    }
  }

  @Test(arguments: ["(", "[", "{1: ", "-", "not ", "f(", "lambda: ", "x if x else "])
  func nestingTenThousandDeep(_ piece: String) {
    let transcript = Transcript()
    #expect(transcript.failure(String(repeating: piece, count: 10_000) + "1") != nil)
    #expect(transcript.run("1 + 1") == "2\n")
  }

  @Test func valuesNestedTenThousandDeep() {
    let transcript = Transcript()
    #expect(transcript.failure("a = []\nfor i in range(100000): a = [a]\nprint(a)") != nil)
    #expect(transcript.run("1 + 1") == "2\n")
  }

  @Test func anErrorLeavesTheStateAsItWas() {
    let transcript = Transcript()
    transcript.run(WrongInputTests.network + "loss mse\nbefore = W1.copy()")
    _ = transcript.failure("network 2 -> 3 softmax -> 0 relu")
    _ = transcript.failure("loss cross_entropy")
    _ = transcript.failure("W1 = np.ones((9, 9))")
    _ = transcript.failure("load no_such_file.safetensors")
    #expect(transcript.run("(W1 == before).all()") == "True\n")
    #expect(transcript.run("loss").contains("mse"))
  }
}
