import Arrays
import Interpreter
import Testing

/// Random wrong formulas: where they differ is right, and what a diagnosis claims is true.
@Suite struct RandomDerivationTests {
  static let activations = ["relu", "tanh", "sigmoid", "leaky_relu", "softplus", "linear"]

  struct Draw {
    let random: RandomState
    func int(_ bound: Int) -> Int { Int(random.randomSample() * Double(bound)) }
    func of<Item>(_ items: [Item]) -> Item { items[int(items.count)] }
    func number() -> String { "\((random.standardNormal() * 1000).rounded() / 1000 + 0.0004)" }
  }

  /// A network of one to three layers with its passes made, and the names with their shapes in rows.
  static func program(_ draw: Draw, _ convention: String) -> (text: String, names: [String]) {
    let depth = 1 + draw.int(3)
    let samples = 1 + draw.int(8)
    let inputs = 1 + draw.int(4)
    let widths = (0..<depth).map { _ in 1 + draw.int(4) }
    let (output, targets) = draw.of([
      ("sigmoid", "(np.random.rand(\(samples), \(widths[depth - 1])) > 0.5).astype(int)"),
      ("linear", "np.random.randn(\(samples), \(widths[depth - 1]))"),
      ("softmax", "np.eye(\(widths[depth - 1]))[np.random.randint(0, \(widths[depth - 1]), \(samples))]"),
    ])
    let layers = widths.enumerated().map { "\($1) \($0 == depth - 1 ? output : draw.of(activations))" }
    let turn = convention == "columns" ? "X, Y = X.T, Y.T" : ""
    var lines = [
      "set convention \(convention)", "seed \(draw.int(100_000))", "X = np.random.randn(\(samples), \(inputs))",
      "Y = \(targets)", turn, "network \(inputs) -> \(layers.joined(separator: " -> "))",
    ]
    for layer in 1...depth { lines.append("b\(layer) = np.random.randn(*b\(layer).shape)") }
    lines += ["forward X;", "backward Y;"]
    let (z, a) = convention == "rows" ? ("Z", "A") : ("z", "a")
    var names: [String] = []
    for layer in 1...depth {
      names += ["\(z)\(layer)", "\(a)\(layer)", "d\(z)\(layer)", "d\(a)\(layer)", "dW\(layer)", "db\(layer)"]
    }
    return (lines.joined(separator: "\n"), names)
  }

  /// A wrong formula for a name: its value, or another, bent by random numbers and functions.
  static func formula(_ draw: Draw, _ name: String, _ names: [String], _ depth: Int = 0) -> String {
    let other = depth < 2 && draw.int(3) > 0 ? formula(draw, name, names, depth + 1) : name
    switch draw.int(12) {
    case 0: return "(\(other) * \(draw.number()))"
    case 1: return "(\(other) + \(draw.number()))"
    case 2: return "np.tanh(\(other))"
    case 3: return "(\(other) ** 2)"
    case 4: return "np.roll(\(other), 1)"
    case 5: return "\(other)[::-1]"
    case 6: return "(\(other) + 0.01 * np.cos(np.arange(\(name).size)).reshape(\(name).shape))"
    case 7: return "np.abs(\(other))"
    case 8: return "(\(other) * np.linspace(0.5, 1.7, \(name).size).reshape(\(name).shape))"
    case 9: return "relu(\(other))"
    case 10: return "sigmoid(\(other))"
    default: return "np.cumsum(\(other), axis=0)"
    }
  }

  @Test(arguments: ["rows", "columns"]) func noFalseDiagnosis(convention: String) throws {
    let draw = Draw(random: try RandomState(seed: convention == "rows" ? 11 : 12))
    var wrong = 0
    var diagnosed = 0
    while wrong < 200 {
      let transcript = Transcript()
      let (program, names) = RandomDerivationTests.program(draw, convention)
      transcript.run(program)
      for _ in 0..<8 {
        let name = draw.of(names)
        let expression = RandomDerivationTests.formula(draw, name, names)
        let differs = "~np.isclose(\(expression), \(name), rtol=1e-5, atol=1e-8 * np.max(np.abs(\(name))))"
        guard transcript.run("(\(differs)).any()") == "True\n" else { continue }
        wrong += 1
        let text = transcript.run("check \(name) = \(expression)")
        #expect(text.hasPrefix("differs: \(name) is not the engine's\n"), "\(expression): \(text)")
        if transcript.run("\(name).size") != "1\n" {
          let first = transcript.run("np.argwhere(\(differs))[0].tolist()").dropLast()
          #expect(text.contains("first at \(first): "), "\(expression): \(text)")
        }
        for claim in claims(text) {
          diagnosed += 1
          let holds = "np.allclose(\(claim), \(expression), rtol=1e-6, atol=0) "
          #expect(transcript.run(holds) == "True\n", "\(program)\n\(name) = \(expression)\n\(text)")
        }
      }
    }
    // The formulas are bent at random: hardly one is a known mistake.
    #expect(diagnosed <= 20)
  }

  /// The formulas that a report names.
  private func claims(_ text: String) -> [String] {
    var found: [String] = []
    // Lines indented by four go on with the one before.
    for line in text.replacing("\n    ", with: " ").split(separator: "\n") {
      if line.hasPrefix("  just these numbers come from ") { found.append(String(line.dropFirst(31))) }
      if line.hasPrefix("  - "), let colon = line.lastIndex(of: ":") {
        found.append(String(line[colon...].dropFirst(2)))
      }
    }
    return found
  }
}
