extension FindingKind {
  static let notFinite = FindingKind(
    "nan or inf",
    why: "every number computed from a nan or an infinity is one too, so nothing can be learned from there on"
  ) { patient in
    guard !patient.isFinite, let (facts, remedies) = firstNotFinite(patient) else { return [] }
    return [(facts, remedies)]
  }

  /// In the order of the computation: data, parameters, forward, loss, backward.
  private static func firstNotFinite(_ patient: Patient) -> (FactText, [FactText])? {
    let text = FormulaText(convention: patient.declaration.convention)
    let restart: [FactText] = ["init \(patient.declaration.initializer.name)"]
    if let x = patient.x, let (index, value) = patient.firstNotFinite(x) {
      return ("\(.inputs)\(index) is \(value), before anything is computed", ["np.argwhere(~np.isfinite(\(.inputs)))"])
    }
    if let y = patient.y, let (index, value) = patient.firstNotFinite(y) {
      return (
        "\(.targets)\(index) is \(value), before anything is computed", ["np.argwhere(~np.isfinite(\(.targets)))"]
      )
    }
    for index in 0..<patient.depth {
      let pairs = [(EngineName.weights(index + 1), patient.weights(index)), (.bias(index + 1), patient.bias(index))]
      for (name, matrix) in pairs {
        guard let (place, value) = patient.firstNotFinite(matrix) else { continue }
        guard case .notFinite(let epoch)? = patient.course?.trouble, let losses = patient.course?.losses else {
          return ("the parameter \(name)\(place) is \(value)", restart)
        }
        let before: FactText = epoch > 1 ? "; the epoch before it was \(losses[epoch - 2])" : ""
        return (
          "\(name)\(place) is \(value) since the step after epoch \(epoch) of the last training, whose loss was \(losses[epoch - 1])\(before)",
          restart
        )
      }
    }
    for index in patient.z.indices {
      let layer = index + 1
      if let (place, value) = patient.firstNotFinite(patient.z[index]) {
        let input = index == 0 ? patient.x! : patient.a[index - 1]
        let formula = text.weighted(text.a(index), "W\(layer)") + " + b\(layer)"
        return (
          "the first is \(.preactivation(layer))\(place) = \(value), of \(formula): values up to \(input.largest) times weights up to \(patient.weights(index).largest)",
          input.largest > 1e6 && index == 0 ? ["standardize"] : restart
        )
      }
      if let (place, value) = patient.firstNotFinite(patient.a[index]) {
        return (
          "the first is \(.activation(layer))\(place) = \(value), of \(patient.activation(index).name)(\(text.z(layer))): values up to \(patient.z[index].largest)",
          restart
        )
      }
    }
    if let loss = patient.lossValue, !loss.isFinite {
      return ("the first is the loss: \(patient.loss.name) of these predictions is \(loss)", restart)
    }
    for index in patient.dz.indices.reversed() {
      if let (place, value) = patient.firstNotFinite(patient.dz[index]) {
        return ("the first is \(.preactivationGradient(index + 1))\(place) = \(value), in the backward pass", restart)
      }
    }
    return nil
  }
}

extension Patient {
  /// Where in a matrix the first number is that is not finite, as the convention shows it.
  func firstNotFinite(_ matrix: Matrix) -> (index: [Int], value: Double)? {
    guard let position = matrix.values.firstIndex(where: { !$0.isFinite }) else { return nil }
    let index = [position / matrix.columns, position % matrix.columns]
    return (declaration.convention == .rows ? index : index.reversed(), matrix.values[position])
  }
}

extension Matrix {
  /// The largest magnitude.
  var largest: Double { values.reduce(0) { max($0, abs($1)) } }
}
