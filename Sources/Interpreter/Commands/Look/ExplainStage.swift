import Arrays
import NeuralNetwork

/// One value: its formula with shapes, then with its numbers.
extension Explain {
  /// Of one name by itself.
  func whole(_ name: EngineName) throws -> StyledText {
    switch name {
    case .weights, .bias:
      var text = ArrayReport.report(
        name.text(convention), network.parameter(name)!, options: model.session.printOptions)
      let shape = network.shape(of: name)!
      text.append("a parameter: \(Explain.inits(name, network)); step changes it by its gradient\n", .dim)
      text.append(
        "explain \(name.text(convention))[0, \(shape[1] - 1)] says what step would do to one element\n", .dim)
      return text
    case .activation(0):
      var text = ArrayReport.report(
        name.text(convention), network.value(name)!, options: model.session.printOptions)
      let scaled = network.scaling == nil ? "" : ", scaled: less X_mean, then divided by X_std"
      text.append("the input of the last forward\(scaled)\n", .dim)
      return text
    case .batchSize:
      return StyledText("m = \(network.batchSize ?? 0)\n  the number of samples of the last pass\n")
    case .loss:
      var text = StyledText("loss", .strong)
      text.append(" = \(Explain.full(network.loss ?? .nan))\n")
      text.append(try stage(name))
      return text
    default: return try stage(name)
    }
  }

  private static func inits(_ name: EngineName, _ network: Network) -> String {
    if case .bias = name { return "it starts at 0" }
    return "drawn by init \(network.declaration.initializer.text)"
  }

  /// Formula and shapes, the formula with the numbers in it, the result.
  func stage(_ name: EngineName) throws -> StyledText {
    guard let formula = network.formula(of: name) else { return StyledText() }
    var text = StyledText()
    text.append(Trace.line(name, network, indent: 2))
    if name == .loss, (network.forwardSamples ?? 0) > 1 {
      text.append(sum(of: network.explain(.loss, at: [])!, indent: 4))
      return text
    }
    let blocks = NumberBlocks(network)
    let sample = name.isOfSamples && (network.forwardSamples ?? 0) > 1 ? 0 : nil
    if sample != nil { text.append("    the first sample:\n", .dim) }
    text.append(blocks.right(of: formula, sample: sample, indent: 4))
    return text
  }
}

extension EngineName {
  /// Whether each sample has its own.
  var isOfSamples: Bool {
    switch self {
    case .activation, .preactivation, .prediction, .activationGradient, .preactivationGradient: true
    default: false
    }
  }
}
