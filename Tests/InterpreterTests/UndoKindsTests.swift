import Foundation
import Interpreter
import Syntax
import Testing

/// `undo` after a line of every kind gives back every bit, at the prompt and in a script, whatever comments say; `redo` gives the change again.
@Suite struct UndoKindsTests {
  /// What is there before each line.
  static let setting = """
    seed 3
    data moons samples=24 noise=0.1 seed=1
    split test=0.25 seed=1
    network 2 -> 3 relu -> 1 sigmoid
    optimizer adam
    train 2 every=0
    forward;
    backward;
    a = np.arange(6.0)
    b = a
    v = a[1:4]
    i8 = np.arange(4)
    xs = [3, [1, 2], 'x']
    ys = xs
    d = {'a': 1, 'l': [1]}
    t = ([1], 2)
    old = W1
    rng = np.random.RandomState(3)
    it = iter([1, 2, 3])
    def counter():
        n = [0]
        def up():
            n[0] += 1
            return n[0]
        return up
    up = counter()
    def f(l):
        l.append(9)
    checkpoint before
    W1 = W1 * 2
    x = 1
    import matplotlib.pyplot as plt
    plt.plot([1, 2])
    """

  static let lines =
    UndoPropertyTests.lines + [
      "plt.plot([3, 4])", "plt.title('t')", "plt.figure()", "plt.show()", "plt.xlabel('x')", "plt.hist([1, 2, 2])",
      "plot data", "plot loss", "plot W1", "set pictures off", "set pictures text", "set threads 1", "set trace on",
      "set undo_memory 100", "set threshold 3", "set edgeitems 2", "set linewidth 40", "set suppress on",
      "checkpoint later", "checkpoint before delete=True", "restore before", "diff before", "time a += 1",
      "time train 1 every=0", "%step", "x = 1 # this comment says undo and redo", "x += 1; # checkpoint",
      "x = 'é'; # e\\u0301", "d['a'] += 1", "d['l'].append(2)", "t[0].append(3)", "xs[1][0] = 9", "up()", "next(it)",
      "rng.rand()", "np.random.rand(3)", "np.random.seed(1)", "f(xs)", "del d", "del up", "i8 += 1", "i8[1:3] = 7",
      "a[::-1].sort()", "v[:] = 0", "a = None", "xs = ys = a", "_ = 5", "help train", "?relu", "explain dW1[0, 1]",
      "check gradients", "diagnose", "predict X_test", "evaluate", "forward X_test", "train 1", "train 1 every=0;",
      "train 3 lr=0.1 batch_size=4 every=0", "train 3 validation=(X_test, Y_test) every=1", "l = train(2, every=0)",
      "for k in range(3): step", "while x < 5: x += 1", "if x: W1[0, 0] = 4", "W1[...] = 0", "b1 += 1", "W2 = W2 - dW2",
      "init xavier", "optimizer sgd lr=0.2", "loss mse", "reset", "seed 5", "data blobs samples=9 seed=1",
      "standardize", "split test=0.5 seed=2", "layer 2 relu", "dropout 0.1", "set dtype float32", "def g(): return a",
      "import numpy", "import matplotlib.pyplot as plot_module", "from numpy import exp as e",
      "global_name = lambda: x",
      "a, xs = xs, a", "xs[0], xs[2] = xs[2], xs[0]", "np.put(a, [0], 5)", "np.copyto(a, b * 2)", "a.resize(6)",
      "save \"FOLDER/n.safetensors\"", "load \"FOLDER/network.safetensors\"", "run \"FOLDER/inner.nn\"", "1 / 0",
      "nonsense(", "a.append(1)", "a[9] = 1", "xs[7]",
    ]

  static let folder: String = {
    let folder = NSTemporaryDirectory() + "nn-undo-\(ProcessInfo.processInfo.processIdentifier)"
    try! FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try! "# no redo here\nx = 7\nxs.append(x)\ntrain 1 every=0\nundo\na += 1\n".write(
      toFile: folder + "/inner.nn", atomically: true, encoding: .utf8)
    _ = Transcript.of("network 2 -> 2 relu -> 1 sigmoid\nsave \"\(folder)/network.safetensors\"")
    return folder
  }()

  @Test(arguments: [true, false]) func everyKindComesBack(isInteractive: Bool) {
    #expect(UndoKindsTests.lines.count >= 150)
    for line in UndoKindsTests.lines {
      let line = line.replacingOccurrences(of: "FOLDER", with: UndoKindsTests.folder)
      let shell = Transcript(interactive: isInteractive)
      let objects = ObjectNumbers()
      shell.run(UndoKindsTests.setting)
      let before = StateFingerprint(shell.session, objects)
      shell.run(line)
      let after = StateFingerprint(shell.session, objects)
      if after == before { continue }
      shell.run("undo")
      let back = StateFingerprint(shell.session, objects)
      #expect(back == before, "undo of \(line): \(back.difference(before))")
      shell.run("redo")
      let again = StateFingerprint(shell.session, objects)
      #expect(again == after, "redo of \(line): \(again.difference(after))")
    }
  }

  /// A line within a source undoes lines of its own source only; the whole run is one step of the outer one.
  @Test func aFileHasStepsOfItsOwn() throws {
    let inner = UndoKindsTests.folder + "/steps.nn"
    for comment in ["", "# this comment says redo\n"] {
      try (comment + "x = 1\nx = 2\nundo\nprint(x)\nundo\nundo\n").write(
        toFile: inner, atomically: true, encoding: .utf8)
      let shell = Transcript()
      #expect(
        shell.run("x = 0\nrun \"\(inner)\"").hasPrefix(
          "undone: x = 2\n1\nundone: x = 1\nerror: there is nothing to undo"))
      #expect(shell.run("print(x)\nundo\nundo\n").hasPrefix("0\nundone: x = 0\nerror: there is nothing to undo"))
    }
  }
}
