import Arrays
import Interpreter
import NeuralNetwork
import Testing

/// Every command that declares, runs or checks a network with any argument: none traps, and an error leaves everything as it was.
@Suite struct WildArgumentTests {
  private static let values = [
    "0", "1", "2", "3", "-1", "0.5", "2**62", "-2**63", "2**63 - 1", "2**53", "2**31", "1e308", "5e-324", "np.nan",
    "np.inf", "-np.inf", "np.int64(3)", "True", "None", "'a'", "[]", "[1]", "[[1, 2]]", "(1, 2)", "np.zeros((0, 2))",
    "np.zeros((2, 0))", "np.array(3.0)", "np.ones((3, 2, 2))", "{}", "print", "X", "X[:3]", "X.T", "X * 1e308", "Y",
    "W1",
    "[['a', 'b']]", "[[np.nan, 1]]",
  ]
  /// Commands, and how many values stand before the options. Options are those declared.
  private static let commands: [(name: String, positional: ClosedRange<Int>)] = [
    ("forward", 0...1), ("backward", 0...1), ("step", 0...0), ("train", 1...1), ("predict", 1...1), ("evaluate", 0...2),
    ("input", 1...1), ("layer", 1...1), ("dropout", 0...1), ("loss", 0...0), ("optimizer", 0...0), ("init", 0...0),
    ("standardize", 0...0), ("network", 1...3), ("check", 0...0),
  ]
  private static let words: [String: [String]] = [
    "layer": ActivationKind.catalog.names, "loss": LossKind.catalog.names, "optimizer": OptimizerKind.catalog.names,
    "init": InitializerKind.catalog.names, "check": ["gradients"],
  ]

  private struct Draw {
    var steps: UndoPropertyTests.Steps
    mutating func pick<Element>(_ from: [Element]) -> Element { from[steps.next(from.count)] }

    mutating func line() -> String {
      if steps.next(6) == 0 {
        return pick(["X", "Y", "X_train", "W1", "b1", "W2[0, 0]"]) + " = " + pick(WildArgumentTests.values)
      }
      let (name, positional) = pick(WildArgumentTests.commands)
      var line = name
      let count = positional.lowerBound + steps.next(positional.count)
      if name == "network" {
        line += " " + pick(["2", pick(WildArgumentTests.values)])
        for _ in 0..<count {
          line += " -> \(pick(["1", "3", pick(WildArgumentTests.values)])) \(pick(ActivationKind.catalog.names))"
        }
      } else if name == "train" {
        // A training that may be endless ends by itself.
        line += pick([" 2", " 0", " 2**62 patience=1 lr=0", " -2**63", " 1.5", " 'a'"])
      } else {
        for _ in 0..<count { line += " (\(pick(WildArgumentTests.values)))" }
      }
      if let words = WildArgumentTests.words[name] { line += " " + pick(words) }
      let options = CommandCatalog.byName[name]!.parameters.filter {
        $0.position == .option && !line.contains($0.name + "=")
      }
      var given: Set<String> = []
      for _ in 0..<steps.next(3) where !options.isEmpty {
        let option = pick(options)
        guard given.insert(option.name).inserted else { continue }
        line += " \(option.name)=" + (option.words.isEmpty ? "(\(pick(WildArgumentTests.values)))" : pick(option.words))
      }
      return line
    }
  }

  @Test(arguments: 0..<8) func nothingTrapsAndErrorsChangeNothing(seed: UInt64) {
    var draw = Draw(steps: UndoPropertyTests.Steps(state: seed &* 0x9E37_79B9 &+ 7))
    let shell = Transcript(interactive: true)
    let objects = ObjectNumbers()
    for round in 0..<8 {
      shell.run("reset\nseed \(round)\ndata moons samples=12\nnetwork 2 -> 3 relu -> 1 sigmoid\nforward;\nbackward;")
      for _ in 0..<25 {
        let line = draw.line()
        let before = StateFingerprint(shell.session, objects)
        let text = shell.run(line)
        guard text.contains("error:") else { continue }
        let after = StateFingerprint(shell.session, objects)
        let isSame = after == before
        #expect(isSame, "\(line): \(isSame ? "" : after.difference(before))")
      }
    }
  }
}
