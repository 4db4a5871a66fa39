import NeuralNetwork

/// The page of a name the engine binds: what it is, its shape, its formula, and whether it has been computed.
struct EnginePage {
  let name: EngineName
  private let session: Session
  private var convention: Convention { session.model.convention }
  private var isRows: Bool { convention == .rows }
  private var network: Network? { session.model.network }

  init(_ name: EngineName, _ session: Session) {
    self.name = name
    self.session = session
  }

  var text: StyledText {
    var page = HelpText()
    page.title(written(name), EnginePage.words(name, layer: name.layer.map(String.init) ?? "", session))
    if !formulas.isEmpty || shape != nil { page.blank() }
    for line in formulas { page.paragraph(line, indent: 2, .code) }
    if let shape { page.paragraph("shape \(shape)\(shapeMeaning)", indent: 2) }
    page.blank()
    page.paragraph(state)
    page.examples(examples)
    page.seeAlso(seeAlso)
    return page.text
  }

  // MARK: What it is

  /// One sentence; `layer` is the number as it is to be written.
  static func words(_ name: EngineName, layer: String, _ session: Session) -> String {
    let (z, a) = session.isInRows ? ("Z", "A") : ("z", "a")
    return switch name {
    case .weights:
      "the weights of layer \(layer): how much each input counts for each unit. The network's own array: assigning copies into it, step changes it."
    case .bias:
      "the biases of layer \(layer): what each unit adds to its sum. The network's own array: assigning copies into it, step changes it."
    case .preactivation: "what the units of layer \(layer) add up, before the activation. Bound by forward."
    case .activation(0): "the input of the last forward pass, scaled if standardize was. Bound by forward."
    case .activation: "what layer \(layer) gives on, behind the activation. Bound by forward."
    case .prediction: "the prediction of the last forward pass: the last activation. Bound by forward, as ŷ too."
    case .activationGradient: "each sample's derivative of its own loss by \(a)\(layer). Bound by backward."
    case .preactivationGradient: "each sample's derivative of its own loss by \(z)\(layer). Bound by backward."
    case .weightsGradient:
      "the gradient of the mean loss by W\(layer): what step goes against. Bound by backward and train."
    case .biasGradient:
      "the gradient of the mean loss by b\(layer): what step goes against. Bound by backward and train."
    case .loss: "the mean loss of the last pass. Bound by backward and train; help losses lists the kinds."
    case .batchSize: "the number of samples of the last batch. Bound by backward and train."
    }
  }

  // MARK: Formula

  /// The kind of layer `l`'s activation, nil if there is no such layer.
  private func activation(_ layer: Int) -> ActivationKind? {
    let kinds = (network?.declaration.layers ?? []).compactMap { layer -> ActivationKind? in
      if case .dense(_, let activation) = layer { activation.kind } else { nil }
    }
    return (1...max(kinds.count, 1)).contains(layer) && !kinds.isEmpty ? kinds[layer - 1] : nil
  }

  private func written(_ name: EngineName) -> String { name.text(convention) }

  /// As they can be typed, where the network's declaration is known.
  private var formulas: [String] {
    // A layer that the network has not has no formula.
    if let network, let layer = name.layer, layer > network.depth { return [] }
    let g = name.layer.flatMap { activation($0)?.name } ?? "activation"
    switch name {
    case .preactivation(let layer):
      let (w, b, input) = ("W\(layer)", "b\(layer)", written(.activation(layer - 1)))
      return [isRows ? "\(written(name)) = \(input) @ \(w) + \(b)" : "\(written(name)) = \(w) @ \(input) + \(b)"]
    case .activation(let layer) where layer > 0: return ["\(written(name)) = \(g)(\(written(.preactivation(layer))))"]
    case .prediction: return network.map { ["yhat = \(written(.activation($0.depth)))"] } ?? []
    case .activationGradient(let layer):
      if layer == network?.depth { return lossDerivative(startingWith: "dA", layer) }
      let (w, dz) = ("W\(layer + 1)", written(.preactivationGradient(layer + 1)))
      return [isRows ? "\(written(name)) = \(dz) @ \(w).T" : "\(written(name)) = \(w).T @ \(dz)"]
    case .preactivationGradient(let layer):
      if layer == network?.depth {
        let fused = lossDerivative(startingWith: "dZ", layer)
        if !fused.isEmpty { return fused }
      }
      let (da, a) = (written(.activationGradient(layer)), written(.activation(layer)))
      if activation(layer)?.isRowWise == true {
        return ["\(written(name)) = \(a) * (\(da) - (\(da) * \(a)).sum(axis=\(isRows ? 1 : 0), keepdims=True))"]
      }
      return ["\(written(name)) = \(da) * \(g)'(\(written(.preactivation(layer))))"]
    case .weightsGradient(let layer):
      let (dz, input) = (written(.preactivationGradient(layer)), written(.activation(layer - 1)))
      return [isRows ? "dW\(layer) = \(input).T @ \(dz) / m" : "dW\(layer) = \(dz) @ \(input).T / m"]
    case .biasGradient(let layer):
      return [
        "db\(layer) = \(written(.preactivationGradient(layer))).sum(axis=\(isRows ? 0 : 1), keepdims=True) / m"
      ]
    case .weights(let layer): return ["W\(layer) := W\(layer) - lr * dW\(layer)   (step with sgd)"]
    case .bias(let layer): return ["b\(layer) := b\(layer) - lr * db\(layer)   (step with sgd)"]
    case .loss: return (try? network?.effectiveLoss()).map { [$0.kind.documentation.formula] } ?? []
    case .activation, .batchSize: return []
    }
  }

