import Arrays
import NeuralNetwork
import Testing

/// What surrounds the step: batches, stopping, schedules, snapshots.
struct TrainingTests {
  static func make(_ optimizer: String = "sgd", _ options: [String: Double] = ["lr": 0.1]) throws -> Network {
    try Network(
      NetworkDeclaration(
        inputs: 3, layers: [dense(5, "tanh"), dense(1, "linear")], optimizer: try Optimizer(optimizer, options)),
      random: RandomState(seed: 1))
  }
  static let x = normal([40, 3], try! RandomState(seed: 2))
  static let y = normal([40, 1], try! RandomState(seed: 3))

  @Test(arguments: OptimizerKind.catalog.names)
  func learnsWithEveryOptimizer(optimizer: String) throws {
    let network = try Self.make(optimizer, ["lr": 0.01])
    let result = try network.train(Self.x, Self.y, options: TrainingOptions(epochs: 200), random: RandomState(seed: 0))
    #expect(result.losses.last! < 0.8 * result.losses[0])
    #expect(network.history.losses.array == result.losses)
  }

  @Test func miniBatchesFollowThePermutation() throws {
    let network = try Self.make()
    let byHand = try Self.make()
    var options = TrainingOptions(epochs: 3)
    options.batchSize = 16
    _ = try network.train(Self.x, Self.y, options: options, random: RandomState(seed: 9))
    let random = try RandomState(seed: 9)
    for _ in 0..<3 {
      let order = try random.permutation(40).list.map { Int($0) }
      for start in [0, 16, 32] {
        let part = order[start..<min(start + 16, 40)]
        let xs = part.flatMap { row in (0..<3).map { Self.x.doubles[row * 3 + $0] } }
        try byHand.forward(NDArray(xs, shape: [part.count, 3]))
        try byHand.backward(NDArray(part.map { Self.y.doubles[$0] }, shape: [part.count, 1]))
        try byHand.step()
      }
    }
    for name in network.parameterNames {
      #expect(close(network.parameter(name)!.list, byHand.parameter(name)!.list, 1e-12))
    }
  }

  /// Batches through the kernels' products and through BLAS, in whole tiles and in parts of them, shared by rows and by units, with a step that is
  /// part of the gradient's product and with one that is not, against the passes on a line.
  @Test(arguments: [1, 7, 48, 64, 100, 150], [Precision.float64, .float32])
  func batchesOfWideLayersLearnAsByHand(rows: Int, precision: Precision) throws {
    for optimizer in [
      try Optimizer("adam", ["lr": 0.01]), try Optimizer("sgd", ["lr": 0.003]),
      try Optimizer("sgd", ["lr": 0.003, "momentum": 0.9]), try Optimizer("sgd", ["lr": 0.003, "weight_decay": 0.01]),
    ] {
      for layers in [
        [dense(120, "tanh"), dense(117, "relu"), dense(3, "linear")], [dense(128, "relu"), dense(130, "linear")],
        [dense(120, "tanh"), dense(117, "softmax"), dense(3, "linear")],
      ] {
        try learnAsByHand(
          NetworkDeclaration(inputs: 300, layers: layers, optimizer: optimizer, precision: precision), batch: rows,
          samples: 2 * rows + 5)
      }
    }
  }

  /// A batch that passes in two blocks, the second of which adds its gradients and goes the step.
  @Test func aBatchOfSeveralBlocksLearnsAsByHand() throws {
    try learnAsByHand(
      NetworkDeclaration(
        inputs: 300, layers: [dense(2600, "relu"), dense(2600, "tanh"), dense(3, "linear")],
        optimizer: try Optimizer("sgd", ["lr": 0.01]), precision: .float32), batch: 300, samples: 300)
  }

