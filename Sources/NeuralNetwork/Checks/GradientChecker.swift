import Arrays

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

/// The differences of one batch's mean loss.
final class GradientChecker {
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

  func check(_ name: EngineName, limit: Int, _ shouldStop: () -> Bool) -> GradientCheck? {
    let parameter = network.find(name)!
    let here = measure().pieces
    let stride = 1 + (parameter.count - 1) / limit
    var (worst, steepest): (GradientCheck.Difference?, GradientCheck.Difference?)
    var (checked, kinks) = (0, 0)
    var firstKink: GradientCheck.Kink?
    for position in Swift.stride(from: 0, to: parameter.count, by: stride) {
      if shouldStop() { return nil }
      guard let numeric = difference(parameter.value.doubles + position, here) else {
        kinks += 1
        if firstKink == nil { firstKink = kink(parameter, position) }
        continue
      }
      checked += 1
      let analytic = parameter.gradient.doubles[position]
      let error = abs(analytic - numeric) / max(abs(analytic), abs(numeric), 1e-6)
      let difference = GradientCheck.Difference(
        index: index(position, parameter.columns), analytic: analytic, numeric: numeric, error: error)
      if worst == nil || !(error <= worst!.error) { worst = difference }
      if steepest == nil || abs(analytic) > abs(steepest!.analytic) { steepest = difference }
    }
    return GradientCheck(
      parameter: name, worst: worst, steepest: steepest, checked: checked, elements: parameter.count, kinks: kinks,
      firstKink: firstKink)
  }

  /// The index of a place in a matrix that lies in rows, as the convention shows it.
  private func index(_ position: Int, _ columns: Int) -> [Int] {
    let index = [position / columns, position % columns]
    return network.declaration.convention == .rows ? index : index.reversed()
  }

  /// The first value that the smallest step at an element takes over a kink.
  private func kink(_ parameter: Parameter, _ position: Int) -> GradientCheck.Kink? {
    let element = parameter.value.doubles + position
    let before = element.pointee
    defer { element.pointee = before }
    _ = measure()
    let z = pass.z.map(\.numbers)
    let a = pass.output.numbers
    for offset in [1.0, -1, 2, -2, 3, -3] {
      element.pointee = before + offset * Self.steps.last!
      _ = measure()
      for (layer, values) in z.enumerated() where network.layers[layer].activation.kind.hasKinkAtZero {
        for (i, value) in values.enumerated() where (value > 0) != (pass.z[layer].doubles[i] > 0) {
          let place = index(i, network.layers[layer].units)
          return .init(
            index: index(position, parameter.columns), name: .preactivation(layer + 1), place: place, value: value)
        }
      }
      guard let piece = loss.kind.piece else { continue }
      for (i, value) in a.enumerated() {
        let target = y.doubles[i]
        if piece(value, target, loss.values) == piece(pass.output.doubles[i], target, loss.values) { continue }
        return .init(
          index: index(position, parameter.columns), name: .prediction, place: index(i, network.outputs), value: value)
      }
    }
    return nil
  }

  /// From large to small.
  private static let steps = [1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5]

  /// The central difference at one element, nil if all its steps cross a kink. A large step is off the tangent, a small one costs
  /// digits: of the steps that cross none, that is taken which agrees best with the one before it.
  private func difference(_ element: UnsafeMutablePointer<Double>, _ here: UInt64) -> Double? {
    var found: Double?
    var distance = Double.infinity
    for h in Self.steps {
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
