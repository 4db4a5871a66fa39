import Interpreter
import Testing

/// Networks and the names that commands bind.
@Suite struct CommandModelTests {
  @Test func bothFormsOfADeclarationDrawTheSameWeights() {
    let whole = Transcript.of("seed 7\nnetwork 3 -> 4 relu -> 2 softmax\nprint(W1, W2)")
    let byLayers = Transcript.of("seed 7\ninput 3\nlayer 4 relu\nlayer 2 softmax\nprint(W1, W2)")
    let byNumPy = Transcript.of(
      "seed 7\nprint(np.random.randn(3, 4) * np.sqrt(2 / 3), np.random.randn(4, 2) * np.sqrt(2 / 4))")
    #expect(whole == byLayers)
    #expect(whole == byNumPy)
  }

  @Test func initWithASeedLeavesTheGlobalGeneratorAlone() {
    let text = Transcript.of(
      "seed 1\nnetwork 2 -> 2 relu -> 1 sigmoid\ninit he seed=42\nw = W1.copy()\ninit he seed=42\n(w == W1).all()")
    #expect(text == "True\n")
    let before = Transcript.of("network 2 -> 1 sigmoid\nseed 5\ninit he seed=1\nnp.random.rand()")
    #expect(before == Transcript.of("seed 5\nnp.random.rand()"))
    // Before its network it says how that one is drawn.
    let early = Transcript.of("init he seed=9\nnetwork 2 -> 3 relu -> 1 sigmoid\nW1")
    #expect(early == Transcript.of("network 2 -> 3 relu -> 1 sigmoid\ninit he seed=9\nW1"))
    #expect(early == Transcript.of("init he seed=9\ninput 2\nlayer 3 relu\nlayer 1 sigmoid\nW1"))
  }

  @Test func parametersAreLive() {
    let transcript = Transcript()
    transcript.run("network 2 -> 2 relu -> 1 sigmoid\nold = W1\nsaved = W1.copy()\nb1 = [1, 2]\nW1 = [[1, 2], [3, 4]]")
    #expect(transcript.run("b1") == "[[1. 2.]]\n")
    #expect(transcript.run("old") == "[[1. 2.]\n [3. 4.]]\n")
    transcript.run("forward [1, 1];\nbackward [1];\nstep lr=1;")
    #expect(transcript.run("(old == W1).all()") == "True\n")
    #expect(transcript.run("(saved == W1).all()") == "False\n")
    let failure = transcript.failure("W1 = np.ones((3, 3))")
    #expect(failure?.hint?.contains("reset") == true)
    #expect(transcript.run("W1.shape") == "(2, 2)\n")
    #expect(transcript.run("reset\nW1 = 5\nW1") == "5\n")
  }

  @Test func parametersInFunctionsAreOrdinaryNames() {
    let transcript = Transcript()
    transcript.run("network 2 -> 2 relu -> 1 sigmoid\ndef f():\n  W1 = 3\n  return W1")
    #expect(transcript.run("f()") == "3\n")
    #expect(transcript.run("W1.shape") == "(2, 2)\n")
  }

