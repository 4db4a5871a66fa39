import Arrays
import NeuralNetwork
import Syntax

/// Declaring a network, whole or layer by layer.
extension Model {
  /// Makes a network of these layers and draws its weights: from the global generator, or as an earlier `init … seed=` said.
  func declare(inputs: Int, layers: [Layer]) throws {
    var declaration = NetworkDeclaration(
      inputs: inputs, layers: layers, loss: loss, optimizer: optimizer, initializer: initializer,
      convention: convention, precision: precision)
    if let scaling, scaling.means.count == inputs { declaration.scaling = scaling }
    if lossIsTaken, let loss, let output = layers.lastActivation, !loss.kind.isLegal(with: output.name) {
      declaration.loss = nil
      session.emit(.noted("loss \(loss.name) does not go with \(output.name) and is dropped\n"))
    }
    let random = try initializerSeed.map { try RandomState(seed: $0) } ?? session.generator
    adopt(try Network(declaration, random: random))
  }

  /// Puts a layer at the end of the network and draws its weights.
  func append(_ layer: Layer) throws {
    guard let network else {
      throw Fault(
        .network, "a layer needs an input before it", hint: "say how many features a sample has: \(line: "input 2")")
    }
    let random: RandomState
    if let initializerSeed {
      // The layers of one network share the generator of `init … seed=`.
      if layerGenerator == nil { layerGenerator = try RandomState(seed: initializerSeed) }
      random = layerGenerator!
    } else {
      random = session.generator
    }
    try network.append(layer, random: random)
    forgetPasses()
    bindParameters()
  }

  /// Takes a network as the session's, with its declarations, and binds its parameters.
  func adopt(_ network: Network) {
    self.network = network
    loss = network.declaration.loss
    lossIsTaken = loss != nil
    optimizer = network.declaration.optimizer
    initializer = network.declaration.initializer
    convention = network.declaration.convention
    precision = network.declaration.precision
    network.threads = threads
    layerGenerator = nil
    if !network.declaration.layers.isEmpty { initializerSeed = nil }
    forgetPasses()
    bindParameters()
    if let scaling = network.scaling { bindScaling(scaling) }
  }

  func setLoss(_ loss: Loss) throws {
    if let network {
      // An output layer is known only once the layers are complete, so an unfinished network is checked at its first use.
      try network.setLoss(loss)
      lossIsTaken = true
    } else {
      lossIsTaken = false
    }
    self.loss = loss
  }

  func setOptimizer(_ optimizer: Optimizer) {
    network?.setOptimizer(optimizer)
    self.optimizer = optimizer
  }

  func initialize(_ initializer: Initializer, seed: Int?) throws {
    let own = try seed.map { try RandomState(seed: $0) }
    guard let network, !network.declaration.layers.isEmpty else {
      self.initializer = initializer
      initializerSeed = seed
      return
    }
    try network.initialize(initializer, random: own ?? session.generator)
    self.initializer = initializer
    forgetPasses()
    bindParameters()
  }
}

extension [Layer] {
  /// The activation of the last dense layer.
  var lastActivation: Activation? {
    for layer in reversed() {
      if case .dense(_, let activation) = layer { return activation }
    }
    return nil
  }
}

extension NetworkDeclaration {
  /// As one would type it: `2 -> 10 relu -> 1 sigmoid`.
  var text: String {
    (["\(inputs)"] + layers.map(\.text)).joined(separator: " -> ")
  }
}

extension Layer {
  var text: String {
    switch self {
    case .dense(let units, let activation): "\(units) \(activation.text)"
    case .dropout(let rate): "dropout \(pythonRepr(rate))"
    }
  }
}

extension Configured {
  /// As one would type it: `sgd lr=0.1`.
  var text: String {
    ([name] + changedOptions.map { "\($0.name)=\(pythonRepr($0.value))" }).joined(separator: " ")
  }
}
