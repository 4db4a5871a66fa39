import Arrays
import NeuralNetwork

/// `set trace on`: the formula of each stage as it runs.
enum Trace {
  /// Columns of the formula where the shapes fit beside it.
  private static let column = 36

  /// `Z1 = A0 @ W1 + b1        (800, 2) @ (2, 10) + (1, 10) -> (800, 10)`
  static func line(_ name: EngineName, _ network: Network, indent: Int = 0) -> StyledText {
    guard let formula = network.formula(of: name) else { return StyledText() }
    var text = StyledText()
    let margin = String(repeating: " ", count: indent)
    let shapes = shapes(of: formula, network)
    let place = max(column, formula.text.count + 2)
    if indent + place + shapes.count <= 79 {
      text.append(margin + formula.text.padded(place), .code)
      text.append(shapes + "\n", .dim)
    } else {
      let lines = HelpText.wrapped(formula.text, indent: indent + 4)
      text.append(margin + lines.joined(separator: "\n").dropFirst(indent + 4) + "\n", .code)
      text.append(HelpText.wrapped(shapes, indent: indent + 4).joined(separator: "\n") + "\n", .dim)
    }
    return text
  }

  /// `(800, 2) @ (2, 10) + (1, 10) -> (800, 10)`; of formulas element by element the result alone.
  static func shapes(of formula: Formula, _ network: Network) -> String {
    let result = network.shape(of: formula.name)?.text ?? ""
    guard formula.right.contains("@") else {
      return result == "()" ? "a number" : result
    }
    let operands = formula.pieces.compactMap { piece -> String? in
      switch piece {
      case .text(let text): return text
      case .operand(let operand):
        if case .value(.batchSize) = operand.source { return operand.text }
        return network.shape(of: operand)?.text
      }
    }
    return operands.joined() + " -> " + result
  }

  /// The update of every parameter.
  static func step(_ network: Network) -> StyledText {
    var text = StyledText()
    for name in network.parameterNames {
      for (i, formula) in network.stepFormulas(of: name).enumerated() {
        text.append(formula.padded(column), .code)
        text.append((i == 0 ? network.shape(of: name)?.text ?? "" : "") + "\n", .dim)
      }
    }
    return text
  }
}

extension CommandInput {
  /// A layer to stop at, counted from 1.
  func layer(_ name: String, of network: Network) throws -> Int? {
    guard let layer = try int(name) else { return nil }
    if network.depth > 0, layer < 1 || layer > network.depth {
      throw at(name, NetworkError.unknownLayer(layer, depth: network.depth))
    }
    return layer
  }

  /// What a pass of this command tells its stages to.
  func trace(_ network: Network) -> (EngineName) -> Void {
    guard model.isTracing else { return { _ in } }
    return { report(Trace.line($0, network)) }
  }
}
