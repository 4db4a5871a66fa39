/// A formula about single numbers, with the numbers: `velocity = momentum * velocity + dW1[0, 3]`, 0.9 · 0.1 + 0.02.
public struct ScalarFormula: Sendable, Equatable {
  public enum Piece: Sendable, Equatable {
    case text(String)
    case operand(String, Double)
  }

  /// What is computed.
  public let target: String
  public let pieces: [Piece]
  public let value: Double

  /// The right side in names.
  public var right: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .operand(let name, _): name
      }
    }.joined()
  }
  public var text: String { "\(target) = \(right)" }
}

/// An update of one element as it is written down: each line may use the names of those before it.
struct UpdateRule {
  private(set) var lines: [ScalarFormula] = []
  private var names: [String: (text: String, value: Double)]

  /// `W` is the parameter, `dW` its gradient, `t` the number of this step; options and slots by their names.
  init(
    _ optimizer: Optimizer, parameter: (String, Double), gradient: (String, Double), slots: [Double], rate: Double,
    step: Int
  ) {
    names = ["W": parameter, "dW": gradient, "t": ("t", Double(step))]
    for (option, value) in zip(optimizer.kind.documentation.options, optimizer.values) {
      names[option.name] = (option.name, value)
    }
    for (slot, value) in zip(optimizer.kind.slots, slots) { names[slot] = (slot, value) }
    names["lr"] = ("lr", rate)
  }

  subscript(name: String) -> Double { names[name]!.value }

  /// Writes down `name = template` with its value, which the lines after it see.
  mutating func set(_ name: String, _ template: String, _ value: Double) {
    let target = names[name]?.text ?? name
    let pieces = FormulaTemplate.tokens(template).map { token -> ScalarFormula.Piece in
      switch token {
      case .text(let text): .text(text)
      case .name(let name): names[name].map { .operand($0.text, $0.value) } ?? .text(name)
      }
    }
    lines.append(ScalarFormula(target: target, pieces: pieces, value: value))
    names[name] = (target, value)
  }

  /// The name of the gradient with the weight decay in it.
  mutating func decayedGradient() -> String {
    if self["weight_decay"] == 0 { return "dW" }
    set("g", "dW + weight_decay * W", self["dW"] + self["weight_decay"] * self["W"])
    return "g"
  }
}
