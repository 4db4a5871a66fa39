import Arrays

extension FindingKind {
  static let highLearningRate = FindingKind(
    "learning rate too high",
    why: "the slope holds only nearby; a step that is too long lands higher up on the other side of the valley"
  ) { patient in
    guard let facts = evidence(patient) else { return [] }
    let rate = patient.learningRate
    let lower = patient.workingRate(below: rate) ?? rate / 10
    var remedies: [FactText] = []
    // What a training has spoiled must be drawn anew.
    if patient.training != nil { remedies.append("init \(patient.declaration.initializer.name)") }
    remedies.append("train \(max(patient.training?.epochs ?? 1000, 100)) lr=\(lower)")
    return [(facts, remedies)]
  }

  private static func evidence(_ patient: Patient) -> FactText? {
    let rate = patient.learningRate
    if let course = patient.course {
      switch course.trouble {
      case .notFinite(let epoch)?:
        let finite = course.losses.prefix(epoch - 1)
        guard let first = finite.first, let last = finite.last, epoch > 2 ? last > first : true else {
          return "with lr \(rate) the loss was \(course.losses[epoch - 1]) in epoch \(epoch)"
        }
        return
          "with lr \(rate) the loss went from \(first) in epoch 1 to \(last) in epoch \(epoch - 1), then to \(course.losses[epoch - 1])"
      case .grew(let from, let epoch, let to)?:
        return "with lr \(rate) the loss grew from \(from) in epoch \(epoch) to \(to) in epoch \(course.losses.count)"
      default: break
      }
      if let first = course.losses.first, let last = course.losses.last, let peak = course.peak,
        peak.loss.exceeds(first, by: 2),
        !first.exceeds(last, by: 0.5)
      {
        return
          "with lr \(rate) the loss rose from \(first) to \(peak.loss) in epoch \(peak.epoch), and is \(last) after \(course.losses.count)"
      }
      if course.losses.count >= 20, course.risingShare >= 0.3, patient.isPlainDescent {
        return
          "with lr \(rate) the loss rose in \(.share(course.risingShare)) of the last \(course.losses.count / 2) epochs, where it should fall in every one"
      }
    }
    // Where the steps are long for another reason, that one is found.
    guard unscaledInputs.examine(patient).isEmpty, explodingGradients.examine(patient).isEmpty else { return nil }
    guard patient.isFinite, let loss = patient.lossValue, let next = patient.lossAfterStep(rate),
      next.isNaN || next.exceeds(loss, by: 0.01),
      let shorter = patient.lossAfterStep(rate / 100), shorter < loss
    else { return nil }
    return "one step with lr \(rate) takes the loss from \(loss) to \(next); with \(rate / 100) it falls, to \(shorter)"
  }
}

extension Patient {
  /// Whether the last training walked down the whole data's own gradient, so that the loss falls in every epoch if lr is small enough.
  var isPlainDescent: Bool {
    guard let training, declaration.optimizer.name == "sgd" else { return false }
    return declaration.optimizer["momentum"] == 0 && training.batchSize == nil && training.isConstant
      && !declaration.layers.contains { if case .dropout = $0 { true } else { false } }
  }

  /// The largest rate of a tenth, a hundredth, … with which a fresh network of this kind gets better in thirty steps, without a leap upwards.
  func workingRate(below rate: Double) -> Double? {
    guard let x, let y, x.isFinite, y.isFinite, let random = try? RandomState(seed: 0) else { return nil }
    let fresh = Network(network.snapshot())
    do { try fresh.initialize(declaration.initializer, random: random) } catch { return nil }
    let start = fresh.snapshot()
    for power in 1...8 {
      let trial = rate * decimalPower(-power)
      fresh.restore(start)
      var options = TrainingOptions(epochs: 30)
      options.learningRate = trial
      guard let random = try? RandomState(seed: 0),
        let losses = try? fresh.train(
          x.array.oriented(declaration.convention), y.array.oriented(declaration.convention), options: options,
          random: random
        ).losses, let first = losses.first, let last = losses.last
      else { return nil }
      if losses.allSatisfy({ $0.isFinite && !$0.exceeds(first, by: 0.5) }), last < first { return trial }
    }
    return nil
  }
}

/// 10 to a whole power, exact to the last digit.
func decimalPower(_ exponent: Int) -> Double { Double("1e\(exponent)")! }
