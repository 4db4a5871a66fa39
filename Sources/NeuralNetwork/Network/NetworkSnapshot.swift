import Arrays

/// The whole state of a network as a value: declaration, parameters, gradients, moments, passes, history.
public struct NetworkSnapshot: @unchecked Sendable, Equatable {
  public internal(set) var declaration: NetworkDeclaration
  public let history: History
  /// Each parameter in the order W1, b1, W2, …; weights in row order, inputs × units.
  var parameters: [ParameterSnapshot]
  var stepCount: Int
  var gradientsFrom: Int?
  var loss: Double?
  var gradientBatchSize: Int?
  var forwardPass: ForwardPass?
  var backwardPass: BackwardPass?
  /// Where it was taken, and the layers there: they come back as the same objects, so that names of their arrays stay names of them. Their
  /// numbers are not read.
  let origin: NetworkIdentity
  let layers: [DenseLayer]

  /// Passes are never written again, so equal ones are the same ones.
  public static func == (left: Self, right: Self) -> Bool {
    left.declaration == right.declaration && left.history == right.history && left.stepCount == right.stepCount
      && left.gradientsFrom == right.gradientsFrom && left.loss == right.loss
      && left.gradientBatchSize == right.gradientBatchSize && left.forwardPass === right.forwardPass
      && left.backwardPass === right.backwardPass && left.parameters == right.parameters
  }
}

/// What tells one network from every other, also from one that lay in the same memory before.
final class NetworkIdentity: Sendable {}

extension NetworkSnapshot {
  /// W1, b1, W2, b2, …
  public var parameterNames: [EngineName] {
    layers.indices.flatMap { [.weights($0 + 1), .bias($0 + 1)] }
  }

  /// The array of a parameter in the network it was taken from: live, it may have changed since.
  public func parameter(_ name: EngineName) -> NDArray? {
    switch name {
    case .weights(let layer) where layer >= 1 && layer <= layers.count: layers[layer - 1].weights.visible
    case .bias(let layer) where layer >= 1 && layer <= layers.count: layers[layer - 1].bias.visible
    default: nil
    }
  }

  /// The arrays in whose memory the parameters are seen: ``Network/restore(_:)`` puts back what they held. None of them is a view.
  public var owners: [NDArray] { layers.flatMap(\.parameters).compactMap(\.owner) }

  /// What one of the ``owners`` held.
  public func numbers(of owner: NDArray) -> ParameterNumbers? {
    zip(layers.flatMap(\.parameters), parameters).first { $0.0.owner === owner }.map { ParameterNumbers($0.1.value) }
  }

  /// Bytes of its own, and those of the passes, which other snapshots may share.
  public var bytes: (own: Int, passes: [(pass: ObjectIdentifier, bytes: Int)]) {
    // Earlier snapshots have the rest.
    var own = history.losses.ownCount * 8 + history.reports.ownCount * MemoryLayout<EpochReport>.stride
    own += history.validation.ownCount * MemoryLayout<EpochLoss>.stride
    for parameter in parameters {
      own += parameter.value.size + (parameter.gradient?.size ?? 0) + parameter.moments.size
    }
    var passes: [(ObjectIdentifier, Int)] = []
    if let forwardPass { passes.append((ObjectIdentifier(forwardPass), forwardPass.bytes)) }
    if let backwardPass { passes.append((ObjectIdentifier(backwardPass), backwardPass.bytes)) }
    for parameters in [forwardPass?.parameters, backwardPass?.parameters] {
      if let parameters {
        passes.append((ObjectIdentifier(parameters), parameters.buffers.reduce(0) { $0 + $1.size }))
      }
    }
    return (own, passes)
  }
}

extension ForwardPass {
  fileprivate var bytes: Int { ((inputBuffer.map { [$0] } ?? []) + z + a).reduce(0) { $0 + $1.size } }
}

extension BackwardPass {
  fileprivate var bytes: Int { (dz + da + (targets.map { [$0] } ?? [])).reduce(0) { $0 + $1.size } }
}

extension Buffer {
  fileprivate var size: Int { count * precision.itemSize }
}

/// The numbers of a parameter at one time, inputs × units: what a snapshot and whoever shares it keeps of them.
public struct ParameterNumbers: Sendable {
  private let buffer: Buffer

  fileprivate init(_ buffer: Buffer) { self.buffer = buffer }

  /// `target` has room for all of them.
  public func write(to target: UnsafeMutablePointer<Double>) { buffer.write(to: target, buffer.count) }

