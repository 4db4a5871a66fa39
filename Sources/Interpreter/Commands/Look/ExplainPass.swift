import Arrays
import NeuralNetwork

/// A whole pass, layer by layer.
extension Explain {
  func forward() throws -> StyledText {
    guard let samples = network.forwardSamples else {
      throw Fault(.network, "there is no forward pass to explain", hint: "run \(model.passes(to: "forward")) first")
    }
    var text = StyledText("forward", .heading)
    text.append(": \(counted(samples, "sample")) through \(counted(network.depth, "layer"))\n")
    let dropouts = dropouts()
    for layer in stride(from: 1, through: network.depth, by: 1) {
      guard network.isExplicable(.activation(layer)) else {
        text.append("\nThe pass stopped after layer \(layer - 1).\n", .dim)
        break
      }
      text.append("\n" + title(layer) + "\n", .heading)
      if let rate = dropouts[layer] {
        text.append("  (dropout \(NumberText.short(rate)) before it acts only while training)\n", .dim)
      }
      text.append(try stage(.preactivation(layer)))
      text.append(try stage(.activation(layer)))
    }
    if network.isExplicable(.prediction) {
      text.append("\n  yhat = \(EngineName.activation(network.depth).text(convention))\n")
    }
    text.append(remarks(on: nil, ""))
    return text
  }

  func backward() throws -> StyledText {
    guard network.isExplicable(.loss), let samples = network.forwardSamples else {
      throw Fault(
        .network, "there is no backward pass to explain",
        hint: "run \(model.passes(to: "backward"))")
    }
    var text = StyledText("backward", .heading)
    text.append(": from the loss back to layer 1, m = \(samples)\n\n")
    text.append("loss\n", .heading)
    text.append(try stage(.loss))
    for layer in stride(from: network.depth, through: 1, by: -1) {
      guard network.isExplicable(.weightsGradient(layer)) else {
        text.append("\nThe pass stopped at layer \(layer + 1).\n", .dim)
        break
      }
      text.append("\n" + title(layer) + "\n", .heading)
      let derivative = network.formula(of: .preactivationGradient(layer))
      let isNeeded = derivative?.operands.contains { $0.source == .value(.activationGradient(layer)) } ?? true
      // Where dZ of the output has its own formula, dA is not on the way.
      if isNeeded { text.append(try stage(.activationGradient(layer))) }
      for name in [EngineName.preactivationGradient(layer), .weightsGradient(layer), .biasGradient(layer)] {
        text.append(try stage(name))
      }
    }
    text.append(remarks(on: nil, ""))
    return text
  }

  func step() throws -> StyledText {
    let names = network.parameterNames
    let elements = try names.map { try network.explainStep($0, at: [0, 0]) }
    let optimizer = network.declaration.optimizer
    var text = StyledText("step", .heading)
    text.append(": \(optimizer.text), its step number \(elements[0].step)\n")
    let settings = zip(optimizer.kind.documentation.options, optimizer.values).filter {
      !$0.0.isSwitch && ($0.1 != 0 || $0.0.name == "lr")
    }
    let words = settings.map { "\($0.0.name) = \(NumberText.short($0.1))" }.joined(separator: ", ")
    text.append(HelpText.wrapped(words, indent: 2).joined(separator: "\n") + "\n\n", .dim)
    let texts = names.map { $0.text(convention) }
    for line in network.stepFormulas(of: names[0]) { text.append("  \(line)\n", .code) }
    let rest = "and so for " + list(Array(texts.dropFirst().prefix(5)) + (texts.count > 6 ? ["the others"] : []))
    text.append(HelpText.wrapped(rest, indent: 2).joined(separator: "\n") + "\n\n")
    text.append("  The first element of \(texts[0]):\n")
    for line in elements[0].lines { text.append(numbers(line, indent: 4)) }
    var table = TextTable([
      ("element", .left), ("shape of all", .left), ("before", .right), ("gradient", .right), ("after", .right),
    ])
    for (name, element) in zip(names, elements) {
      let gradient = network.value(name.gradient).map { $0.doubles[0] } ?? .nan
      table.add([
        name.text(convention) + "[0, 0]", network.shape(of: name)?.text ?? "", NumberText.short(element.before),
        NumberText.short(gradient), NumberText.short(element.after),
      ])
    }
    text.append("\n")
    text.append(table.styled.indented(2))
    let changed = network.parametersChangedSincePass
    if !changed.isEmpty {
      let note = "The gradients belong to the parameters before the last change; run forward and backward for new ones."
      text.append(HelpText.wrapped(note, indent: 2).joined(separator: "\n") + "\n", .dim)
    }
    return text
  }

  /// `layer 1: 2 -> 10 relu`
  private func title(_ layer: Int) -> String {
    let shape = network.shape(of: .weights(layer)) ?? [0, 0]
    let (inputs, units) = convention == .rows ? (shape[0], shape[1]) : (shape[1], shape[0])
    return "layer \(layer): \(inputs) -> \(units) \(activation(layer).text)"
  }

  func activation(_ layer: Int) -> Activation {
    let activations = network.declaration.layers.compactMap { layer -> Activation? in
      if case .dense(_, let activation) = layer { activation } else { nil }
    }
    return activations[layer - 1]
  }

  /// The rate of the dropout before each layer that has one.
  private func dropouts() -> [Int: Double] {
    var rates: [Int: Double] = [:]
    var number = 1
    for layer in network.declaration.layers {
      switch layer {
      case .dense: number += 1
      case .dropout(let rate): rates[number] = rate
      }
    }
    return rates
  }
}
