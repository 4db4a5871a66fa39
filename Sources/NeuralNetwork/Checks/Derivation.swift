import Arrays

/// The values of the last passes as matrices in rows, and what formulas make of them: where mistakes try their hand.
final class Derivation {
  let network: Network
  let name: EngineName
  let text: FormulaText
  /// The engine's own value, in rows.
  let expected: Matrix
  /// Samples of the pass; nil without one.
  let m: Int?

  init(_ network: Network, _ name: EngineName, _ expected: Matrix) {
    self.network = network
    self.name = name
    self.expected = expected
    text = FormulaText(convention: network.declaration.convention)
    m = network.batchSize
  }

  var depth: Int { network.depth }
  var loss: Loss? { try? network.effectiveLoss() }

  // MARK: Values

  /// The value of a name, nil if it is not computed. Layer 0's activation is the input.
  func value(_ name: EngineName) -> Matrix? {
    guard let array = network.value(name) else { return nil }
    if array.dimensions < 2 { return Matrix(1, 1, array.doubleValues) }
    let rows = array.oriented(network.declaration.convention)
    return Matrix(rows.shape[0], rows.shape[1], rows.doubleValues)
  }

  func z(_ layer: Int) -> Matrix? { value(.preactivation(layer)) }
  func a(_ layer: Int) -> Matrix? { value(.activation(layer)) }
  func dz(_ layer: Int) -> Matrix? { value(.preactivationGradient(layer)) }
  func da(_ layer: Int) -> Matrix? { value(.activationGradient(layer)) }
  /// The parameters as they are now, which a step may have changed since the pass.
  func weights(_ layer: Int) -> Matrix? { value(.weights(layer)) }
  func bias(_ layer: Int) -> Matrix? { value(.bias(layer)) }

  var targets: Matrix? {
    network.backwardPass?.targets.map { Matrix($0, columns: network.outputs) }
  }

  func activation(_ layer: Int) -> Activation { network.layers[layer - 1].activation }

  /// Whether dZ of the output has a formula of its own, A - Y.
  var isFused: Bool { loss?.kind.fusedGradient != nil }

  /// The name and layer of a parameter's gradient.
  var gradientLayer: Int? {
    switch name {
    case .weightsGradient(let layer), .biasGradient(let layer): layer
    default: nil
    }
  }

  /// The layer whose activation this derivation is.
  var activationLayer: Int? {
    switch name {
    case .activation(let layer) where layer >= 1: layer
    case .prediction: depth
    default: nil
    }
  }

  // MARK: Functions

  /// da · g'(z), with `a` in the place of g(z) where the derivative is written with it.
  func through(_ activation: Activation, _ z: Matrix, _ da: Matrix) -> Matrix {
    let a = value(activation, z)
    var result = da
    z.values.withUnsafeBytes { z in
      a.values.withUnsafeBytes { a in
        da.values.withUnsafeBytes { da in
          result.values.withUnsafeMutableBytes { dz in
            activation.kind.backward(
              z.baseAddress!, a.baseAddress!, da.baseAddress!, dz.baseAddress!,
              BatchLayout(rows: result.rows, units: result.columns, stride: nil), activation.option, .float64)
          }
        }
      }
    }
    return result
  }

  /// g(z)
  func value(_ activation: Activation, _ z: Matrix) -> Matrix {
    let array = activation(z.array)
    return Matrix(z.rows, z.columns, array.doubleValues)
  }

  // MARK: Formulas

  /// X.T @ dZ / m, or without the 1/m.
  func outer(_ input: Matrix?, _ derivative: Matrix?, mean: Bool = true) -> Matrix? {
    guard let input, let derivative, let m, let product = input.transposed.times(derivative) else { return nil }
    return mean ? product * (1 / Double(m)) : product
  }

  /// What a parameter's gradient becomes with another dZ: its value and its formula.
  func gradient(with derivative: Matrix?, _ formula: String) -> (Matrix, String)? {
    guard let derivative, let m else { return nil }
    switch name {
    case .weightsGradient(let layer):
      guard let value = outer(a(layer - 1), derivative) else { return nil }
      return (value, text.outer(text.a(layer - 1), formula) + " / m")
    case .biasGradient:
      return (derivative.sumOfRows * (1 / Double(m)), text.samplesSum(formula) + " / m")
    default: return nil
    }
  }

  /// The formula of a parameter's gradient before its 1/m, nil of another name or without the pass's values.
  var sum: String? {
    guard let layer = gradientLayer, dz(layer) != nil else { return nil }
    if case .biasGradient = name { return text.samplesSum(text.dz(layer)) }
    return text.outer(text.a(layer - 1), text.dz(layer))
  }

  /// A mistaken dZ as it shows in this derivation: as dZ itself, or in the dW and db that are made of it.
  func spread(layer: Int, _ derivative: Matrix?, _ formula: String) -> (Matrix, String)? {
    guard let derivative else { return nil }
    switch name {
    case .preactivationGradient(layer): return (derivative, formula)
    case .weightsGradient(layer), .biasGradient(layer): return gradient(with: derivative, formula)
    default: return nil
    }
  }

  /// The layer whose dZ this derivation is, or is made of.
  var derivativeLayer: Int? {
    switch name {
    case .preactivationGradient(let layer), .weightsGradient(let layer), .biasGradient(let layer): layer
    default: nil
    }
  }
}
