import Arrays
import Foundation
import Interpreter
import Syntax
import Testing

/// Every call that completion offers survives wild arguments: it gives a value or an error, and stops when it is asked to. The calls come from a
/// seed, so that one that fails comes again.
///
/// `NN_WILD_CALLS` says how many there are, `NN_WILD_FIRST` the number of the first; `NN_WILD_LOG` names a file that tells the call being made, for
/// a trap ends the tests before they can tell.
@Suite struct WildCallTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let first = environment["NN_WILD_FIRST"].flatMap { Int($0) } ?? 0
  private static let count = environment["NN_WILD_CALLS"].flatMap { Int($0) } ?? 1500

  @Test func everyCallThatCompletionOffersSurvives() throws {
    let calls = WildCalls()
    let log = Self.environment["NN_WILD_LOG"]
    for number in Self.first..<Self.first + Self.count {
      let line = calls.line(number)
      if let log { try "\(number)\n\(line)\n".write(toFile: log, atomically: false, encoding: .utf8) }
      let transcript = Transcript()
      let watchdog = Watchdog(transcript.session.interrupt)
      let failure = transcript.failure(calls.prelude + line)
      #expect(watchdog.stop(), "call \(number) took long and did not stop when asked to: \(line)")
      if let failure { #expect(!failure.sentence.isEmpty, "call \(number): \(line)") }
    }
  }
}

/// Asks what runs to stop after two seconds; ten more are a hang.
private final class Watchdog: @unchecked Sendable {
  private let ended = DispatchSemaphore(value: 0)
  private let began = Date()

  init(_ interrupt: Interrupt) {
    let ended = ended
    Thread.detachNewThread {
      if ended.wait(timeout: .now() + 2) == .timedOut { interrupt.request() }
    }
  }

  /// Whether it ended in time.
  func stop() -> Bool {
    ended.signal()
    return Date().timeIntervalSince(began) < 12
  }
}

/// The calls: what completion offers behind each beginning, with arguments that nobody means.
private struct WildCalls {
  let prelude = """
    import matplotlib.pyplot as plt
    set pictures off
    a = np.arange(6.0).reshape(2, 3); v = np.arange(3); q = np.array(2.5); m = np.array([[True, False]])
    s = "aé b"; l = [3, 1, 2]; d = {"k": 1, 2: [3]}; t = (1, 2.5, "x"); r = range(5); f = 2.5; i = 7
    rng = np.random.RandomState(1)

    """

  /// Those that would end the sitting, wait for a person or write files of any name.
  private static let excluded: Set<String> = ["quit", "exit", "save", "history", "lesson", "present", "run", "record"]

  private static let values = [
    "2**62", "-9223372036854775807 - 1", "9223372036854775807", "-1", "0", "1", "3", "-2**62", "2**31", "-2**31",
    "10**10",
    "np.nan", "np.inf", "-np.inf", "1e308", "-1e308", "5e-324", "-0.0", "1e19", "9.3e18", "0.5", "True", "None",
    "\"\"", "\"abc\"", "\"é\"", "\"axis\"", "\"float64\"", "[]", "[[]]", "[[1, 2], [3]]", "()", "{}", "{1: 2}",
    "(2**62, 2**62)", "(0, 2**62)", "(-1, 3)", "[2**62, -2**62]", "[1e308, -1e308]", "[np.nan, 1]", "(1, 2)", "[0, 1]",
    "np.array([])", "np.zeros((0, 3))", "np.zeros((3, 0))", "np.array(5)", "np.array(np.nan)", "np.zeros((1,) * 8)",
    "np.array([[1, np.nan], [np.inf, -1e308]])", "np.array([True, False])", "np.arange(3)", "np.array([2**62, -2**62])",
    "np.broadcast_to(1.0, (2000, 2000))", "np.broadcast_to(1, (2**40,))", "np.float64(1e300)", "np.int64(-2**62)",
    "range(2**62)", "range(0, -2**62, -1)", "range(3037000500)", "len", "lambda *x: x", "lambda x: x", "np", "int",
    "float",
    "np.float32", "slice(None)", "slice(2**62, -2**62, -1)", "...", "a", "v", "q", "m", "s", "l", "d", "t", "r", "rng",
    "iter(l)", "\"x\" * 1000", "[l] * 3", "a.T", "a[::-1]",
  ]

  /// What is called, and the names of its parameters where completion offers them.
  private var calls: [(name: String, keywords: [String])] = []

  init() {
    let transcript = Transcript()
    transcript.run(prelude)
    let beginnings = [
      "", "np.", "np.random.", "np.linalg.", "np.testing.", "plt.", "a.", "q.", "s.", "l.", "d.", "t.", "r.", "f.",
      "i.",
      "rng.",
    ]
    for beginning in beginnings {
      for offered in offers(beginning, transcript.session) {
        let name = String(offered.prefix { $0 != "(" })
        if Self.excluded.contains(name) || name.contains("=") { continue }
        let keywords = offers(beginning + name + "(", transcript.session).filter { $0.hasSuffix("=") }
        calls.append((beginning + name, keywords))
      }
    }
  }

  private func offers(_ line: String, _ session: Session) -> [String] {
    Completion.candidates(line: line, cursor: line.utf8.count, session: session).candidates
  }

  func line(_ number: Int) -> String {
    var random = SplitMix(state: UInt64(number))
    let call = calls[random.below(calls.count)]
    var arguments = (0..<random.below(5)).map { _ in Self.values[random.below(Self.values.count)] }
    if !call.keywords.isEmpty && random.below(2) == 0 {
      arguments.append(call.keywords[random.below(call.keywords.count)] + Self.values[random.below(Self.values.count)])
    }
    let line = "\(call.name)(\(arguments.joined(separator: ", ")))"
    return call.name.hasPrefix("plt.") && random.below(2) == 0 ? line + "\nplt.show()" : line
  }
}

/// The numbers of a seed: Steele, Lea and Flood's SplitMix.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
