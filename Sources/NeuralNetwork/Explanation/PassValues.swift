/// The values of the last passes with the parameters those used, in rows: samples × units, inputs × units.
struct PassValues {
  let network: Network
  let forward: ForwardPass
  let backward: BackwardPass?
  let formulas: Formulas

  /// nil without a forward pass.
  init?(_ network: Network) {
    guard let pass = network.forwardPass, let formulas = network.formulas else { return nil }
    self.network = network
    forward = pass
    backward = network.backwardPass
    self.formulas = formulas
  }

  var samples: Int { forward.rows }
  var depth: Int { network.depth }
  func units(_ layer: Int) -> Int { layer == 0 ? network.declaration.inputs : network.layers[layer - 1].units }

  /// Whether the last passes have computed it; parameters are there.
  func has(_ name: EngineName) -> Bool {
    switch name {
    case .weights, .bias: network.find(name) != nil
    case .activation(0), .batchSize: true
    case .activation(let layer), .preactivation(let layer): layer >= 1 && layer <= forward.z.count
    case .prediction: forward.z.count == depth
    case .loss: backward != nil
    case .activationGradient(let layer), .preactivationGradient(let layer), .weightsGradient(let layer),
      .biasGradient(let layer):
      backward.map { layer > $0.lowest && layer <= depth } ?? false
    }
  }

  /// Of a value that is there.
  func size(_ name: EngineName) -> (rows: Int, columns: Int) {
    switch name {
    case .weights(let layer), .weightsGradient(let layer): (units(layer - 1), units(layer))
    case .bias(let layer), .biasGradient(let layer): (1, units(layer))
    case .activation(let layer), .preactivation(let layer), .activationGradient(let layer),
      .preactivationGradient(let layer):
      (samples, units(layer))
    case .prediction: (samples, units(depth))
    case .loss, .batchSize: (1, 1)
    }
  }

  /// An element of a value that is there. `inBackward`: parameters as the backward pass used them.
  func value(_ name: EngineName, _ row: Int, _ column: Int, inBackward: Bool = false) -> Double {
    let place = row * size(name).columns + column
    let parameters = (inBackward ? backward?.parameters : nil) ?? forward.parameters
    switch name {
    case .weights(let layer): return parameters!.weights(layer)[place]
    case .bias(let layer): return parameters!.bias(layer)[place]
    case .activation(0): return forward.inputBuffer![place]
    case .activation(let layer): return forward.a[layer - 1][place]
    case .preactivation(let layer): return forward.z[layer - 1][place]
    case .prediction: return forward.output[place]
    case .activationGradient(let layer): return backward!.da[layer - 1][place]
    case .preactivationGradient(let layer): return backward!.dz[layer - 1][place]
    case .weightsGradient, .biasGradient: return network.find(name)!.gradient[place]
    case .loss: return network.loss!
    case .batchSize: return Double(samples)
    }
  }

  /// What stands in a formula of `name`.
  func size(_ operand: Formula.Operand) -> (rows: Int, columns: Int) {
    switch operand.source {
    case .value(let name): return size(name)
    case .transposed(let name):
      let (rows, columns) = size(name)
      return (columns, rows)
    case .targets: return (samples, units(depth))
    case .slope(let layer): return (samples, units(layer))
    case .targetSums: return (samples, 1)
    }
  }

  func value(_ operand: Formula.Operand, _ row: Int, _ column: Int, inBackward: Bool) -> Double {
    switch operand.source {
    case .value(let name): return value(name, row, column, inBackward: inBackward)
    case .transposed(let name): return value(name, column, row, inBackward: inBackward)
    case .targets: return backward!.targets![row * units(depth) + column]
    case .slope(let layer): return slope(layer, row, column)
    case .targetSums:
      return (0..<units(depth)).reduce(0) { $0 + backward!.targets![row * units(depth) + $1] }
    }
  }

  /// The derivative of an activation of each number by itself.
  func slope(_ layer: Int, _ row: Int, _ unit: Int) -> Double {
    let activation = formulas.activations[layer - 1]
    let place = row * units(layer) + unit
    let (z, a, one) = (forward.z[layer - 1][place], forward.a[layer - 1][place], 1.0)
    var slope = 0.0
    activation.kind.backward(
      [z], [a], [one], &slope, BatchLayout(rows: 1, units: 1, stride: nil), activation.option, .float64)
    return slope
  }

  /// A sample's own loss.
  func loss(_ sample: Int) -> Double {
    let loss = formulas.loss
    let offset = sample * units(depth) * forward.precision.itemSize
    let batch = LossBatch(
      z: forward.z[depth - 1].bytes + offset, a: forward.output.bytes + offset, y: backward!.targets!.bytes + offset,
      layout: BatchLayout(rows: 1, units: units(depth), stride: nil), precision: forward.precision,
      option: loss.values.first ?? 0)
    return loss.kind.value(batch)
  }

  /// `Z1[5, 2]` in the convention's order; row and column may be letters.
  func element(_ name: String, _ row: String, _ column: String) -> String {
    formulas.convention == .rows ? "\(name)[\(row), \(column)]" : "\(name)[\(column), \(row)]"
  }

  func element(_ name: EngineName, _ row: String, _ column: String) -> String {
    element(name.text(formulas.convention), row, column)
  }

  /// `relu'(Z1[s, 3])`
  func slopeText(_ layer: Int, _ row: String, _ column: String) -> String {
    let (name, options) = formulas.function(layer)
    return "\(name)'(\(element(.preactivation(layer), row, column))\(options))"
  }
}

extension EngineName {
  /// Whether a backward pass computes it.
  var isOfBackward: Bool {
    switch self {
    case .activationGradient, .preactivationGradient, .weightsGradient, .biasGradient, .loss: true
    default: false
    }
  }
}