  /// Bit for bit.
  public func areSame(as numbers: UnsafePointer<Double>) -> Bool { buffer.holds(numbers) }
}

struct ParameterSnapshot: Sendable, Equatable {
  /// What the user sees.
  let value: Buffer
  /// nil where the network had none.
  let gradient: Buffer?
  let moments: Buffer

  init(_ parameter: Parameter, withGradient: Bool, threads: Int) {
    value = parameter.copy(threads: threads)
    gradient = withGradient ? Buffer(copying: parameter.gradient, threads: threads) : nil
    moments = Buffer(copying: parameter.moments, threads: threads)
  }

  func write(to parameter: Parameter, threads: Int) {
    parameter.take(value, threads: threads)
    // A network of float32 has computed with the rounded number.
    if moments.precision == .float32 && parameter.precision == .float64 { parameter.value.roundToFloat32() }
    if let gradient { parameter.gradient.take(gradient, threads: threads) }
    if parameter.moments.count != moments.count { parameter.moments = Buffer(moments.count, parameter.precision) }
    parameter.moments.take(moments, threads: threads)
  }
}

extension Network {
  /// The whole state as a value.
  public func snapshot() -> NetworkSnapshot {
    snapshot(
      allParameters.map { ParameterSnapshot($0, withGradient: gradientsFrom != nil, threads: threads) })
  }

  /// What a ``snapshot()`` takes in memory at most, without the passes, which it shares.
  public var snapshotBytes: Int {
    let size = declaration.precision.itemSize
    return allParameters.reduce(0) {
      $0 + 8 * $1.count + size * ((gradientsFrom == nil ? 0 : $1.count) + $1.moments.count)
    }
  }

  /// What the network holds beside its last passes and the arrays in whose memory the parameters are seen.
  public var ownBytes: Int {
    allParameters.reduce(history.losses.count * 8) { sum, parameter in
      sum + parameter.gradient.size + parameter.moments.size + (parameter.value.array == nil ? parameter.value.size : 0)
    }
  }

  /// The arrays in whose memory the parameters are seen. None of them is a view.
  public var parameterOwners: [NDArray] { allParameters.map(\.visible.root) }

  /// Whether this is still, or again, the state of a snapshot.
  public func isUnchanged(since snapshot: NetworkSnapshot) -> Bool {
    // Most changes show without a look at the numbers.
    var record = self.snapshot([])
    record.parameters = snapshot.parameters
    return record == snapshot && self.snapshot() == snapshot
  }

  private func snapshot(_ parameters: [ParameterSnapshot]) -> NetworkSnapshot {
    NetworkSnapshot(
      declaration: declaration, history: history, parameters: parameters,
      stepCount: stepCount, gradientsFrom: gradientsFrom, loss: loss, gradientBatchSize: gradientBatchSize,
      forwardPass: forwardPass, backwardPass: backwardPass, origin: identity, layers: layers)
  }

  /// A network of its own with that state.
  public convenience init(_ snapshot: NetworkSnapshot) {
    self.init(blank: snapshot.declaration)
    take(snapshot)
  }

  /// Takes that state. The parameters' arrays are those of the time of the snapshot if it is of this network; else they stay the same objects where
  /// the layers have the same shapes.
  public func restore(_ snapshot: NetworkSnapshot) {
    if snapshot.origin === identity,
      snapshot.layers.allSatisfy({ $0.weights.precision == snapshot.declaration.precision })
    {
      if !layers.elementsEqual(snapshot.layers, by: ===) { layers = snapshot.layers }
    } else if snapshot.declaration.layers != declaration.layers || snapshot.declaration.inputs != declaration.inputs
      || snapshot.declaration.convention != declaration.convention
      || snapshot.declaration.precision != declaration.precision
    {
      layers = snapshot.declaration.makeLayers()
    }
    take(snapshot)
  }

  private func take(_ snapshot: NetworkSnapshot) {
    declaration = snapshot.declaration
    history = snapshot.history
    for (parameter, saved) in zip(allParameters, snapshot.parameters) {
      saved.write(to: parameter, threads: threads)
    }
    stepCount = snapshot.stepCount
    lastRate = nil
    gradientsFrom = snapshot.gradientsFrom
    loss = snapshot.loss
    gradientBatchSize = snapshot.gradientBatchSize
    forwardPass = snapshot.forwardPass
    backwardPass = snapshot.backwardPass
  }
}
