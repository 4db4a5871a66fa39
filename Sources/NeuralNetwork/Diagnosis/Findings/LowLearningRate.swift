extension FindingKind {
  static let lowLearningRate = FindingKind(
    "learning rate too low",
    why: "each step is a tiny part of the way, so the loss hardly moves in any number of epochs one would wait for"
  ) { patient in
    guard patient.isFinite, let loss = patient.lossValue, loss > 0, let y = patient.y,
      let baseline = patient.network.baseline(y.array), loss > 0.5 * baseline
    else { return [] }
    let rate = patient.learningRate
    guard rate > 0, let next = patient.lossAfterStep(rate), next <= loss, loss - next < 1e-5 * loss else { return [] }
    var best = (rate: rate, loss: next)
    for power in 1...9 {
      let trial = rate * decimalPower(power)
      guard let value = patient.lossAfterStep(trial), value < best.loss else { break }
      best = (trial, value)
    }
    guard best.rate >= 99 * rate, loss - best.loss > 1e-3 * loss else { return [] }
    // A step of the best length in one place is a long one in others.
    let raised = best.rate / 10
    return [
      (
        "a step with lr \(rate) lowers the loss of \(loss) by \(loss - next); with lr \(raised) by \(loss - (patient.lossAfterStep(raised) ?? loss))",
        ["train \(max(patient.training?.epochs ?? 1000, 100)) lr=\(raised)"]
      )
    ]
  }
}
