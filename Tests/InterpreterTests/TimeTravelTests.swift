import Arrays
import Interpreter
import NeuralNetwork
import Testing

/// undo, redo, checkpoint, restore, diff.
@Suite struct TimeTravelTests {
  private func session() -> Transcript { Transcript(interactive: true) }

  @Test func aLineIsTakenBackAndDoneAgain() {
    let shell = session()
    shell.run("x = 1\nx = 2\nprint(x)\nx")
    #expect(shell.run("undo") == "undone: x = 2\n")
    #expect(shell.run("x") == "1\n")
    #expect(shell.run("redo") == "redone: x = 2\n")
    #expect(shell.run("x") == "2\n")
    #expect(shell.run("undo 2") == "undone: 2 lines, back to before x = 1\n")
    #expect(shell.run("x").hasPrefix("error: x is not defined"))
    #expect(shell.run("undo").hasPrefix("error: there is nothing to undo"))
    #expect(shell.run("redo 5") == "redone: 2 lines, up to x = 2\n")
    shell.run("undo\ny = 0")
    #expect(shell.run("redo").hasPrefix("error: there is nothing to redo"))
  }

  @Test func aliasesStayAliases() {
    let shell = session()
    shell.run("a = np.arange(6)\nb = a\nv = a[2:4]\nxs = [1, [2]]\nys = xs\nd = {'k': xs}")
    shell.run("a[0] = 5\nv += 10\nxs[1].append(3)\nxs.append(4)\nd['n'] = 1\na.sort()")
    shell.run("undo 6")
    #expect(
      shell.run("print(a, b is a, v, xs, ys is xs, d['k'] is xs, len(d))")
        == "[0 1 2 3 4 5] True [2 3] [1, [2]] True True 1\n")
    shell.run("v[0] = 9")
    #expect(shell.run("print(a)") == "[0 1 9 3 4 5]\n")
  }

  @Test func theNetworkComesBackIntoItsArrays() throws {
    let shell = session()
    shell.run("seed 1\nnetwork 2 -> 3 relu -> 1 sigmoid\noptimizer adam\ndata moons samples=20 seed=1\nold = W1")
    let network = try #require(shell.session.model.network)
    let before = network.snapshot()
    shell.run("train 20 batch_size=8 every=0")
    let after = network.snapshot()
    #expect(before != after)
    #expect(shell.run("undo") == "undone: train 20 batch_size=8 every=0\n")
    #expect(network.snapshot() == before && shell.run("old is W1") == "True\n")
    shell.run("redo")
    #expect(network.snapshot() == after)
    // Another depth, another network.
    shell.run("layer 2 softmax\nnetwork 4 -> 1 linear\nundo 2")
    #expect(network.snapshot() == after && shell.session.model.network === network)
    #expect(shell.run("old is W1") == "True\n")
  }

  @Test(arguments: ["float64", "float32"]) func parametersWrittenAroundAPassComeBack(dtype: String) throws {
    let shell = session()
    shell.run("set dtype \(dtype)\nseed 1\nnetwork 2 -> 3 relu -> 1 sigmoid\ndata moons samples=20 seed=1\nold = W1")
    shell.run("W1[0, 0] = 0.1\nweights = W1.copy()")
    shell.run("def probe():\n    W1[...] = 0\n    forward X\n    W1[...] = weights")
    shell.run("checkpoint c\nprobe()")
    #expect(shell.run("print((W1 == weights).all())") == "True\n")
    // The last value is the one before the line, not that of the pass.
    shell.run("undo")
    #expect(shell.run("print((W1 == weights).all(), old is W1)") == "True True\n")
    shell.run("redo")
    #expect(shell.run("print((W1 == weights).all())") == "True\n")
    // An alias of what a training changes has changed too.
    #expect(!shell.run("diff c").contains("old"))
    shell.run("train 1 every=0")
    #expect(shell.run("diff c").contains("changed  old"))
    shell.run("W1[0, 0] = 7\nrestore c")
    #expect(shell.run("print((W1 == weights).all(), old is W1)") == "True True\n")
  }

  @Test func aParameterThatComesBackByItselfIsNoChange() {
    let shell = session()
    shell.run("seed 1\nnetwork 2 -> 3 relu -> 1 sigmoid\nsaved = W1.copy()")
    shell.run("for i in range(1):\n    W1 = np.zeros((2, 3))\n    W1[...] = saved")
    shell.run("undo")
    #expect(shell.run("print((W1 == saved).all())") == "True\n")
    shell.run("redo")
    #expect(shell.run("print((W1 == saved).all())") == "True\n")
  }

  @Test func arraysThatANetworkNoLongerHasComeBack() {
    let shell = session()
    shell.run("seed 1\nnetwork 2 -> 3 relu -> 1 sigmoid\ndata moons samples=20 seed=1\nold = W1\ncheckpoint c")
    shell.run("train 5 lr=0.5 every=0\nkeep = W1.copy()\nset dtype float32\nrestore c")
    #expect(shell.run("print((old == W1).all(), old is W1)") == "True True\n")
    shell.run("undo")
    #expect(shell.run("print((old == keep).all(), old is W1)") == "True False\n")
    shell.run("def f():\n    train 5 lr=0.5 every=0\n    set dtype float64\nf()\nset dtype float32\nold = W1")
    shell.run("def g():\n    train 5 lr=0.5 every=0\n    set dtype float64")
    shell.run("g()\nkeep = old.copy()\nundo 2\nredo 2")
    #expect(shell.run("print((old == keep).all(), old is W1)") == "True False\n")
  }

  @Test(arguments: ["float64", "float32"]) func aLargeNetworkComesBack(dtype: String) throws {
    let shell = session()
    // Its weights are copied by several threads, its gradients only once there are some.
    shell.run("set dtype \(dtype)\nset threads 2\nnetwork 300 -> 600 relu -> 2 softmax\nX = np.random.randn(20, 300)")
    shell.run("Y = np.arange(20) % 2\nW1[7, 7] = 0.1")
    let network = try #require(shell.session.model.network)
    let states = ["forward", "backward", "step", "train 2 batch_size=7 every=0"].map {
      let before = network.snapshot()
      shell.run($0)
      return before
    }
    let last = network.snapshot()
    for state in states.reversed() {
      shell.run("undo")
      #expect(network.snapshot() == state)
    }
    #expect(shell.run("W1[7, 7]") == "0.1\n")
    shell.run("redo 4")
    #expect(network.snapshot() == last)
  }

  @Test func aFailedLineIsAStepToo() {
    let shell = session()
    shell.run("xs = []")
    shell.run("for i in range(3): xs.append(1 / (2 - i))")
    #expect(shell.run("xs") == "[0.5, 1.0]\n")
    #expect(shell.run("undo") == "undone: for i in range(3): xs.append(1 / (2 - i))\n")
    #expect(shell.run("xs") == "[]\n")
  }

  @Test func checkpoints() {
    let shell = session()
    shell.run("a = np.zeros(3)\ncheckpoint before\na += 1\nb = a")
    #expect(shell.run("restore befor").contains("hint: did you mean before?"))
    shell.run("restore before")
    #expect(shell.run("a") == "[0. 0. 0.]\n")
    #expect(shell.run("b").hasPrefix("error: b is not defined"))
    #expect(shell.run("undo") == "undone: restore before\n")
    #expect(shell.run("b is a, a") == "(True, array([1., 1., 1.]))\n")
    shell.run("undo 2\na[0] = 7\nrestore before")
    #expect(shell.run("a") == "[0. 0. 0.]\n")
  }

  @Test func differences() {
    let shell = session()
    shell.run("network 2 -> 2 relu -> 1 sigmoid\nW1[...] = 1\nold = W1\nX = np.zeros(3)\nz = 1\ncheckpoint before")
    #expect(shell.run("diff before") == "nothing has changed since before\n")
    shell.run("W1[1, 0] = 3\nW1[0, 1] -= 0.5\nX[0] = 1\ndel z\ny = 0\noptimizer adam")
    #expect(
      shell.run("diff before") == """
        parameter  shape   largest change  at      mean change
        W1         (2, 2)               2  [1, 0]        0.625
        optimizer adam (was sgd)
        bound    y
        removed  z
        changed  X, old

        """)
    shell.run("checkpoint after\nnetwork 2 -> 1 linear\nreset")
    // The engine's own updates count like the user's, under every name.
    #expect(shell.run("diff before after").contains("[1, 0]        0.625\n"))
    #expect(shell.run("diff before").contains("network none (was 2 -> 2 relu -> 1 sigmoid)"))
    #expect(shell.run("diff befor").contains("hint: did you mean before?"))
    #expect(shell.run("diff after before").contains("optimizer sgd (was adam)"))
  }

  @Test func theEarliestSavedContentsWin() {
    let shell = session()
    shell.run("network 1 -> 1 linear\nW1[...] = 1\ncheckpoint one\nW1 += 1\nforward [1]\nbackward [0]\nstep")
    #expect(shell.run("restore one\nW1").hasSuffix("[[1.]]\n"))
    #expect(shell.run("undo\nundo 4\nW1").hasSuffix("[[1.]]\n"))
    shell.run("redo 4")
    #expect(shell.run("diff one").contains("W1"))
  }

  @Test func oldLinesAreDroppedBeyondTheLimit() {
    let shell = session()
    shell.run("a = np.zeros(200000)\nset undo_memory 4")
    for i in 1...9 { shell.run("a += \(i)") }
    // 1.6 MB each: two of them fit.
    #expect(shell.run("undo 9") == "undone: 2 lines, back to before a += 8\n")
    #expect(shell.run("undo").hasPrefix("error: a += 7 cannot be undone"))
    // What others refer to anyway takes none.
    shell.run("for i in range(20): b = a")
    for _ in 0..<20 { shell.run("b = a\nb = 0") }
    #expect(shell.session.undo(40).count == 40)
    // A line that changes more than fits at once.
    shell.run("c = np.zeros(1000000)\nc[0] = 1")
    #expect(shell.run("undo").hasPrefix("error: c[0] = 1 cannot be undone"))
    #expect(shell.run("print(c[0])") == "1.0\n")
    #expect(shell.run("set undo_memory -1").contains("error: undo_memory must be 0 to 1048576"))
  }

  @Test func aScriptThatSpeaksOfItKeepsItsLines() {
    #expect(Transcript.of("x = 1\nx = 2\nundo\nx") == "undone: x = 2\n1\n")
    #expect(Transcript.of("for i in range(2):\n    undo").contains("error: undo stands on a line of its own"))
  }

  @Test func aTrainingDoesNotCopyItsData() throws {
    let shell = session()
    shell.run("X = np.zeros((60000, 20))\nY = np.zeros((60000, 1))\nnetwork 20 -> 1 sigmoid\nset undo_memory 8")
    // The data have 9.6 MB, and the line can be undone with 8.
    shell.run("train 1 every=0")
    #expect(shell.run("undo") == "undone: train 1 every=0\n")
  }
}
