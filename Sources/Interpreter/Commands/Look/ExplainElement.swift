import Arrays
import NeuralNetwork

/// One element of a value.
extension Explain {
  func element(_ name: EngineName, _ word: String, _ index: [Int]) throws -> StyledText {
    guard let explanation = network.explain(name, at: index) ?? alone(name, index) else {
      throw Fault(.index, "\(word) has no element \(index)")
    }
    let isGradient = name.isGradient
    var text = StyledText(explanation.text, .strong)
    // A parameter is shown as it is now; what the passes used is theirs.
    let value = name.isParameter ? now(name, index) : explanation.value
    text.append(" = \(Explain.full(value))\n")
    text.append(HelpText.wrapped(meaning(of: name, index), indent: 2).joined(separator: "\n") + "\n", .dim)
    switch explanation.origin {
    case .given: break
    case .sum(let terms):
      if let formula = network.formula(of: name) {
        text.append("  \(formula.text)\(isGradient ? "     m = \(network.forwardSamples ?? 0)" : "")\n", .code)
      }
      text.append(products(terms))
      text.append("\n")
      text.append(sum(of: explanation, indent: 2))
    case .formula(let formula): text.append(numbers(formula, indent: 2))
    }
    if let shut = explanation.shut, let samples = network.forwardSamples {
      let line =
        samples == 1
        ? "\(shut.activation) is shut: \(shut.name) <= 0, its derivative is 0."
        : "\(shut.activation) is shut (\(shut.name) <= 0) in \(shut.count) of \(samples) samples: they add 0."
      text.append("\n" + HelpText.wrapped(line, indent: 2).joined(separator: "\n") + "\n")
    }
    if !explanation.chain.isEmpty { text.append(chain(explanation)) }
    if name.isParameter || isGradient { text.append(step(name, index)) }
    if name.isParameter, network.isExplicable(name.gradient) {
      let gradient = name.gradient.text(convention) + explanation.text.dropFirst(word.count)
      text.append("\n  explain \(gradient) says where the gradient comes from.\n", .dim)
    }
    return text
  }

  /// A parameter before any pass.
  private func alone(_ name: EngineName, _ index: [Int]) -> ElementExplanation? {
    name.isParameter ? ElementExplanation(given: name, at: index, now(name, index), convention) : nil
  }

  private func now(_ name: EngineName, _ index: [Int]) -> Double {
    guard let array = network.parameter(name) else { return .nan }
    return array.doubles[index[0] * array.strides[0] + index[1] * array.strides[1]]
  }

  /// What the number is, in words.
  private func meaning(of name: EngineName, _ index: [Int]) -> String {
    let (row, column) = convention == .rows ? (index[0], index[1]) : (index[1], index[0])
    func of(_ layer: Int, _ what: String) -> String { "\(what) of unit \(column) of layer \(layer), sample \(row)" }
    switch name {
    case .weights(let layer): return "the weight from \(source(layer, row)) to unit \(column) of layer \(layer)"
    case .bias(let layer): return "the bias of unit \(column) of layer \(layer)"
    case .activation(0): return "input \(column) of sample \(row)"
    case .activation(let layer): return of(layer, "the activation (\(activation(layer).text))")
    case .prediction: return "output \(column) for sample \(row)"
    case .preactivation(let layer): return of(layer, "the weighted sum")
    case .activationGradient(let layer): return of(layer, "how the sample's loss changes with the activation")
    case .preactivationGradient(let layer): return of(layer, "how the sample's loss changes with the weighted sum")
    case .weightsGradient(let layer):
      return "how the loss changes with the weight from \(source(layer, row)) to unit \(column) of layer \(layer)"
    case .biasGradient(let layer): return "how the loss changes with the bias of unit \(column) of layer \(layer)"
    case .loss, .batchSize: return ""
    }
  }

  private func source(_ layer: Int, _ row: Int) -> String {
    layer == 1 ? "input \(row)" : "unit \(row) of layer \(layer - 1)"
  }

  /// `the mean over samples s of A0[s, 0] * dA1[s, 3] * relu'(Z1[s, 3])`
  private func products(_ terms: TermSum) -> StyledText {
    let product = terms.factorNames.joined(separator: " * ")
    let line =
      terms.divisor == nil ? "the sum over k of \(product)" : "the mean over samples s of \(product)"
    return StyledText(HelpText.wrapped(line, indent: 2).joined(separator: "\n") + "\n")
  }

  /// The chain of the sample that adds the most.
  private func chain(_ explanation: ElementExplanation) -> StyledText {
    guard case .sum(let terms) = explanation.origin, case .sample(let sample)? = terms.largest.first?.place else {
      return chainLines(explanation.chain, heading: "Where it comes from")
    }
    let heading =
      terms.count == 1 ? "The chain back from the loss" : "The chain of sample \(sample), which adds the most"
    return chainLines(explanation.chain, heading: heading)
  }

  private func chainLines(_ chain: [ElementExplanation], heading: String) -> StyledText {
    var text = StyledText("\n  \(heading):\n")
    for step in chain {
      switch step.origin {
      case .formula(let formula): text.append(numbers(formula, indent: 4))
      case .sum(let terms):
        text.append("    \(step.text) = ", .code)
        let pieces = terms.largest.map { term in
          term.factors.map(Explain.factor).joined(separator: " * ")
        }
        let rest = terms.restCount == 0 ? "" : " + \(Explain.factor(terms.restSum)) of \(terms.restCount) more"
        let right = pieces.joined(separator: " + ") + rest + " = \(NumberText.short(step.value))"
        let names = terms.factorNames.joined(separator: " * ")
        text.append("sum over k of \(names)\n", .code)
        text.append(HelpText.wrapped("= " + right, indent: 6).joined(separator: "\n") + "\n")
      case .given: break
      }
    }
    return text
  }

  /// What a step would do to the parameter.
  private func step(_ name: EngineName, _ index: [Int]) -> StyledText {
    let parameter = name.parameter
    guard let step = try? network.explainStep(parameter, at: index) else {
      return StyledText("\n  What step would do is known after forward and backward.\n", .dim)
    }
    let rate = network.declaration.optimizer["lr"] ?? 0
    var text = StyledText(
      "\n  What step would do (\(network.declaration.optimizer.name), lr \(NumberText.short(rate))):\n")
    for line in step.lines { text.append(numbers(line, indent: 4)) }
    return text
  }
}

extension EngineName {
  var isGradient: Bool {
    switch self {
    case .weightsGradient, .biasGradient: true
    default: false
    }
  }

  /// The parameter of a gradient; itself for a parameter.
  var parameter: EngineName {
    switch self {
    case .weightsGradient(let layer): .weights(layer)
    case .biasGradient(let layer): .bias(layer)
    default: self
    }
  }
}
