extension MistakeKind {
  static let wrongUpdate = MistakeKind(
    "wrong update", "Gradient descent goes from W to W - lr * dW: a sign, the lr, or the step itself is missing."
  ) { d in
    let gradientName: EngineName
    switch d.name {
    case .weights(let layer): gradientName = .weightsGradient(layer)
    case .bias(let layer): gradientName = .biasGradient(layer)
    default: return []
    }
    // The parameter before a step of plain gradient descent.
    guard let rate = d.network.lastPlainRate, let gradient = d.value(gradientName),
      let before = d.expected.plus(gradient * rate), let up = before.plus(gradient * rate),
      let long = before.minus(gradient)
    else { return [] }
    let (name, delta) = (d.text.name(d.name), d.text.name(gradientName))
    return [
      Candidate(
        up, "\(name) + 2 * \(rate) * \(delta)",
        "a step up the gradient, + lr * \(delta): the way down is - lr * \(delta)"),
      Candidate(
        long, "\(name) + \(rate) * \(delta) - \(delta)", "a missing lr: the step is lr * \(delta), with lr = \(rate)"),
      Candidate(before, "\(name) + \(rate) * \(delta)", "\(name) as it was before the step"),
    ]
  }
}

extension Network {
  /// The rate of the last update, if it was one of plain gradient descent, `W -= lr * dW`.
  var lastPlainRate: Double? {
    let optimizer = declaration.optimizer
    guard optimizer.name == "sgd", optimizer["momentum"] == 0, optimizer["weight_decay"] == 0 else { return nil }
    return lastRate
  }
}
