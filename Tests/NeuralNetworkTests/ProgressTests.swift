import Arrays
import NeuralNetwork
import Testing

/// What a training tells while it runs.
struct ProgressTests {
  static let x = normal([64, 4], try! RandomState(seed: 5))

  static func trained(
    batchSize: Int?, _ layers: [Layer], epochs: Int, progress: ((TrainingProgress) -> Void)?,
    shouldStop: () -> Bool = { false }
  ) throws -> (Network, TrainingResult) {
    let network = try Network(NetworkDeclaration(inputs: 4, layers: layers), random: RandomState(seed: 1))
    let labels = NDArray((0..<64).map { Double($0 % 3) }, shape: [64, 1])
    var options = TrainingOptions(epochs: epochs)
    options.batchSize = batchSize
    options.every = 1000
    let result = try network.train(
      x, labels, options: options, random: RandomState(seed: 2), progress: progress, shouldStop: shouldStop)
    return (network, result)
  }

  @Test("the numbers are the same with and without", arguments: [nil, 20] as [Int?])
  func changesNothing(batchSize: Int?) throws {
    let layers: [Layer] = [dense(6, "relu"), .dropout(rate: 0.2), dense(3, "softmax")]
    var seen: [TrainingProgress] = []
    // Long enough that something is told: as many epochs as it takes.
    var epochs = 4000
    while seen.isEmpty {
      epochs *= 2
      _ = try Self.trained(batchSize: batchSize, layers, epochs: epochs, progress: { seen.append($0) })
    }
    var told = 0
    let (with, first) = try Self.trained(batchSize: batchSize, layers, epochs: epochs) { _ in told += 1 }
    let (without, second) = try Self.trained(batchSize: batchSize, layers, epochs: epochs, progress: nil)
    #expect(first == second)
    for name in with.parameterNames {
      #expect(with.parameter(name)!.list == without.parameter(name)!.list)
    }
    #expect(told <= epochs)
  }

  @Test func tellsWhatItSays() throws {
    var seen: [TrainingProgress] = []
    let (_, result) = try Self.trained(
      batchSize: nil, [dense(3, "softmax")], epochs: 1 << 40, progress: { seen.append($0) },
      shouldStop: { seen.count == 6 })
    #expect(result.end == .interrupted)
    #expect(seen.count == 6)
    for (before, after) in zip(seen, seen.dropFirst()) {
      #expect(after.epoch > before.epoch && after.share > before.share)
      // At most 20 times a second: no measurement, the meter promises it.
      #expect(after.seconds - before.seconds >= 0.05)
    }
    for progress in seen {
      #expect(progress.epochs == 1 << 40)
      #expect(result.losses[(progress.epoch - 2)..<progress.epoch].contains(progress.loss))
      #expect(progress.curve.first == result.losses[0])
      #expect(progress.curve.count == TrainingProgress.curveLength)
      #expect(progress.accuracy! > 0 && progress.accuracy! <= 1)
      #expect(progress.secondsLeft! > 0)
    }
  }

  @Test func picks() {
    #expect(TrainingProgress.picked([1, 2, 3], 5) == [1, 2, 3])
    #expect(TrainingProgress.picked([1, 2, 3, 4, 5], 3) == [1, 3, 5])
    #expect(TrainingProgress.picked([1, 2, 3], 1) == [3])
    #expect(TrainingProgress.picked([], 4) == [])
  }
}
