import Arrays

/// The formulas of a network in its convention.
struct Formulas {
  let convention: Convention
  let activations: [Activation]
  let outputs: Int
  let loss: Loss
  /// Whether the targets of every sample add up to 1, as one-hot rows do.
  let targetsSumToOne: Bool

  var depth: Int { activations.count }

  /// nil for parameters, for `m` and for layers that are not there.
  func formula(of name: EngineName) -> Formula? {
    let pieces: [Formula.Piece]?
    switch name {
    case .preactivation(let layer) where has(layer): pieces = weighted(layer)
    case .activation(let layer) where has(layer): pieces = activation(layer)
    case .prediction: pieces = [value(.activation(depth))]
    case .loss: pieces = lossPieces(loss.kind.formulas.value(loss.values))
    case .activationGradient(let layer) where has(layer):
      pieces =
        layer == depth
        ? lossPieces(shared(loss.kind.formulas.gradient))
        : product(value(.preactivationGradient(layer + 1)), turned(.weights(layer + 1)))
    case .preactivationGradient(let layer) where has(layer): pieces = throughActivation(layer)
    case .weightsGradient(let layer) where has(layer):
      let factors = product(turned(.activation(layer - 1)), value(.preactivationGradient(layer)))
      pieces = factors + [.text(" / "), value(.batchSize)]
    case .biasGradient(let layer) where has(layer):
      pieces = [
        value(.preactivationGradient(layer)), .text(".sum(axis=\(convention.samplesAxis), keepdims=True) / "),
        value(.batchSize),
      ]
    default: pieces = nil
    }
    return pieces.map { Formula(name: name, nameText: name.text(convention), pieces: $0) }
  }

  /// Whether dZ of the output comes from A and Y in one formula.
  var isFused: Bool { loss.kind.fusedGradient != nil }

  /// `leaky_relu(Z1, alpha=0.1)` without what stands in the brackets.
  func function(_ layer: Int) -> (name: String, options: String) {
    let activation = activations[layer - 1]
    return (activation.name, activation.changedOptions.map { ", \($0.name)=\(Self.number($0.value))" }.joined())
  }

  private func has(_ layer: Int) -> Bool { layer >= 1 && layer <= depth }

  private func weighted(_ layer: Int) -> [Formula.Piece] {
    product(value(.activation(layer - 1)), value(.weights(layer))) + [.text(" + "), value(.bias(layer))]
  }

  /// `first @ second` in rows.
  private func product(_ first: Formula.Piece, _ second: Formula.Piece) -> [Formula.Piece] {
    let (left, right) = convention.ordered(first, second)
    return [left, .text(" @ "), right]
  }

  private func activation(_ layer: Int) -> [Formula.Piece] {
    let (name, options) = function(layer)
    return [.text(name + "("), value(.preactivation(layer)), .text(options + ")")]
  }

  private func throughActivation(_ layer: Int) -> [Formula.Piece] {
    if layer == depth, let fused = loss.kind.formulas.fused {
      let general = targetsSumToOne ? nil : loss.kind.formulas.fusedForAnySum
      return lossPieces(shared(general ?? fused))
    }
    let da = value(.activationGradient(layer))
    if activations[layer - 1].kind.isRowWise {
      // dz_j = a_j (da_j - sum_i da_i a_i)
      let a = value(.activation(layer))
      return [
        a, .text(" * ("), da, .text(" - ("), da, .text(" * "), a,
        .text(").sum(axis=\(convention.unitsAxis), keepdims=True))"),
      ]
    }
    let (name, options) = function(layer)
    let z = EngineName.preactivation(layer).text(convention)
    return [da, .text(" * "), .operand(.init(text: "\(name)'(\(z)\(options))", source: .slope(layer: layer)))]
  }

  /// With the share of one output in a sample's loss, for losses that are a mean over outputs.
  private func shared(_ template: String) -> String {
    if outputs == 1 || loss.kind.isSumOverOutputs { return template }
    return (template == "A - Y" ? "(A - Y)" : template) + " / outputs"
  }

