import Arrays

/// A copy of a network with a batch run through it: what the findings look at.
final class Patient {
  let network: Network
  let loss: Loss
  /// The batch in rows; nil without data.
  let x: Matrix?
  /// Targets in rows as the loss takes them; nil if there are none, or they do not fit.
  let y: Matrix?
  /// All targets as they were given, and why they do not fit.
  let labels: [Double]
  let labelsError: NetworkError?
  /// Samples that were given.
  let given: Int
  /// Of layer 1, 2, … at 0, 1, …; empty without data, the derivatives without targets.
  let z: [Matrix]
  let a: [Matrix]
  let dz: [Matrix]
  /// dW and db of each layer.
  let gradients: [(weights: Matrix, bias: Matrix)]
  let lossValue: Double?
  /// The last training's losses.
  let course: TrainingCourse?
  let training: TrainingRecord?

  private static let mostSamples = 2000

  init(_ original: Network, _ input: NDArray?, _ targets: NDArray?, isScaled: Bool) throws(NetworkError) {
    loss = try original.effectiveLoss()
    var copy = original.snapshot()
    copy.declaration.precision = .float64
    // What comes to the copy is scaled.
    copy.declaration.scaling = nil
    let reader = isScaled ? original.reader.ofScaledInput : original.reader
    network = Network(copy)
    training = original.history.lastTraining
    labels = targets?.doubleValues ?? []
    let layers = network.layers

    var batch: NDArray?
    if let input { batch = try reader.input(input, copying: true) }
    given = batch?.shape[0] ?? 0
    var y: NDArray?
    var labelsError: NetworkError?
    if let batch, let targets {
      do { y = try reader.targets(targets, samples: batch.shape[0], copying: true) } catch {
        labelsError = error
      }
    }
    self.labelsError = labelsError
    let allTargets = y
    course = original.history.lastLosses.map {
      TrainingCourse($0, misfit: allTargets.flatMap(original.misfit)) { allTargets.flatMap(original.baseline) }
    }
    batch = batch?.spread(Patient.mostSamples)
    y = y?.spread(Patient.mostSamples)
    x = batch.map { Matrix($0.shape[0], $0.shape[1], $0.doubleValues) }
    self.y = y.map { Matrix($0.shape[0], $0.shape[1], $0.doubleValues) }

    guard let batch else {
      (z, a, dz, gradients, lossValue) = ([], [], [], [], nil)
      return
    }
    let rows = batch.shape[0]
    try original.check(samples: rows)
    let pass = ForwardPass(layers, capacity: rows, input: Buffer(sharing: batch))
    pass.run(batch.doubles, rows: rows, through: layers)
    z = zip(pass.z, layers).map { Matrix($0, columns: $1.units) }
    a = zip(pass.a, layers).map { Matrix($0, columns: $1.units) }
    guard let y else {
      (dz, gradients, lossValue) = ([], [], nil)
      return
    }
    let backward = BackwardPass(layers, capacity: rows, wantsOutputGradient: false)
    backward.run(pass, targets: y.bytes, loss: loss, layers: layers, scale: 1 / Double(rows), adding: false)
    network.gradientsFrom = 1
    dz = zip(backward.dz, layers).map { Matrix($0, columns: $1.units) }
    gradients = layers.map {
      (Matrix($0.weights.gradient, columns: $0.units), Matrix($0.bias.gradient, columns: $0.units))
    }
    lossValue = loss.kind.value(pass.lossBatch(y.bytes, outputs: network.outputs, loss)) / Double(rows)
    withExtendedLifetime((batch, y)) {}
  }

  var declaration: NetworkDeclaration { network.declaration }
  var depth: Int { network.depth }
  func activation(_ index: Int) -> Activation { network.layers[index].activation }
  var output: Activation { activation(depth - 1) }
  func weights(_ index: Int) -> Matrix {
    Matrix(network.layers[index].weights.value, columns: network.layers[index].units)
  }
  func bias(_ index: Int) -> Matrix { Matrix(network.layers[index].bias.value, columns: network.layers[index].units) }

  /// Whether all parameters, values and derivatives are finite; most findings mean nothing else.
  private(set) lazy var isFinite: Bool = {
    (0..<depth).allSatisfy { weights($0).isFinite && bias($0).isFinite }
      && (z + a + dz).allSatisfy(\.isFinite) && (x?.isFinite ?? true) && (y?.isFinite ?? true)
      && (lossValue?.isFinite ?? true)
  }()

  /// The learning rate of the last training, else the optimizer's.
  var learningRate: Double { training?.learningRate ?? declaration.optimizer.values[0] }

  /// The loss after one step with these gradients and a learning rate, without changing anything; nil without targets.
  func lossAfterStep(_ rate: Double) -> Double? {
    guard let x, let y else { return nil }
    let trial = Network(network.snapshot())
    trial.update(rate)
    let pass = ForwardPass(trial.layers, capacity: x.rows)
    return x.values.withUnsafeBytes { input in
      y.values.withUnsafeBytes { targets in
        pass.run(input.baseAddress!, rows: x.rows, through: trial.layers)
        let batch = pass.lossBatch(targets.baseAddress!, outputs: trial.outputs, loss)
        return loss.kind.value(batch) / Double(x.rows)
      }
    }
  }

  /// The declaration with another activation in the hidden layers that satisfy a condition.
  func declaration(hidden name: String, where isReplaced: (Int) -> Bool) -> NetworkDeclaration {
    var result = declaration
    var index = 0
    for (i, layer) in result.layers.enumerated() {
      guard case .dense(let units, _) = layer else { continue }
      if index < depth - 1 && isReplaced(index), let activation = try? Activation(name) {
        result.layers[i] = .dense(units: units, activation: activation)
      }
      index += 1
    }
    return result
  }

  /// The declaration with another output layer.
  func declaration(output name: String, units: Int? = nil) -> NetworkDeclaration {
    var result = declaration
    guard let last = result.layers.lastIndex(where: { if case .dense = $0 { true } else { false } }),
      case .dense(let old, _) = result.layers[last], let activation = try? Activation(name)
    else { return result }
    result.layers[last] = .dense(units: units ?? old, activation: activation)
    return result
  }
}

extension Matrix {
  var isFinite: Bool { values.allSatisfy(\.isFinite) }
  /// The root of the mean square.
  var rootMeanSquare: Double {
    values.isEmpty ? 0 : (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
  }
  func column(_ j: Int) -> [Double] { (0..<rows).map { values[$0 * columns + j] } }
}