  private func learnAsByHand(_ declaration: NetworkDeclaration, batch: Int, samples: Int) throws {
    let random = try RandomState(seed: 4)
    let outputs = try Network(declaration, random: RandomState(seed: 5)).outputs
    let (x, y) = (normal([samples, 300], random), normal([samples, outputs], random))
    let made = { (threads: Int) throws -> Network in
      let network = try Network(declaration, random: RandomState(seed: 5))
      network.threads = threads
      return network
    }
    let byHand = try made(1)
    let orders = try RandomState(seed: 6)
    for _ in 0..<2 {
      let order = try orders.permutation(samples).list.map { Int($0) }
      for start in stride(from: 0, to: samples, by: batch) {
        let part = order[start..<min(start + batch, samples)]
        let rows = { (array: NDArray, width: Int) in
          NDArray(
            part.flatMap { row in (0..<width).map { array.doubles[row * width + $0] } }, shape: [part.count, width])
        }
        try byHand.forward(rows(x, 300))
        try byHand.backward(rows(y, outputs))
        try byHand.step()
      }
    }
    let trained = { (threads: Int) throws -> [[Double]] in
      let network = try made(threads)
      var options = TrainingOptions(epochs: 2)
      options.batchSize = batch
      _ = try network.train(x, y, options: options, random: RandomState(seed: 6))
      return network.parameterNames.map { network.parameter($0)!.list }
    }
    for threads in [1, 2, 3] {
      for (name, ours) in zip(byHand.parameterNames, try trained(threads)) {
        let worst = zip(ours, byHand.parameter(name)!.list).map { abs($0 - $1) }.max()!
        #expect(
          worst <= (declaration.precision == .float64 ? 1e-9 : 2e-3),
          "\(declaration.optimizer.kind.name), batch \(batch), \(name), \(threads) threads: \(worst)")
      }
    }
  }

  @Test func stopsAfterTheCurrentStep() throws {
    let network = try Self.make()
    var options = TrainingOptions(epochs: 100)
    options.batchSize = 10
    var steps = 0
    let result = try network.train(
      Self.x, Self.y, options: options, random: RandomState(seed: 0),
      shouldStop: {
        steps += 1
        return steps == 10
      })
    #expect(result.end == .interrupted && result.steps == 10 && result.losses.count == 2)
    // It goes on from there.
    let again = try network.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    #expect(again.end == .finished && again.losses[0] < result.losses[0])
    #expect(network.history.losses.count == 102)
  }

  @Test func stopsEarly() throws {
    let network = try Self.make()
    var options = TrainingOptions(epochs: 5000)
    options.patience = 3
    options.validation = (normal([20, 3], try RandomState(seed: 5)), normal([20, 1], try RandomState(seed: 6)))
    let result = try network.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    #expect(result.end == .earlyStopped && result.losses.count < 5000)
  }

  @Test func reportsWhatItIsAskedFor() throws {
    let network = try Self.make()
    var options = TrainingOptions(epochs: 10)
    options.every = 4
    options.schedule = try Schedule("exponential", ["gamma": 0.5])
    options.validation = (Self.x, Self.y)
    var reports: [EpochReport] = []
    let result = try network.train(
      Self.x, Self.y, options: options, random: RandomState(seed: 0), report: { reports.append($0) })
    #expect(reports.map(\.epoch) == [4, 8, 10])
    #expect(reports[0].loss == result.losses[3] && reports[0].accuracy == nil)
    #expect(close(reports[0].validationLoss!, result.losses[4], 1e-13))
    #expect(reports[0].learningRate == 0.1 * 0.125)
  }

  /// Whatever is reported; and nothing of the training depends on it.
  @Test(arguments: [0, 4]) func theValidationLossIsTakenAfterEveryEpoch(_ every: Int) throws {
    let (network, plain) = (try Self.make(), try Self.make())
    var options = TrainingOptions(epochs: 10)
    options.every = every
    let alone = try plain.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    #expect(plain.history.validation.isEmpty)
    // Then the loss after an epoch is that before the update of the next one.
    options.validation = (Self.x, Self.y)
    let result = try network.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    #expect(result.losses == alone.losses)
    #expect(network.history.validation.array.map(\.epoch) == Array(1...10))
    #expect(network.history.reports.count == (every == 0 ? 0 : 3))
    for (entry, loss) in zip(network.history.validation.array, result.losses.dropFirst()) {
      #expect(close(entry.loss, loss, 1e-13))
    }
    _ = try network.train(Self.x, Self.y, options: TrainingOptions(epochs: 5), random: RandomState(seed: 0))
    _ = try network.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    #expect(network.history.validation.array.map(\.epoch) == Array(1...10) + Array(16...25))
  }

  @Test func aNetworkDrawnAnewTrainsAsANewOne() throws {
    let (used, new) = (try Self.make(), try Self.make())
    var options = TrainingOptions(epochs: 3)
    options.batchSize = 4
    _ = try used.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    for network in [used, new] {
      try network.initialize(try Initializer("he"), random: try RandomState(seed: 5))
    }
    let again = try used.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    let first = try new.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    #expect(again == first && used.snapshot() == new.snapshot())
  }

  /// What patience gives back are the parameters and moments of a training that ended there, and both go on alike.
  @Test(arguments: [0.0, 0.3], ["sgd", "adam"]) func patienceGivesBackTheBest(dropout: Double, optimizer: String) throws
  {
    for (hasValidation, batchSize) in [(true, nil), (true, 4), (false, nil), (false, 4)] as [(Bool, Int?)] {
      func make() throws -> Network {
        var layers = [dense(6, "tanh")]
        if dropout > 0 { layers.append(.dropout(rate: dropout)) }
        return try Network(
          NetworkDeclaration(
            inputs: 2, layers: layers + [dense(1, "sigmoid")], optimizer: try Optimizer(optimizer, ["lr": 0.5])),
          random: try RandomState(seed: 3))
      }
      let random = try RandomState(seed: 9)
      let (x, other) = (normal([12, 2], random), normal([6, 2], random))
      let (y, otherY) = (
        NDArray((0..<12).map { Double($0 % 2) }, shape: [12, 1]),
        NDArray((0..<6).map { Double($0 % 2) }, shape: [6, 1])
      )
      var options = TrainingOptions(epochs: 60)
      options.batchSize = batchSize
      if hasValidation { options.validation = (other, otherY) }
      options.patience = 4
      // Nothing gets worse so soon but by steps that are too long.
      if !hasValidation || optimizer == "sgd" { options.learningRate = 20 }
      let network = try make()
      let result = try network.train(x, y, options: options, random: RandomState(seed: 5))
      let restored = try #require(result.restored, "\(hasValidation) \(String(describing: batchSize))")
      #expect(network.history.losses.count == result.losses.count && network.history.last?.epoch == result.losses.count)
      #expect(network.history.lastTraining?.restoredEpoch == restored.epoch)
      #expect(network.loss == result.losses[restored.epoch - 1])
      if hasValidation { #expect(close(try network.evaluate(other, otherY).loss, restored.loss, 1e-12)) }
      // The loss of an epoch of one step is that of the parameters before it.
      options.epochs = hasValidation || batchSize != nil ? restored.epoch : restored.epoch - 1
      options.patience = nil
      let short = try make()
      _ = try short.train(x, y, options: options, random: RandomState(seed: 5))
      options.epochs = 3
      for model in [network, short] { _ = try model.train(x, y, options: options, random: RandomState(seed: 6)) }
      for name in network.parameterNames { #expect(network.parameter(name)!.list == short.parameter(name)!.list) }
    }
  }

  @Test func patienceKeepsTheLastIfItIsTheBest() throws {
    let network = try Self.make()
    var options = TrainingOptions(epochs: 5)
    options.learningRate = 1e-3
    options.patience = 3
    let plain = try Self.make()
    let result = try network.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    options.patience = nil
    _ = try plain.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    #expect(result.restored == nil && network.snapshot() == plain.snapshot())
  }

  @Test(arguments: [(29, 20, [20, 29]), (30, 10, [10, 20, 30]), (3, 100, [3]), (3, 0, []), (1, .max, [1])])
  func theLastEpochIsReported(epochs: Int, every: Int, reported: [Int]) throws {
    let network = try Self.make()
    var options = TrainingOptions(epochs: epochs)
    options.every = every
    options.validation = (Self.x, Self.y)
    var told: [Int] = []
    let result = try network.train(
      Self.x, Self.y, options: options, random: RandomState(seed: 0), report: { told.append($0.epoch) })
    #expect(told == reported && network.history.reports.array.map(\.epoch) == reported)
    #expect(network.history.last?.epoch == epochs && network.history.last?.loss == result.losses.last)
    #expect(network.history.last?.validationLoss == (try network.evaluate(Self.x, Self.y).loss))
  }

  @Test func refusesBadOptionsBeforeTheFirstStep() throws {
    let network = try Self.make()
    let before = network.snapshot()
    for change: (inout TrainingOptions) -> Void in [
      { $0.epochs = -1 }, { $0.batchSize = 0 }, { $0.every = -1 }, { $0.learningRate = .nan }, { $0.patience = 0 },
      { $0.clipNorm = 0 }, { $0.l2 = -1 }, { $0.l1 = .infinity },
      { $0.validation = (NDArray(zeros: [2, 2]), NDArray(zeros: [2, 1])) },
    ] {
      var options = TrainingOptions(epochs: 1)
      change(&options)
      #expect(throws: NetworkError.self) {
        try network.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
      }
    }
    #expect(throws: NetworkError.self) { try network.step(learningRate: -1) }
    #expect(network.snapshot() == before)
  }

  @Test func saysWhenItDiverges() throws {
    let network = try Network(
      NetworkDeclaration(inputs: 3, layers: [dense(1, "linear")], optimizer: try Optimizer("sgd", ["lr": 1e6])),
      random: RandomState(seed: 1))
    let result = try network.train(Self.x, Self.y, options: TrainingOptions(epochs: 100), random: RandomState(seed: 0))
    #expect(result.firstNonFiniteEpoch != nil && result.losses.count == 100)
  }

  @Test func clipsAndPenalises() throws {
    let network = try Self.make("sgd", ["lr": 1])
    let before = network.parameterNames.map { network.parameter($0)!.list }
    var options = TrainingOptions(epochs: 1)
    options.clipNorm = 0.01
    _ = try network.train(Self.x, Self.y, options: options, random: RandomState(seed: 0))
    let after = network.parameterNames.map { network.parameter($0)!.list }
    let moved = zip(before.joined(), after.joined()).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    #expect(close(moved, 0.01, 1e-4))

    let plain = try Self.make()
    let penalised = try Self.make()
    let weights = plain.parameter(.weights(1))!.list
    var l2 = TrainingOptions(epochs: 1)
    l2.l2 = 0.5
    _ = try plain.train(Self.x, Self.y, options: TrainingOptions(epochs: 1), random: RandomState(seed: 0))
    _ = try penalised.train(Self.x, Self.y, options: l2, random: RandomState(seed: 0))
    let expected = zip(plain.parameter(.weights(1))!.list, weights).map { $0 - 0.1 * 0.5 * $1 }
    #expect(close(penalised.parameter(.weights(1))!.list, expected, 1e-12))
    #expect(plain.parameter(.bias(1))!.list == penalised.parameter(.bias(1))!.list)
  }

  @Test func snapshotsGiveBackEverything() throws {
    let network = try FileTests.trained()
    let live = network.parameter(.weights(1))!
    try network.forward(NDArray([1.0, 2, 3]))
    try network.backward(NDArray([1]))
    let saved = network.snapshot()
    let old = live.list
    let z = network.value(.preactivation(1))!.list
    try network.step()
    try network.forward(NDArray([3.0, 2, 1]))
    #expect(network.snapshot() != saved && live.list != old)
    network.restore(saved)
    #expect(network.snapshot() == saved && live.list == old && network.parameter(.weights(1)) === live)
    #expect(network.value(.preactivation(1))!.list == z)
    let twin = Network(saved)
    try twin.step()
    #expect(network.snapshot() == saved && twin.snapshot() != saved)
    // Across other layers too.
    try network.append(dense(2, "softmax"), random: RandomState(seed: 1))
    network.restore(saved)
    #expect(network.snapshot() == saved)
  }

  @Test func dropoutKeepsTheMean() throws {
    let network = try Network(
      NetworkDeclaration(
        inputs: 1, layers: [dense(1, "linear"), .dropout(rate: 0.5), dense(1, "linear")],
        optimizer: try Optimizer("sgd", ["lr": 0]), initializer: Initializer(.zeros)), random: RandomState(seed: 1))
    try network.assign(NDArray([1.0], shape: [1, 1]), to: .weights(1))
    try network.assign(NDArray([1.0], shape: [1, 1]), to: .weights(2))
    let ones = NDArray([Double](repeating: 1, count: 4000))
    let zeros = NDArray(zeros: [4000, 1])
    let result = try network.train(ones, zeros, options: TrainingOptions(epochs: 1), random: RandomState(seed: 0))
    // Half of the answers are 0, half are 2: the mean square is 2, without dropout it is 1.
    #expect(abs(result.losses[0] - 2) < 0.1)
    #expect(try network.evaluate(ones, zeros).loss == 1)
  }
}
