import Interpreter
import Testing

/// Values nested deeper than the stack are made, used and freed; what cannot be done with them is an error of its line.
@Suite struct TeardownTests {
  /// How a value of each kind holds another, `x`; empty for the kinds that hold none. A kind that is new does not compile until it stands here.
  private static func wrappings(_ value: Value) -> [String] {
    switch value {
    case .none, .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat, .string, .array, .range, .ellipsis, .builtin,
      .module, .type, .generator:
      []
    case .list: ["[x]", "[0, x, x]"]
    case .tuple: ["(x,)", "(1, x)"]
    case .dictionary: ["{1: x}", "{'a': [x]}"]
    case .slice: ["slice(x)", "slice(0, x)"]
    case .function: ["(lambda g: lambda: g)(x)", "(lambda g: lambda h=g: h)(x)"]
    case .method: ["[x].append"]
    case .iterator:
      ["iter([x])", "(y for y in [x])", "map(abs, [x])", "filter(None, (x,))", "reversed([x])", "zip([x])"]
    case .dictionaryView: ["{1: x}.values()", "{1: x}.items()"]
    }
  }

  /// One expression of each kind that holds others.
  static let holders = ["[]", "()", "{}", "slice(1)", "lambda: 1", "[].append", "iter([])", "{}.values()"]
  /// What walks another iterator, and so is as deep as that when a value is asked for.
  static let walkers = ["map(abs, x)", "zip(x)", "enumerate(x)", "filter(None, x)", "iter(enumerate(x))"]

  private static func nested(_ wrapping: String, _ start: String) -> String {
    "x = \(start)\nfor i in range(100000):\n    x = \(wrapping)\n"
  }

  @Test(arguments: holders)
  func nestedValuesAreFreed(holder: String) throws {
    let transcript = Transcript()
    transcript.run("made = \(holder)")
    let wrappings = TeardownTests.wrappings(try #require(transcript.session.lookup("made")))
    #expect(!wrappings.isEmpty, "\(holder)")
    for wrapping in wrappings {
      #expect(
        transcript.run(TeardownTests.nested(wrapping, "None") + "x = None\nprint('freed')") == "freed\n", "\(wrapping)")
    }
  }

  @Test(arguments: walkers)
  func nestedIteratorsAreFreedAndAskedForAValue(walker: String) {
    let transcript = Transcript()
    transcript.run(TeardownTests.nested(walker, "[1]"))
    for use in ["next(iter(x))", "list(x)", "print(*x)", "for y in x: pass", "1 in x", "sum(x)", "a, *b = x"] {
      #expect(transcript.failure(use) != nil, "\(use)")
    }
    #expect(transcript.run("x = None\nprint('freed')") == "freed\n")
  }

  @Test(arguments: ["[x]", "(x,)", "{1: x}", "[({1: x},)]"])
  func usesOfNestedValuesEnd(wrapping: String) {
    let transcript = Transcript()
    let build = TeardownTests.nested(wrapping, "()")
    transcript.run(build + build.replacing("x", with: "y"))
    for use in [
      "x == y", "[x] == [y]", "x in [1, y]", "sorted([x, y])", "x < y", "repr(x)", "'%s' % [x]", "np.array(x)",
      "max(x, y)",
    ] {
      _ = transcript.failure(use)
      #expect(transcript.run("print(1)") == "1\n", "\(use)")
    }
    #expect(transcript.run("x = y = None\nprint('freed')") == "freed\n")
  }

  @Test func aDeepTupleIsAKey() {
    let build = TeardownTests.nested("(x, i)", "()")
    #expect(Transcript.of(build + "d = {x: 5}\nprint(d[x], x in d, (x, 1) in d)\nd = x = None") == "5 True False\n")
  }

  @Test func longChoicesAndManyClauses() {
    let branches = (1...35_000).map { "elif n == \($0): r = \($0)\n" }.joined()
    #expect(Transcript.of("n = 34999\nif n == 0: r = 0\n\(branches)else: r = -1\nprint(r)") == "34999\n")
    let clauses = String(repeating: " for i in [1]", count: 20_000)
    #expect(Transcript().failure("[1\(clauses)]") != nil)
  }
}