  @Test func passesBindTheNamesOfTheArticle() {
    let rows = Transcript()
    rows.run("network 3 -> 4 relu -> 2 softmax\nforward [0.5, 0.2, 0.8];\nbackward [1, 0];")
    #expect(
      rows.run("A0.shape, Z1.shape, A1.shape, Z2.shape, A2.shape, yhat.shape, ŷ.shape")
        == "((1, 3), (1, 4), (1, 4), (1, 2), (1, 2), (1, 2), (1, 2))\n")
    #expect(
      rows.run(
        "np.allclose(dZ2, A2 - [[1, 0]]), np.allclose(dW2, A1.T @ dZ2 / m), np.allclose(dZ1, dZ2 @ W2.T * relu'(Z1))")
        == "(True, True, True)\n")
    #expect(rows.run("np.allclose(loss, -np.log(yhat[0, 0]))") == "True\n")

    let columns = Transcript()
    columns.run(
      "set convention columns\nnetwork 3 -> 4 relu -> 2 softmax\nx = [0.5, 0.2, 0.8]\nforward x;\nbackward [[1], [0]];")
    #expect(
      columns.run("x.shape, z1.shape, a1.shape, yhat.shape, W1.shape, b1.shape")
        == "((3, 1), (4, 1), (4, 1), (2, 1), (4, 3), (4, 1))\n")
    #expect(columns.run("np.allclose(z1, W1 @ x + b1), np.allclose(dW1, dz1 @ x.T)") == "(True, True)\n")
  }

  @Test func inColumnsXIsTheInput() {
    let transcript = Transcript(interactive: true)
    transcript.run("set convention columns\nnetwork 2 -> 3 relu -> 1 sigmoid\nforward [0.5, -0.2];")
    #expect(transcript.run("x.shape, np.allclose(W1 @ x + b1, z1)") == "((2, 1), True)\n")
    transcript.run("forward np.array([[1, 2, 3], [4, 5, 6]]);")
    #expect(transcript.run("x.shape, np.array_equal(x, a0)") == "((2, 3), True)\n")
    // It is undone, and forgotten with the pass.
    #expect(transcript.run("undo 2;\nx").contains("x is not defined"))
    #expect(transcript.run("forward [0.5, -0.2];\nnetwork 2 -> 1 sigmoid\nx").contains("x is not defined"))
    // An x of one's own stays, but becomes a column where it is the input.
    #expect(transcript.run("x = [1, 2]\nforward [0.5, -0.2];\nx") == "[1, 2]\n")
    #expect(transcript.run("forward x;\nx") == "[[1.]\n [2.]]\n")
    #expect(transcript.run("forward [0.5, -0.2];\nx") == "[[1.]\n [2.]]\n")
    #expect(transcript.notes.isEmpty)
    // In rows there is none.
    #expect(Transcript.of("network 2 -> 1 sigmoid\nforward [1, 2];\nx").contains("x is not defined"))
  }

  @Test func resultsAreFreshEachTime() {
    let transcript = Transcript()
    transcript.run("network 2 -> 1 sigmoid\nforward [1, 2];\nfirst = Z1\nforward [3, 4];")
    #expect(transcript.run("(first == Z1).all()") == "False\n")
  }

  @Test func whatIsNotComputedSaysSo() {
    let transcript = Transcript()
    transcript.run("network 2 -> 1 sigmoid")
    #expect(transcript.failure("show dW1")?.sentence == "dW1 is not computed yet")
    #expect(transcript.failure("show dW1")?.hint == "run forward [0.5, 0.5], then backward [1]")
    #expect(transcript.failure("Z1 + 1")?.hint == "run forward [0.5, 0.5]")
    #expect(transcript.failure("W3")?.sentence.contains("1 layer") == true)
    #expect(transcript.failure("show gradients")?.sentence.contains("not computed") == true)
    transcript.run("forward [1, 2];\nnetwork 2 -> 3 relu -> 1 sigmoid")
    #expect(transcript.failure("Z1")?.hint == "run forward [0.5, 0.5]")
  }

  @Test func aNoteTellsOnceThatANameIsReplaced() {
    let transcript = Transcript()
    transcript.run("Z1 = 3\nnetwork 2 -> 1 sigmoid\nforward [1, 2];\nforward [1, 2];")
    #expect(transcript.notes.filter { $0.contains("Z1") }.count == 1)
  }

  @Test func theConventionIsFixedWhileThereIsANetworkOrData() {
    let transcript = Transcript()
    transcript.run("network 2 -> 1 sigmoid")
    #expect(transcript.failure("set convention columns")?.hint == "reset first")
    transcript.run("reset\ndata moons samples=10 seed=1")
    #expect(transcript.failure("set convention columns")?.hint == "reset first")
    #expect(
      transcript.run("reset\nset convention columns\ndata moons samples=10 seed=1\nX.shape, Y.shape")
        == "((2, 10), (1, 10))\n")
    #expect(transcript.run("split test=0.2 seed=1\nX_train.shape, Y_test.shape") == "((2, 8), (1, 2))\n")
  }

  @Test func anIllegalPairIsAnErrorAtTheDeclarationAndChangesNothing() {
    let transcript = Transcript()
    transcript.run("network 2 -> 3 softmax")
    let failure = transcript.failure("loss binary_cross_entropy")
    #expect(failure?.sentence == "binary_cross_entropy does not go with softmax at the output")
    #expect(failure?.hint?.contains("cross_entropy") == true)
    #expect(transcript.run("loss") == "cross_entropy\n")
    #expect(transcript.failure("network 2 -> 4 nothing") != nil)
    #expect(transcript.run("W1.shape") == "(2, 3)\n")
  }

  @Test func anErrorPointsAtItsArgument() {
    let transcript = Transcript()
    transcript.run("network 2 -> 1 sigmoid")
    let failure = transcript.failure("forward [1, 2, 3]")
    #expect(failure?.span?.start == 8)
    #expect(failure?.hint == "the input has 3 features, the network's input has 2")
  }

  @Test func declarationsAreConfirmedOnlyAtAPrompt() {
    let lines =
      "seed 1\nset precision 4\nnetwork 2 -> 1 sigmoid\nloss mse\noptimizer sgd lr=0.5\ninit xavier\ndata moons samples=10"
    #expect(Transcript.of(lines) == "")
    let shell = Transcript(interactive: true)
    #expect(shell.run("network 2 -> 10 relu -> 1 sigmoid") == "2 -> 10 relu -> 1 sigmoid: 41 parameters\n")
  }

  @Test func aCommandInAnExpressionIsMuteAndItsCallOnALineReports() {
    let transcript = Transcript()
    transcript.run("network 2 -> 1 sigmoid\ndata moons samples=20 seed=1")
    #expect(transcript.run("losses = train(4, every=1)") == "")
    #expect(transcript.run("train(2, every=1)").split(separator: "\n").count == 2)
    #expect(transcript.run("train 2 every=1;") == "")
    #expect(transcript.run("for i in range(2): train 1 every=1").split(separator: "\n").count == 2)
    #expect(transcript.run("p = forward([1, 2])") == "")
    #expect(transcript.run("evaluate").hasPrefix("accuracy 0."))
  }

  @Test func showNetworkAndData() {
    let transcript = Transcript()
    let text = transcript.run("network 2 -> 10 relu -> 1 sigmoid\nshow network")
    #expect(text.contains("(m, 10)") && text.contains("41") && text.contains("binary_cross_entropy"))
    let data = transcript.run("data moons samples=10 seed=1\nshow data")
    #expect(data.contains("(10, 2)") && data.contains("0: 5, 1: 5"))
  }

  @Test func quitEndsWhateverRuns() {
    let transcript = Transcript()
    #expect(transcript.run("for i in range(3):\n  print(i)\n  quit 3\nprint('no')") == "0\n")
    #expect(transcript.session.exitStatus == 3)
  }
}
