import Arrays
import Interpreter
import Syntax
import Testing

/// What `show` writes: nothing lost without colour, nothing wider than a screen of 80 columns.
struct ShowTests {
  /// Keeps the styled text.
  private final class StyledSink: OutputSink {
    var texts: [StyledText] = []
    func receive(_ output: Output) {
      switch output {
      case .reported(let text), .echoed(let text): texts.append(text)
      default: break
      }
    }
  }

  private static func heats(_ lines: String) throws -> [(text: String, heat: Double)] {
    let sink = StyledSink()
    #expect(Session(sink: sink).evaluate(CodeCell(Source(name: "test", text: lines))).failure == nil)
    return sink.texts.last?.runs.compactMap { run in
      if case .heat(let heat) = run.style { (run.text, heat) } else { nil }
    } ?? []
  }

  private static func widest(_ text: String) -> Int { text.split(separator: "\n").map(\.count).max() ?? 0 }

  @Test func heatFollowsSignAndSize() throws {
    let heats = try Self.heats("show np.array([[1.0, -2.0], [0.0, 0.5]])")
    #expect(heats.map(\.text) == ["1.", "-2.", "0.", "0.5"])
    #expect(heats.map(\.heat) == [0.5, -1, 0, 0.25])
    #expect(try Self.heats("show np.array([3, -4])").map(\.heat) == [0.75, -1])
    #expect(try Self.heats("show np.array([1.0, np.nan, -np.inf, -1.0])").map(\.heat) == [1, -1])
    #expect(try Self.heats("show np.array([True, False])").isEmpty)
    #expect(try Self.heats("show np.zeros((2, 2))").isEmpty)
  }

  @Test func theCharactersAreThoseOfNumPy() {
    for text in [
      "np.array([[1.5, -2.0], [0.25, 3]])", "np.arange(6).reshape(1, 2, 3)", "np.array([1e300, -1e-300, 0])",
    ] {
      let transcript = Transcript()
      let printed = transcript.run("print(\(text))")
      let shown = transcript.run("show \(text)")
      #expect(shown.hasSuffix("\n" + printed))
    }
  }

  @Test func kinds() {
    let transcript = Transcript()
    #expect(transcript.run("show np.array([1, 2])").contains("(2,) int64\n[1 2]\n"))
    #expect(transcript.run("show np.array([True])").contains("(1,) bool\n[ True]\n"))
    #expect(transcript.run("show np.zeros((0, 3))").contains("(0, 3)\n[]\n"))
    #expect(transcript.run("show np.array(5.0)").contains("5."))
    #expect(transcript.run("x = [1, 2]\nshow x") == "x = [1, 2]\n")
    #expect(transcript.run("x = [i / 7 for i in range(1000)]\nshow x").hasPrefix("x list of 1000\n[ "))
  }

  @Test func largeOnesByStatistics() {
    let transcript = Transcript()
    let text = transcript.run("a = np.arange(-100, 300.0).reshape(20, 20)\nshow a")
    #expect(text.contains("..."))
    #expect(text.hasSuffix("mean 99.5  std 115.5  min -100  max 299  zeros 0.25%\n"))
    let broken = transcript.run("a[0, 0] = np.nan\na[0, 1] = np.inf\nshow a")
    #expect(broken.hasSuffix("min -98  max 299  zeros 0.251%\nleft out of these: 1 nan, 1 inf\n"))
    #expect(transcript.run("show np.full(300, np.nan)").hasSuffix("no finite number: 300 nan, 0 inf\n"))
    #expect(transcript.run("show np.arange(400) > 99").hasSuffix("True 75%\n"))
  }

