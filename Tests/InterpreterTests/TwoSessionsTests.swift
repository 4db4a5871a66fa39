import Foundation
import Interpreter
import Syntax
import Testing

/// Two sessions on two threads of one process give what each gives alone: names, generators, undo, settings, interrupts. Run under the thread sanitizer
/// (`swift test --sanitize thread --filter TwoSessions`) it also says that they share nothing that changes.
@Suite(.serialized) struct TwoSessionsTests {
  static let program = """
    seed SEED
    data moons samples=60 noise=0.2 seed=SEED
    split test=0.25 seed=SEED
    network 2 -> 6 relu -> 1 sigmoid
    train 20 lr=0.5 every=10 batch_size=16
    undo
    redo
    train 5 every=0
    checkpoint c
    set precision SEED
    a = np.random.randn(50)
    a *= 2
    undo
    print(a[:3], a.sum())
    words = {}
    for i in range(200):
        words["w%d" % (i % 17)] = words.get("w%d" % (i % 17), 0) + len("é" * i)
    print(sorted(words.items())[:3])
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    print(fib(12), max([3, 1, 2]), "{:.3f}".format(1 / 3))
    restore c
    evaluate
    forward;
    backward;
    explain dW1[0, 1]
    check gradients
    import matplotlib.pyplot as plt
    plt.plot([1, 2, 3])
    undo
    xs = [[1], [2]]
    xs[0].append(xs)
    undo
    print(xs, np.log(np.array([0.0, 1.0])))
    diff c
    show network
    """

  private static func text(_ seed: Int) -> String {
    let shell = Transcript(interactive: true)
    let text = shell.run(program.replacingOccurrences(of: "SEED", with: "\(seed)"))
    return text + shell.warnings.joined() + shell.notes.joined()
  }

  @Test func giveWhatEachGivesAlone() {
    let alone = (1...4).map(TwoSessionsTests.text)
    #expect(!alone.contains { $0.contains("error:") }, "\(alone[0])")
    let together = Results(count: 4)
    let threads = (1...4).map { seed in
      let thread = Thread {
        for _ in 0..<3 { together.put(seed - 1, TwoSessionsTests.text(seed)) }
        together.finish()
      }
      thread.stackSize = 8 << 20
      return thread
    }
    for thread in threads { thread.start() }
    together.wait()
    for i in 0..<4 { #expect(together.all[i] == [alone[i], alone[i], alone[i]]) }
  }

  /// An interrupt stops its own session, whichever thread asks, and no other.
  @Test func anInterruptStopsItsOwnSession() {
    let results = Results(count: 2)
    let sessions = (0..<2).map { _ in Transcript() }
    let first = sessions[0].session
    for i in 0..<2 {
      let shell = sessions[i]
      let session = shell.session
      let lines = i == 0 ? "x = 0\nwhile True:\n    x += 1\nprint('went on')" : "print(sum(range(3000000)))"
      nonisolated(unsafe) let pair = (shell, session)
      Thread {
        results.put(i, pair.0.run(lines))
        results.finish()
      }.start()
    }
    Thread.sleep(forTimeInterval: 0.2)
    first.interrupt.request()
    results.wait()
    #expect(results.all[0] == ["interrupted\n"])
    #expect(results.all[1] == ["4499998500000\n"])
    #expect(sessions[0].run("print(1)") == "1\n")
  }
}

/// What threads put there.
private final class Results: @unchecked Sendable {
  private let condition = NSCondition()
  private var texts: [[String]]
  private var running: Int

  init(count: Int) {
    texts = Array(repeating: [], count: count)
    running = count
  }

  func put(_ index: Int, _ text: String) { condition.withLock { texts[index].append(text) } }

  func finish() {
    condition.withLock {
      running -= 1
      condition.signal()
    }
  }

  func wait() { condition.withLock { while running > 0 { condition.wait() } } }

  var all: [[String]] { condition.withLock { texts } }
}