  private func lossPieces(_ template: String) -> [Formula.Piece] {
    return FormulaTemplate.tokens(template).map { token in
      guard case .name(let name) = token else { return piece(token) }
      switch name {
      case "A": return value(.activation(depth))
      case "Y": return .operand(.init(text: "Y", source: .targets))
      case "Ysum":
        return .operand(.init(text: "Y.sum(axis=\(convention.unitsAxis), keepdims=True)", source: .targetSums))
      case "m": return value(.batchSize)
      case "outputs": return .text("\(outputs)")
      default:
        if let option = loss[name] { return .text(Self.number(option)) }
        return .text(name)
      }
    }
  }

  private func piece(_ token: FormulaTemplate.Token) -> Formula.Piece {
    switch token {
    case .name(let text), .text(let text): .text(text)
    }
  }

  private func value(_ name: EngineName) -> Formula.Piece {
    .operand(.init(text: name.text(convention), source: .value(name)))
  }

  private func turned(_ name: EngineName) -> Formula.Piece {
    .operand(.init(text: name.text(convention) + ".T", source: .transposed(name)))
  }

  /// An option's value as one types it: 0.5, 1.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

extension Network {
  /// How this network computes a value, in its convention: with the loss of the last backward pass, else the declared one. nil for parameters, for
  /// `m`, for layers that are not there, and without a loss that fits.
  public func formula(of name: EngineName) -> Formula? { formulas?.formula(of: name) }

  var formulas: Formulas? {
    guard let loss = backwardPass?.loss ?? (try? effectiveLoss()) else { return nil }
    return Formulas(
      convention: declaration.convention, activations: layers.map(\.activation), outputs: outputs, loss: loss,
      targetsSumToOne: targetsSumToOne)
  }

  private var targetsSumToOne: Bool {
    guard let targets = backwardPass?.targets else { return true }
    let width = outputs
    for row in 0..<(targets.count / width) {
      var sum = 0.0
      for unit in 0..<width { sum += targets[row * width + unit] }
      if !(abs(sum - 1) <= 1e-6) { return false }
    }
    return true
  }

  /// The shape of a value in the network's convention for a batch of the last pass; nil for layers that are not there, and without a pass where it matters.
  public func shape(of name: EngineName) -> Dims? {
    func oriented(_ rows: Int, _ columns: Int) -> Dims {
      declaration.convention == .rows ? [rows, columns] : [columns, rows]
    }
    func batch(_ units: Int) -> Dims? { forwardPass.map { oriented($0.rows, units) } }
    switch name {
    case .loss, .batchSize: return []
    case .prediction: return batch(outputs)
    case .activation(0): return batch(declaration.inputs)
    case .weights(let layer), .weightsGradient(let layer):
      return layer >= 1 && layer <= depth ? oriented(layers[layer - 1].inputs, layers[layer - 1].units) : nil
    case .bias(let layer), .biasGradient(let layer):
      return layer >= 1 && layer <= depth ? oriented(1, layers[layer - 1].units) : nil
    case .activation(let layer), .preactivation(let layer), .activationGradient(let layer),
      .preactivationGradient(let layer):
      return layer >= 1 && layer <= depth ? batch(layers[layer - 1].units) : nil
    }
  }

  /// The shape of what stands in a formula.
  public func shape(of operand: Formula.Operand) -> Dims? {
    switch operand.source {
    case .value(let name): return shape(of: name)
    case .transposed(let name): return shape(of: name).map { Dims($0.reversed()) }
    case .targets: return shape(of: .prediction)
    case .slope(let layer): return shape(of: .preactivation(layer))
    case .targetSums:
      return shape(of: .prediction).map { declaration.convention == .rows ? [$0[0], 1] : [1, $0[1]] }
    }
  }
}
