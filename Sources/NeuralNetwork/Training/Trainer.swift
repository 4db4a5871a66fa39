import Arrays

/// One training: the data in rows, the order of the samples, and what works a batch. A step allocates nothing.
final class Trainer {
  private let network: Network
  private let options: TrainingOptions
  private let x: Samples
  private let y: Samples
  private let validation: (x: Samples, y: Samples)?
  private let loss: Loss
  private let worker: BatchWorker
  private let rules: GradientRules
  private let random: RandomState
  private let baseRate: Double
  /// The samples' order, nil where they come as they lie.
  private var order: [Int64]?
  private let samples: Int
  private var meter: ProgressMeter?
  private var batchSize: Int { min(options.batchSize ?? samples, samples) }

  /// Checks everything a training can be refused for.
  init(
    _ network: Network, _ input: NDArray, _ targets: NDArray, _ options: TrainingOptions, _ random: RandomState,
    progress: ((TrainingProgress) -> Void)?
  ) throws(NetworkError) {
    try options.validate()
    self.network = network
    self.options = options
    self.random = random
    loss = try network.effectiveLoss()
    let reader = network.reader
    x = Samples(try reader.input(input, copying: false))
    y = Samples(try reader.targets(targets, samples: x.count))
    samples = x.count
    if let data = options.validation {
      let inputs = try reader.input(data.inputs, copying: false)
      validation = (Samples(inputs), Samples(try reader.targets(data.targets, samples: inputs.shape[0])))
    } else {
      validation = nil
    }
    baseRate = options.learningRate ?? network.declaration.optimizer.values[0]
    rules = GradientRules(options)
    worker = network.worker(for: samples, batchSize: options.batchSize ?? samples)
    meter = progress.map { ProgressMeter($0) }
    if options.batchSize != nil && options.shuffle { order = Array(0..<Int64(samples)) }
  }

  func run(report: (EpochReport) -> Void, shouldStop: () -> Bool) -> TrainingResult {
    network.dropPasses()
    var losses: [Double] = []
    losses.reserveCapacity(min(options.epochs, 1 << 20))
    var steps = 0
    var end = TrainingEnd.finished
    var firstNonFinite: Int?
    let best = options.patience.map { _ in
      BestParameters(network, keepsBeginning: validation == nil && batchSize == samples)
    }
    var worse = 0
    var last: EpochReport?
    var epoch = 0
    training: while epoch < options.epochs {
      let rate = options.schedule?.learningRate(base: baseRate, epoch: epoch, epochs: options.epochs) ?? baseRate
      shuffle()
      best?.beginEpoch(network)
      var sum = 0.0
      var start = 0
      var stopped = false
      while start < samples {
        let rows = min(batchSize, samples - start)
        sum += step(start, rows, rate)
        steps += 1
        start += rows
        stopped = shouldStop()
        if meter != nil, meter!.isTime() { tellProgress(losses, epoch, start) }
        if stopped && start < samples {
          end = .interrupted
          break training
        }
      }
      epoch += 1
      let mean = sum / Double(samples)
      losses.append(mean)
      network.history.losses.append(mean)
      if !mean.isFinite && firstNonFinite == nil { firstNonFinite = epoch }
      let validated = validation.map { network.evaluate($0.x, $0.y, loss, worker) }
      if let validated {
        network.history.validation.append(EpochLoss(epoch: network.history.losses.count, loss: validated.loss))
      }
      if let best, let patience = options.patience {
        worse = best.judge(validated?.loss ?? mean, epoch: epoch, network) ? 0 : worse + 1
        if worse >= patience, !stopped, epoch < options.epochs { end = .earlyStopped }
      }
      let isLast = epoch == options.epochs || end == .earlyStopped
      let isReported = options.every > 0 && (epoch % options.every == 0 || isLast)
      let entry = entry(epoch, mean, validated, rate, withAccuracy: isReported)
      last = entry
      if isReported {
        network.history.reports.append(entry)
        report(entry)
      }
      if stopped, !isLast { end = .interrupted }
      if stopped || end == .earlyStopped { break }
    }
    var restored: EpochLoss?
    if let best, end != .interrupted, best.epoch > 0, best.epoch < epoch {
      best.restore(network)
      network.loss = losses[best.epoch - 1]
      restored = EpochLoss(epoch: best.epoch, loss: best.loss)
    }
    if let last { network.history.last = last }
    network.history.lastTraining = TrainingRecord(
      epochs: losses.count, learningRate: baseRate, batchSize: batchSize < samples ? batchSize : nil,
      isConstant: options.schedule.map { $0.kind.name == "constant" } ?? true, restoredEpoch: restored?.epoch)
    return TrainingResult(
      losses: losses, epochs: options.epochs, steps: steps, end: end, firstNonFiniteEpoch: firstNonFinite,
      restored: restored)
  }

