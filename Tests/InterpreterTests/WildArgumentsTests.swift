import Dispatch
import Interpreter
import Syntax
import Testing

/// Every builtin of Python and every method of its values, called with what nobody means: a result or an error each time, and the next line runs.
@Suite(.serialized, .timeLimit(.minutes(10))) struct WildArgumentsTests {
  /// Seeded, so that a failure comes again (SplitMix64).
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let arguments = [
    "0", "1", "-1", "2", "7", "True", "2**62", "-2**62", "9223372036854775807", "-9223372036854775808", "1000", "36",
    "0.0", "-0.0", "1.5", "1e308", "-1e308", "5e-324", "float('nan')", "float('inf')", "-float('inf')", "9.3e18",
    "''", "'a'", "'abc'", "'é\\u0301\\U0001f600'", "'a,b,,c'", "' x\\t'", "'{}{0}{x}'", "'%s%*d%(a)s'", "'{:{}}'",
    "'9' * 400",
    "'ab' * 500", "[]", "[1]", "[3, 1, 2]", "['b', 'a']", "[[1, 2], [3]]", "[None]", "[float('nan'), 1.0]", "()",
    "(1,)",
    "('a', 'b')", "((1, 2), (3, 4))", "{}", "{'a': 1}", "{1: 2, None: 3}", "range(0)", "range(5)", "range(2**62)",
    "range(2**62, -2**62, -2**61)", "range(10, 0, -3)", "None", "...", "slice(None)", "slice(-2**62, 2**62, -1)",
    "print",
    "len", "int", "str", "lambda *a, **k: a", "lambda: 1", "lambda x: x", "iter([1, 2])", "zip([1], [2])", "{}.items()",
    "np.zeros((0, 3))", "np.array([1.5, np.nan])", "np.array(3)", "np.arange(6).reshape(2, 3)",
    "np.array([True, False])",
    "np.float64(1e300)", "np.int64(-2**63)", "np.bool_(True)", "np.random.RandomState(1)", "np",
  ]

  /// `(callee, parameters)`: functions, types, methods of a value of each type.
  private static func callees() -> [(text: String, parameters: [String])] {
    let silent: Set = ["exit", "quit", "input"]
    var callees: [(String, [String])] = []
    for builtin in PythonBuiltins.all where !silent.contains(builtin.name) {
      callees.append((builtin.name, builtin.parameters.items.map(\.name)))
    }
    for (name, type) in PythonBuiltins.types {
      callees.append((name, type.constructor?.parameters.items.map(\.name) ?? []))
    }
    let receivers: [([String], [Builtin])] = [
      (["'a,b c'", "''", "'Éa\\u0301 ß'", "'%d {} ' * 30"], PythonBuiltins.strMethods),
      (["[3, 1, 2]", "[]", "[[1], 'a', None]"], PythonBuiltins.listMethods),
      (["{}", "{'a': 1, 2: 'b'}"], PythonBuiltins.dictMethods), (["(1, 'a')", "()"], PythonBuiltins.tupleMethods),
      (["range(5)", "range(2**62, -2**62, -3)"], PythonBuiltins.rangeMethods),
      (["(1.5)", "float('nan')", "1e308"], PythonBuiltins.floatMethods),
      (["(7)", "(-2**63)"], PythonBuiltins.intMethods),
    ]
    for (values, methods) in receivers {
      for method in methods {
        let name = String(method.name.split(separator: ".").last!)
        for value in values {
          callees.append(("\(value).\(name)", method.parameters.items.dropFirst().map(\.name)))
        }
      }
    }
    return callees
  }

  private static let operators = [
    "+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "<", "==", "in", "is",
  ]

  private static func line(_ dice: inout Dice, _ callees: [(text: String, parameters: [String])]) -> String {
    func argument() -> String { arguments.randomElement(using: &dice)! }
    switch Int.random(in: 0..<10, using: &dice) {
    case 0: return "\(argument()) \(operators.randomElement(using: &dice)!) \(argument())"
    case 1:
      return
        "x = \(argument())\nx[\(argument())\(["", ":" + argument(), "::" + argument()].randomElement(using: &dice)!)]"
    default:
      let (callee, parameters) = callees.randomElement(using: &dice)!
      var texts = (0..<Int.random(in: 0...min(parameters.count + 1, 4), using: &dice)).map { _ in argument() }
      if Bool.random(using: &dice), let name = parameters.randomElement(using: &dice) {
        texts.append("\(name)=\(argument())")
      }
      return "\(callee)(\(texts.joined(separator: ", ")))"
    }
  }

  @Test(arguments: 0..<5)
  func giveAResultOrAnError(part: Int) {
    let callees = WildArgumentsTests.callees()
    var dice = Dice(state: UInt64(2026 + part))
    let transcript = Transcript()
    transcript.run("import numpy as np")
    var succeeded = 0
    for _ in 0..<2000 {
      let line = WildArgumentsTests.line(&dice, callees)
      // What goes on for ever, as it does in Python, answers Ctrl-C.
      let stop = DispatchWorkItem { [interrupt = transcript.session.interrupt] in interrupt.request() }
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(500), execute: stop)
      if let failure = transcript.failure(line) {
        #expect(!failure.sentence.isEmpty, "\(line)")
      } else {
        succeeded += 1
      }
      stop.cancel()
      transcript.session.interrupt.clear()
      if transcript.text.utf8.count > 1 << 20 { transcript.run("") }
    }
    #expect(succeeded > 200, "the calls are not only refused")
    #expect(transcript.run("print(1 + 1)") == "2\n")
  }
}
