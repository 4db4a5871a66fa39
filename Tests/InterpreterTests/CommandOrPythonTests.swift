import Testing

/// The table "Command or Python?" of the language, line by line, as it runs.
@Suite struct CommandOrPythonTests {
  let network = """
    seed 1
    X = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    Y = np.array([[1], [0], [1]])
    network 2 -> 3 relu -> 1 sigmoid

    """

  @Test func anOptionsValueIsTheVariable() {
    let given = Transcript()
    given.run(network + "lr = 0.5\ntrain 1 lr=lr;")
    let written = Transcript()
    written.run(network + "train 1 lr=0.5;")
    #expect(given.run("print(W1)") == written.run("print(W1)"))
  }

  @Test func anArgumentIsTheLongestExpression() {
    #expect(Transcript.of(network + "n = 4\ntrain n - 1;\nprint(len(_))") == "3\n")
  }

  @Test func aFunctionOfTheUserIsCalledAndTheCommandStays() {
    let lines = network + "def train(X):\n  return 'mine'\ntrain(X)\ntrain 2;\nprint(len(_))"
    #expect(Transcript.of(lines) == "'mine'\n2\n")
  }

  @Test func aBoundWordAloneIsTheVariable() {
    let transcript = Transcript()
    transcript.run(network + "forward;\nbackward;\nbefore = W2.copy()\nstep;")
    #expect(transcript.run("(before == W2).all()") == "False\n")
    #expect(transcript.run("step = 0.1\nstep") == "0.1\n")
    #expect(transcript.run("step, lr = 1, 2\nfor step in range(3): pass\nstep") == "2\n")
    transcript.run("forward;\nbackward;\nbefore = W2.copy()\nstep lr=0.5;")
    #expect(transcript.run("(before == W2).all()") == "False\n")
    #expect(
      transcript.run("del step\nforward;\nbackward;\nbefore = W2.copy()\nstep;\n(before == W2).all()") == "False\n")
    #expect(transcript.run("step = 1\nbefore = W2.copy()\n%step;\n(before == W2).all()") == "False\n")
  }

  @Test func lossIsACommandAValueAndADifference() {
    let transcript = Transcript()
    transcript.run(network + "loss mse\nloss = 0.3\nloss mse")
    #expect(transcript.run("loss") == "0.3\n")
    #expect(transcript.run("loss - 0.25 < 0.06") == "True\n")
    transcript.run("del loss")
    #expect(transcript.run("loss").contains("mse"))
  }

  @Test func dataIsACommandAndAName() {
    let transcript = Transcript()
    transcript.run("data moons samples=20 seed=1")
    #expect(transcript.run("X.shape") == "(20, 2)\n")
    #expect(transcript.run("data = [7, 8]\ndata[0]") == "7\n")
  }

  @Test func forwardTakesOneArgument() {
    let transcript = Transcript()
    transcript.run(network)
    #expect(transcript.run("forward [1, 2];\nA0.shape") == "(1, 2)\n")
    #expect(transcript.run("forward -X;\n(A0 == -X).all()") == "True\n")
    #expect(transcript.run("forward(X)[0].shape") == "(1,)\n")
    #expect(transcript.run("(forward (X) > 2).any()") == "False\n")
    #expect(transcript.run("forward (X) > 2") == "[[False]\n [False]\n [False]]\n")
  }

  @Test func onlyACommaSplitsAnExpression() {
    let transcript = Transcript()
    transcript.run("A = np.array([1.5, 2.5])\nB = np.array([1.0, 1.0])")
    for line in ["show A - B", "show A -B"] {
      let shown = transcript.run(line)
      #expect(shown.contains("[0.5 1.5]") && shown.split(separator: "\n").count == 2)
    }
    let two = transcript.run("show A, -B")
    #expect(two.contains("[1.5 2.5]") && two.contains("[-1. -1.]"))
  }

  @Test func historyIsAWordAVariableAndACommand() {
    let transcript = Transcript()
    transcript.run(network + "train 5 every=0")
    #expect(transcript.run("show history").contains("5"))
    #expect(transcript.run("history = [1, 2]\nhistory") == "[1, 2]\n")
    #expect(transcript.run("show (history)").contains("[1, 2]") || transcript.run("show (history)").contains("[1 2]"))
    #expect(transcript.run("show history").contains("5"))
  }

  @Test func helpAndTheQuestionMarkAreTheSame() {
    #expect(Transcript.of("help relu") == Transcript.of("?relu"))
    #expect(Transcript.of("help relu").contains("max"))
  }

  @Test func timeTimesAStatementAndAssigns() {
    let transcript = Transcript()
    let text = transcript.run("A = np.eye(2)\ntime Z = A @ A\nprint(Z[0, 0])")
    #expect(text.hasSuffix("1.0\n") && text.contains("s"))
    #expect(transcript.run("time.time()").hasPrefix("error: "))
  }

  @Test func sizesAreExpressions() {
    let transcript = Transcript()
    transcript.run("sizes = [2, 5]\ninput sizes[0]\nlayer sizes[1] relu\nlayer 1 sigmoid")
    #expect(transcript.run("W1.shape") == "(2, 5)\n")
    transcript.run("reset\nn = 3\nh = 2\nnetwork n -> 2*h relu -> 1 sigmoid")
    #expect(transcript.run("W1.shape") == "(3, 4)\n")
  }

  @Test func seedIsACommandAndAName() {
    let transcript = Transcript()
    #expect(transcript.run("seed 42\nnp.random.rand()") == "0.3745401188473625\n")
    #expect(transcript.run("seed = 42\nseed") == "42\n")
  }

  @Test func thePrimeIsADerivativeAndAString() {
    let transcript = Transcript()
    #expect(transcript.run("Z1 = np.array([-1.0, 0.0, 2.0])\nrelu'(Z1)") == "[0. 0. 1.]\n")
    #expect(transcript.run("f'(x)'") == "'(x)'\n")
  }
}