  /// Forward, backward, update on `rows` samples from `start` of the order. Returns the sum of their losses before the update.
  private func step(_ start: Int, _ rows: Int, _ rate: Double) -> Double {
    // Rules look at all gradients before the first parameter changes.
    let stepping = rules.areNone ? network : nil
    stepping?.beginUpdate(rate)
    let work = { [self] (order: UnsafePointer<Int64>?) in
      worker.step(
        Batch(x: x, y: y, order: order, start: start, rows: rows, loss: loss, task: nil), random, updating: stepping)
    }
    let sum = order == nil ? work(nil) : order!.withUnsafeBufferPointer { work($0.baseAddress) }
    if stepping == nil {
      rules.apply(to: network.layers)
      network.update(rate)
    }
    network.gradientsFrom = 1
    network.loss = sum / Double(rows)
    network.gradientBatchSize = rows
    return sum
  }

  /// A fresh order, as `random.permutation(samples)` gives it.
  private func shuffle() {
    guard order != nil else { return }
    for i in 0..<samples { order![i] = Int64(i) }
    random.shuffleIndices(samples) { order!.swapAt($0, $1) }
  }

  /// The accuracy after the update costs a forward pass of its own, so it is computed only for what is reported.
  private func entry(
    _ epoch: Int, _ mean: Double, _ validated: Evaluation?, _ rate: Double, withAccuracy: Bool
  ) -> EpochReport {
    var accuracy: Double?
    if withAccuracy {
      accuracy = network.task == .regression ? nil : network.evaluate(x, y, loss, worker).accuracy
      meter?.take(accuracy: accuracy, epoch: epoch)
    }
    return EpochReport(
      epoch: epoch, epochs: options.epochs, loss: mean, accuracy: accuracy, validationLoss: validated?.loss,
      validationAccuracy: validated?.accuracy, learningRate: rate)
  }

  /// `start`: how many samples of the epoch after `epoch` are done.
  private func tellProgress(_ losses: [Double], _ epoch: Int, _ start: Int) {
    if network.task != .regression, meter!.wantsAccuracy(epoch: epoch) {
      meter!.take(accuracy: network.evaluate(x, y, loss, worker).accuracy, epoch: epoch)
    }
    let share = (Double(epoch) + Double(start) / Double(samples)) / Double(options.epochs)
    meter!.tell(
      TrainingProgress(
        epoch: start == samples ? epoch + 1 : epoch, epochs: options.epochs, share: share,
        loss: losses.last ?? network.loss ?? .nan, accuracy: meter!.accuracy,
        curve: TrainingProgress.picked(losses, TrainingProgress.curveLength),
        seconds: meter!.toldAt))
  }
}

extension Network {
  /// Trains in place. Bad options or data are errors before the first step. `report` is called for the epochs of `options.every`;
  /// `shouldStop` after every step: true ends the training with the network as it is. `progress` is called now and then, at most 20
  /// times a second; it changes nothing in what is computed.
  ///
  /// Afterwards ``loss`` and the gradients are those of the last step; the values of the last ``forward(_:)`` are forgotten.
  public func train(
    _ input: NDArray, _ targets: NDArray, options: TrainingOptions, random: RandomState,
    progress: ((TrainingProgress) -> Void)? = nil, report: (EpochReport) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws(NetworkError) -> TrainingResult {
    let trainer = try Trainer(self, input, targets, options, random, progress: progress)
    observer?.networkWillChange(self)
    takeImages()
    defer { showImages() }
    return trainer.run(report: report, shouldStop: shouldStop)
  }

  func dropPasses() {
    forwardPass = nil
    backwardPass = nil
  }
}
