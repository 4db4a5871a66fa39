import Arrays
import Interpreter
import Testing

/// Any sequence of lines, and as many undos, gives back every state on the way bit for bit; redo gives the later ones.
@Suite struct UndoPropertyTests {
  /// Lines of every kind that change something; many fail where what they need is not there.
  static let lines = [
    "network 2 -> 3 relu -> 1 sigmoid", "network 2 -> 4 tanh -> 3 softmax",
    "network 2 -> dropout 0.3 -> 2 tanh -> 1 linear",
    "input 2", "layer 3 relu", "layer 1 sigmoid", "dropout 0.2", "loss mse", "loss binary_cross_entropy",
    "optimizer adam",
    "optimizer sgd lr=0.5 momentum=0.9", "init he seed=4", "init zeros", "init xavier", "seed 7", "reset",
    "data moons samples=24 noise=0.1", "data blobs samples=24 seed=2", "split test=0.25", "standardize", "standardize",
    "X_mean = 3",
    "forward", "forward X", "forward [0.5, 0.2]", "backward", "step", "step lr=0.3", "train 3 every=0",
    "train 2 batch_size=7 every=0 lr=0.05", "train 9 lr=40 patience=2 every=0", "losses = train(2)",
    "for i in range(3): train 1 every=0",
    "old = W1", "V = W1[0]", "V += 1", "W1 = W1 * 2", "W1 -= 0.1", "W1[0, 0] = 5", "b1[...] = 1", "del W1", "old *= 3",
    "b1 = [1, 2, 3]", "Z1 = X @ W1 + b1", "Z1[0] = 0",
    "a = np.arange(6.0)", "b = a", "v = a[1:4]", "a = a.reshape(2, 3)", "v[...] = 9", "v += 2", "a[0] = 5", "a.sort()",
    "t = a.T",
    "t[0] = 8", "np.random.shuffle(a)", "np.fill_diagonal(a, 3)", "a[a > 2] = 0", "a @= np.eye(3)", "X *= 2",
    "Y = 1 - Y",
    "np.add(a, 1, out=a)", "a.fill(4)",
    "xs = [1, [2, 3]]", "ys = xs", "xs.append(a)", "xs[1].append(4)", "ys += [5]", "xs.reverse()", "del xs[0]",
    "xs.clear()",
    "xs.insert(0, xs)", "xs *= 2", "xs.sort()", "np.random.shuffle(xs)",
    "d = {'a': 1}", "d['x'] = xs", "d.pop('a')", "d.update(b=2)", "del d['x']", "e = d", "d.clear()",
    "d.setdefault('l', []).append(1)",
    "rng = np.random.RandomState(3)", "r = rng.rand(3)", "rng.shuffle(xs)", "r = np.random.randn(2)",
    "np.random.seed(9)",
    "it = iter([1, 2, 3, 4, 5, 6])", "n = next(it)", "n = list(it)", "z = zip(it, range(9))", "n = next(z)",
    "def f(l):\n    l.append(9)\n    return l", "f(xs)", "g = lambda q: a * q", "a = g(2)",
    "def counter():\n    n = 0\n    def up():\n        nonlocal n\n        n += 1\n        return n\n    return up",
    "up = counter()", "n = up()", "def h():\n    global a\n    a = a + 1\n    a[0] = 2", "h()",
    "for i in range(4): a[i] = i", "for q in xs: a = q", "while True:\n    a[0] += 1\n    if a[0] > 20: break",
    "for i in range(5):\n    xs.append(i)\n    a[i + 3] = 1 / (2 - i)", "a, b = b, a", "del a", "x = 1 / 0",
    "assert False",
    "set precision 3", "set suppress on", "set convention columns", "set convention rows",
    "np.set_printoptions(precision=5)",
    "set dtype float32", "set dtype float64", "set trace on", "set trace off", "forward to=1", "backward to=2",
    "check gradients",
    "for i in range(1):\n    train 2 every=0\n    set dtype float32",
    "for i in range(1):\n    set dtype float64\n    step",
    "for i in range(1):\n    w = W1.copy()\n    W1 = W1 * 0\n    W1[...] = w",
    "for i in range(1):\n    w = W1.copy()\n    W1[...] = 0\n    forward X\n    W1[...] = w",
    "checkpoint c", "restore c", "checkpoint d", "restore d",
    "a", "xs", "W1", "2 + 2", "show network", "print(a)", "evaluate", "predict X", "Q = predict(X)",
    "acc = evaluate(X, Y)", "",
  ]

  @Test(arguments: 0..<12) func everyStateComesBack(seed: UInt64) {
    var random = Steps(state: seed &* 0x9E37_79B9 &+ 1)
    let shell = Transcript(interactive: true)
    let objects = ObjectNumbers()
    func now() -> StateFingerprint { StateFingerprint(shell.session, objects) }
    func expectSame(_ state: StateFingerprint, _ saved: StateFingerprint, _ what: String) {
      let isSame = state == saved
      #expect(isSame, "\(what): \(isSame ? "" : state.difference(saved))")
    }
    shell.run("seed \(seed)\na = np.arange(6.0)\nxs = [3, 1, 2]\nd = {}")
    if seed % 2 == 0 { shell.run("network 2 -> 3 relu -> 1 sigmoid\ndata moons samples=16") }
    var states = [now()]
    var typed: [String] = []
    var checkpoints: [String: StateFingerprint] = [:]
    for _ in 0..<50 {
      let line = UndoPropertyTests.lines[random.next(UndoPropertyTests.lines.count)]
      let text = shell.run(line)
      let state = now()
      if state != states.last! {
        states.append(state)
        typed.append(line)
      }
      if line.hasPrefix("checkpoint ") { checkpoints[String(line.dropFirst(11))] = state }
      if line.hasPrefix("restore "), !text.hasPrefix("error"), let saved = checkpoints[String(line.dropFirst(8))] {
        expectSame(state, saved, "\(line) after \(typed)")
      }
    }
    for (i, line) in typed.enumerated().reversed() {
      #expect(shell.session.undo() == [line])
      expectSame(now(), states[i], "undo of \(line)")
    }
    for (i, line) in typed.enumerated() {
      #expect(shell.session.redo() == [line])
      expectSame(now(), states[i + 1], "redo of \(line)")
    }
    #expect(shell.session.redo() == [])
    shell.session.undo(typed.count)
    expectSame(now(), states[0], "undo of all")
  }

  /// A small generator of its own, so that a failure can be had again (Steele and others 2014, SplitMix64).
  struct Steps {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }
}