  @Test func networkTableAndDrawing() {
    let transcript = Transcript()
    let text = transcript.run("network 2 -> 4 relu -> dropout 0.5 -> 1 sigmoid\nshow network")
    #expect(
      text == """
        layer      activation  input   output  parameters  init  gradient
        input                          (m, 2)           0
        1 dense    relu        (m, 2)  (m, 4)          12  he           —
          dropout  rate 0.5    (m, 4)  (m, 4)           0
        2 dense    sigmoid     (m, 4)  (m, 1)           5  he           —
        total                                          17
        loss binary_cross_entropy, optimizer sgd

                               ○
           ○     ── W1 ─▶      ○      ── W2 ─▶     ○
           ○                   ○
                               ○
        2 inputs            4 relu             1 sigmoid
                          dropout 0.5

        """)
    let trained = transcript.run("data moons samples=20 seed=1\nforward;\nbackward;\nshow network")
    let norm = transcript.run("print('%.4g' % np.sqrt((dW2 ** 2).sum() + (db2 ** 2).sum()))")
    #expect(trained.contains("5  he") && trained.contains(norm.dropLast()) && !trained.contains("—"))
    #expect(transcript.run("network 2 -> 100 relu -> 1 sigmoid\nshow network").contains("⋮"))
    #expect(
      transcript.run("reset\nset convention columns\nnetwork 2 -> 3 tanh -> 1 linear\nshow network").contains("(2, m)"))
  }

  @Test func nothingThatIsNotComputed() {
    let transcript = Transcript()
    transcript.run("network 2 -> 3 relu -> 1 sigmoid")
    for (name, command) in [("dW1", "backward"), ("db2", "backward"), ("Z1", "forward"), ("loss", "backward")] {
      let failure = transcript.failure("show \(name)")
      #expect(failure?.sentence == "\(name) is not computed yet")
      let hint = "run forward [0.5, 0.5]" + (command == "backward" ? ", then backward [1]" : "")
      #expect(failure?.hint == hint)
    }
  }

  @Test func historyOfEverySize() {
    let transcript = Transcript()
    transcript.run(
      "seed 1\nX = np.ones((4, 2)) * 1e40\nY = np.ones((4, 1))\nnetwork 2 -> 1 linear\ntrain 50 lr=1 every=0;")
    let text = transcript.run("show history")
    #expect(Self.widest(text) <= 79)
    #expect(text.contains("e+") && text.contains("not finite") && text.contains("×"))
  }

  @Test("no line of show is wider than 79 columns: random arrays", arguments: 0..<60)
  func arraysFit(seed: Int) {
    let transcript = Transcript()
    transcript.run(
      """
      seed \(seed)
      d = np.random.randint(0, 5)
      s = [int(np.random.randint(0, [40, 9, 5, 3][d - 1])) for i in range(d)]
      e = np.random.choice([0, 3, 20, 290])
      a_name_that_goes_on_and_on_until_it_is_wider_than_the_screen_of_eighty_columns = np.random.randn(*s) * 10.0 ** e if d > 0 else np.array(1.5)
      v = a_name_that_goes_on_and_on_until_it_is_wider_than_the_screen_of_eighty_columns
      """)
    for line in [
      "show v", "show a_name_that_goes_on_and_on_until_it_is_wider_than_the_screen_of_eighty_columns",
      "show v * 0 + v / v", "show v > 0", "show np.clip(v, -1000, 1000).astype(int) * 10 ** 15", "show v.tolist()",
      "set suppress on\nshow v\nset suppress off", "show (v, 'a string that is long ' * 9, {'k': v})",
    ] {
      let text = transcript.run(line)
      #expect(Self.widest(text) <= 79, "\(line)\n\(text)")
    }
  }

  @Test("no line of show is wider than 79 columns: random networks and data", arguments: 0..<40)
  func networksFit(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func pick(_ count: Int) -> Int {
      // Knuth's linear congruential generator.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let hidden = ["relu", "leaky_relu 0.0123456789", "elu 1.000123", "tanh", "softplus", "swish", "gelu"]
    let outputs = ["sigmoid", "softmax", "linear"]
    let sizes = [1, 2, 3, 7, 8, 12, 300]
    var chain = "\(sizes[pick(7)])"
    for _ in 0..<pick(7) {
      chain += " -> \(sizes[pick(7)]) \(hidden[pick(hidden.count)])"
      if pick(4) == 0 { chain += " -> dropout 0.123456789" }
    }
    chain += " -> \(sizes[pick(7)]) \(outputs[pick(3)])"
    let transcript = Transcript()
    if pick(2) == 0 { transcript.run("set convention columns") }
    let optimizer = ["sgd lr=1e-5", "adam lr=0.000123456 beta1=0.912345678 beta2=0.9987654321 epsilon=1.23456e-12"][
      pick(2)]
    transcript.run("seed \(seed)\noptimizer \(optimizer)\ninit normal\nnetwork \(chain)")
    let inputs = transcript.run("print(b1.size, W1.size)").split(separator: " ").compactMap { Int($0.trimmingSuffix()) }
    guard inputs.count == 2 else {
      Issue.record("\(chain) is no network")
      return
    }
    let width = inputs[1] / inputs[0]
    transcript.run("X = np.random.randn(5, \(width)) * 10.0 ** \(pick(12) * 20)\nX[0, 0] = np.nan")
    for line in ["show network", "show data", "show history", "show gradients", "show W1", "show b1"] {
      let text = transcript.run(line)
      #expect(Self.widest(text) <= 79, "\(chain)\n\(line)\n\(text)")
    }
  }

  @Test func mistakesAreNamed() {
    let transcript = Transcript()
    #expect(transcript.failure("netwrk 2 -> 3 relu")?.sentence == "there is no command 'netwrk'")
    #expect(transcript.failure("train batch=3")?.hint?.hasPrefix("did you mean 'batch_size'?") == true)
    transcript.run("network 2 -> 1 softmax")
    #expect(transcript.warnings == ["softmax of one unit is always 1: take sigmoid, or a unit for each class"])
    transcript.run("X = np.ones((2, 2))\nY = [[0], [1]]\nnetwork 2 -> 1 sigmoid\nW1[0, 0] = np.nan\nevaluate")
    #expect(transcript.warnings.last?.contains("no finite number") == true)
  }

  @Test("no line of help is wider than 79 columns")
  func helpFits() {
    let transcript = Transcript()
    for topic in [""] + CommandCatalog.all.map(\.name) {
      let text = transcript.run("help \(topic)")
      #expect(Self.widest(text) <= 79, "\(topic)\n\(text)")
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix() -> Substring { self.last == "\n" ? self.dropLast() : self }
}
