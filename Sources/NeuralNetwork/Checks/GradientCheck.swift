import Arrays

/// What a comparison of one parameter's gradient with central differences found.
public struct GradientCheck: Sendable, Equatable {
  /// One element.
  public struct Difference: Sendable, Equatable {
    /// In the parameter as the convention shows it.
    public let index: [Int]
    public let analytic: Double
    public let numeric: Double
    /// |analytic - numeric| / max(|analytic|, |numeric|, 1e-6)
    public let error: Double
  }

  public let parameter: EngineName
  /// The element with the largest error; nil if all were left out.
  public let worst: Difference?
  public let checked: Int
  /// Elements left out because the differences cross a kink: a relu that opens or shuts, an error that changes its sign.
  public let kinks: Int
}

extension Network {
  /// Compares the gradients of the mean loss on this batch with central differences of sixth order,
  /// `(45 (L₁ - L₋₁) - 9 (L₂ - L₋₂) + (L₃ - L₋₃)) / 60h`. The network is left as it was.
  ///
  /// A loss with an `epsilon` is checked without it, for A - Y is the derivative of the exact loss. Of a parameter with more than `limit`
  /// elements so many are taken, evenly spread.
  public func checkGradients(
    _ input: NDArray, _ targets: NDArray, limit: Int = 1000
  ) throws(NetworkError) -> [GradientCheck] {
    let loss = try effectiveLoss().exact
    let x = try reader.input(input, copying: true)
    let y = try reader.targets(targets, samples: x.shape[0], copying: true)
    try check(samples: x.shape[0])
    // In float64, for differences of float32 losses have no digits.
    var copy = snapshot()
    copy.declaration.precision = .float64
    let checker = GradientChecker(Network(copy), x, y, loss)
    return parameterNames.map { checker.check($0, limit: max(limit, 1)) }
  }
}

extension Configured where Kind == LossKind {
  /// The same loss with its `epsilon` off.
  var exact: Loss {
    var given: [String: Double] = [:]
    for (option, value) in zip(kind.documentation.options, values) where option.name != "epsilon" {
      given[option.name] = value
    }
    return (try? Loss(kind, given)) ?? Loss(kind)
  }
}

private final class GradientChecker {
  let network: Network
  let x: NDArray
  let y: NDArray
  let loss: Loss
  let pass: ForwardPass

  /// `network` is a copy: its parameters are moved about.
  init(_ network: Network, _ x: NDArray, _ y: NDArray, _ loss: Loss) {
    self.network = network
    self.x = x
    self.y = y
    self.loss = loss
    pass = ForwardPass(network.layers, capacity: x.shape[0])
    let backward = BackwardPass(network.layers, capacity: x.shape[0], wantsOutputGradient: false)
    pass.run(x.doubles, rows: x.shape[0], through: network.layers)
    backward.run(
      pass, targets: y.doubles, loss: loss, layers: network.layers, scale: 1 / Double(x.shape[0]), adding: false)
  }

  func check(_ name: EngineName, limit: Int) -> GradientCheck {
    let parameter = network.find(name)!
    let here = measure().pieces
    let stride = (parameter.count + limit - 1) / limit
    var worst: GradientCheck.Difference?
    var (checked, kinks) = (0, 0)
    for position in Swift.stride(from: 0, to: parameter.count, by: stride) {
      guard let numeric = difference(parameter.value.doubles + position, here) else {
        kinks += 1
        continue
      }
      checked += 1
      let analytic = parameter.gradient.doubles[position]
      let error = abs(analytic - numeric) / max(abs(analytic), abs(numeric), 1e-6)
      if worst == nil || !(error <= worst!.error) {
        let columns = parameter.columns
        let index = [position / columns, position % columns]
        worst = .init(
          index: network.declaration.convention == .rows ? index : index.reversed(), analytic: analytic,
          numeric: numeric, error: error)
      }
    }
    return GradientCheck(parameter: name, worst: worst, checked: checked, kinks: kinks)
  }

  /// The central difference at one element, nil if all its steps cross a kink. A large step is off the tangent, a small one costs
  /// digits: of the steps that cross none, that is taken which agrees best with the one before it.
  private func difference(_ element: UnsafeMutablePointer<Double>, _ here: UInt64) -> Double? {
    var found: Double?
    var distance = Double.infinity
    for h in [1e-2, 3e-3, 1e-3, 3e-4] {
      guard let next = difference(element, here, h) else { continue }
      guard let last = found else {
        found = next
        continue
      }
      let change = abs(next - last)
      if change < distance {
        distance = change
        found = next
      }
      if change <= 1e-8 * max(abs(next), 1e-6) { break }
    }
    return found
  }

  private func difference(_ element: UnsafeMutablePointer<Double>, _ here: UInt64, _ h: Double) -> Double? {
    let value = element.pointee
    defer { element.pointee = value }
    var sum = 0.0
    for (offset, weight) in [(1.0, 45.0), (2, -9), (3, 1)] {
      element.pointee = value + offset * h
      let above = measure()
      element.pointee = value - offset * h
      let below = measure()
      if above.pieces != here || below.pieces != here { return nil }
      sum += weight * (above.loss - below.loss)
    }
    return sum / (60 * h)
  }

  /// The mean loss, and a number that tells on which side of every kink the batch is.
  private func measure() -> (loss: Double, pieces: UInt64) {
    pass.run(x.doubles, rows: x.shape[0], through: network.layers)
    var pieces: UInt64 = 14_695_981_039_346_656_037
    func note(_ side: Int) { pieces = (pieces ^ UInt64(bitPattern: Int64(side &+ 1))) &* 1_099_511_628_211 }
    for (index, layer) in network.layers.enumerated() where layer.activation.kind.hasKinkAtZero {
      let z = pass.z[index].doubles
      for i in 0..<(x.shape[0] * layer.units) { note(z[i] > 0 ? 1 : 0) }
    }
    if let piece = loss.kind.piece {
      let a = pass.output.doubles
      for i in 0..<(x.shape[0] * network.outputs) { note(piece(a[i], y.doubles[i], loss.values)) }
    }
    let batch = pass.lossBatch(y.doubles, outputs: network.outputs, loss)
    return (loss.kind.value(batch) / Double(x.shape[0]), pieces)
  }
}