  /// The derivative that the loss declares, written with the names of the last layer; none if it declares the other one.
  private func lossDerivative(startingWith stem: String, _ layer: Int) -> [String] {
    guard let loss = try? network?.effectiveLoss(), let derivative = loss.kind.documentation.derivative,
      derivative.hasPrefix(stem)
    else { return [] }
    let names = [
      "dA": written(.activationGradient(layer)), "dZ": written(.preactivationGradient(layer)),
      "A": written(.activation(layer)),
    ]
    var result = ""
    var word = ""
    for character in derivative + " " {
      if character.isLetter {
        word.append(character)
        continue
      }
      result += (names[word] ?? word) + String(character)
      word = ""
    }
    return [String(result.dropLast())]
  }

  // MARK: Shape

  /// `(2, 10)`, `(m, 10)`; without such a layer nil.
  var shape: String? {
    func oriented(_ rows: String, _ columns: String) -> String {
      isRows ? "(\(rows), \(columns))" : "(\(columns), \(rows))"
    }
    guard let network, network.depth > 0, (name.layer ?? 0) <= network.depth else { return nil }
    func parameter(_ name: EngineName) -> String? { network.parameter(name)?.shape.text }
    func units(_ layer: Int) -> String {
      let bias = network.parameter(.bias(layer))!
      return String(bias.count)
    }
    return switch name {
    case .weights(let layer), .weightsGradient(let layer): parameter(.weights(layer))
    case .bias(let layer), .biasGradient(let layer): parameter(.bias(layer))
    case .activation(0): oriented("m", String(network.declaration.inputs))
    case .activation(let layer), .preactivation(let layer), .activationGradient(let layer),
      .preactivationGradient(let layer):
      oriented("m", units(layer))
    case .prediction: oriented("m", units(network.depth))
    case .loss, .batchSize: nil
    }
  }

  private var shapeMeaning: String {
    switch name {
    case .weights, .weightsGradient: isRows ? ": inputs × units" : ": units × inputs"
    case .bias, .biasGradient: isRows ? ": one for each unit, a row" : ": one for each unit, a column"
    default: isRows ? ": a row for each of the m samples" : ": a column for each of the m samples"
    }
  }

  // MARK: State

  private var isOfBackward: Bool {
    switch name {
    case .activationGradient, .preactivationGradient, .weightsGradient, .biasGradient, .loss, .batchSize: true
    default: false
    }
  }

  private var state: String {
    let text = written(name)
    guard let network else {
      let own = session.lookup(text).map { "\(text) is your own value, of type \($0.typeName). " } ?? ""
      return own + "There is no network yet: network 2 -> 10 relu -> 1 sigmoid declares one."
    }
    if let layer = name.layer, layer > network.depth {
      return "There is no \(text): the network has \(network.depth) layer\(network.depth == 1 ? "" : "s")."
    }
    guard let value = session.lookup(text) else {
      return "Not computed yet: run \(isOfBackward ? "backward" : "forward")."
    }
    guard session.model.isOwn(text) else {
      return "Now \(text) is a value of your own, not the network's: \(described(value))."
    }
    switch name {
    case .weights, .bias: return "Now: \(described(value))."
    case .weightsGradient, .biasGradient, .loss, .batchSize:
      // Training leaves these behind, and nothing else of its passes.
      let isOfPass = network.value(.preactivationGradient(network.depth)) != nil
      return "Computed by the last \(isOfPass ? "backward" : "step of training"): \(described(value))."
    default: return "Computed by the last \(isOfBackward ? "backward" : "forward"): \(described(value))."
    }
  }

  private func described(_ value: Value) -> String {
    if case .array(let array) = value {
      let numbers = Statistics(array)
      return
        "shape \(array.shape.text), from \(NumberText.short(numbers.minimum, 4)) to \(NumberText.short(numbers.maximum, 4))"
    }
    return value.asDouble.map { NumberText.short($0) } ?? value.typeName
  }

  // MARK: Examples

  /// For a fresh session: a network of as many layers as the name needs, up to four.
  private var examples: [String] {
    let layer = name.layer ?? 1
    let hidden = String(repeating: "3 relu -> ", count: min(max(layer, 2), 4) - 1)
    var lines = convention == .rows ? [] : ["set convention columns"]
    lines.append("network 2 -> \(hidden)1 sigmoid")
    if layer > 4 { return lines + ["show network"] }
    switch name {
    case .weights, .bias: break
    default: lines.append("forward [0.5, -0.2]")
    }
    if isOfBackward { lines.append("backward [1]") }
    return lines + [name == .loss || name == .batchSize ? written(name) : "show \(written(name))"]
  }

  private var seeAlso: [String] {
    switch name {
    case .weights(let layer): ["dW\(layer)", "init", "step", "shapes", "names"]
    case .bias(let layer): ["db\(layer)", "init", "step", "shapes", "names"]
    case .activation, .preactivation, .prediction: ["forward", "forward pass", "shapes", "names"]
    case .loss: ["losses", "loss", "backward", "names"]
    default: ["backward", "chain rule", "shapes", "names"]
    }
  }
}
