import Arrays
import NeuralNetwork
import Syntax

/// `check dW2 = A1.T @ dZ2 / m`: what the comparison found, in sentences.
enum CheckDerivation {
  static func report(_ input: CommandInput, _ name: Identifier, _ value: Value, _ formula: String) throws -> StyledText
  {
    let network = try input.model.requireNetwork()
    guard let engineName = EngineName(name.name, convention: input.model.convention) else {
      throw PlacedError(unknown(name.name, network, input.model), name.span)
    }
    let given = try input.placing("equation") { try makeArray(value) }
    guard let check = network.checkDerivation(of: engineName, given) else {
      let fault = input.model.fault(forUnbound: name.name)
      throw PlacedError(fault ?? Fault(.name, "the network has not computed \(name.name)"), name.span)
    }
    return text(name.name, formula, check)
  }

  private static func unknown(_ name: String, _ network: Network, _ model: Model) -> Fault {
    if let fault = model.fault(forUnbound: name) { return fault }
    let known = (network.parameterNames + network.forwardNames + network.backwardNames).map {
      $0.text(model.convention)
    }
    return Fault(
      .name, "\(name) is no name of the engine's",
      hint: didYouMean(name, in: known)
        ?? "check compares with what the engine computes: \(list(known.filter { $0 != "m" }.sorted()))")
  }

  private static func text(_ name: String, _ formula: String, _ check: DerivationCheck) -> StyledText {
    var text = StyledText()
    func line(_ words: String, _ style: StyledText.Style = .plain) {
      for (i, line) in HelpText.wrapped(words, indent: 4).enumerated() {
        text.append((i == 0 ? String(line.dropFirst(2)) : line) + "\n", style)
      }
    }
    let all = check.elements == 1 ? "" : ", all \(check.elements) entries"
    switch check.verdict {
    case .exact: text.append("exact: \(name) is the engine's\(all)\n", .good)
    case .close(let largest):
      text.append("approximately equal: \(name) is the engine's up to rounding\(all)\n", .good)
      line("the largest difference is \(NumberText.short(largest.size, 3))\(place(largest, " at "))")
    case .differs(let first, let largest, let count):
      text.append("differs: \(name) is not the engine's\n", .bad)
      if check.elements == 1 {
        line("yours \(number(first.given)), the engine's \(number(first.expected))")
      } else {
        line("first at \(place(first, "")): yours \(number(first.given)), the engine's \(number(first.expected))")
        line(
          "\(count) of \(check.elements) entries differ, the most at \(place(largest, "")): "
            + "by \(NumberText.short(largest.size, 3))")
      }
      mistakes(name, check, line)
    case .shape(let given, let expected):
      text.append("differs: \(name) has another shape\n", .bad)
      line("yours \(shape(given)), the engine's \(shape(expected))")
      mistakes(name, check, line)
    }
    return text
  }

  private static func mistakes(
    _ name: String, _ check: DerivationCheck, _ line: (String, StyledText.Style) -> Void
  ) {
    let shown = check.mistakes.prefix(3)
    guard let first = shown.first else {
      line("it is none of the usual mistakes", .dim)
      if check.name.isParameter {
        line(
          "\(name) is meant as it is now: a formula of the update is right after step, with old = \(name).copy() from before",
          .dim)
      }
      return
    }
    if shown.count == 1 {
      line("looks like \(first.description)", .strong)
      line("just these numbers come from \(first.formula)", .plain)
      return
    }
    line("looks like one of these; the numbers alone do not tell which:", .strong)
    for mistake in shown { line("- \(mistake.description): \(mistake.formula)", .plain) }
  }

  private static func number(_ value: Double) -> String { NumberText.short(value) }
  private static func shape(_ shape: Dims) -> String { shape.count == 0 ? "() (one number)" : shape.text }
  private static func place(_ difference: DerivationCheck.Difference, _ before: String) -> String {
    difference.index.isEmpty ? "" : before + "\(difference.index)"
  }
}
