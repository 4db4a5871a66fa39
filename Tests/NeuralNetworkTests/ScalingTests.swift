import Arrays
import NeuralNetwork
import Testing

/// A network that scales its input is, in every entry, the same network fed with scaled input.
struct ScalingTests {
  private static func pair(_ convention: Convention, _ precision: Precision) throws -> (Network, Network, InputScaling)
  {
    let scaling = InputScaling(means: [3, -200], deviations: [0.5, 40])!
    func make() throws -> Network {
      try Network(
        NetworkDeclaration(
          inputs: 2, layers: [dense(4, "tanh"), dense(1, "sigmoid")], convention: convention, precision: precision),
        random: try RandomState(seed: 2))
    }
    let (scaled, plain) = (try make(), try make())
    scaled.setScaling(scaling)
    return (scaled, plain, scaling)
  }

  @Test(arguments: [Convention.rows, .columns], [Precision.float64, .float32])
  func scalesOnceOnEveryWayIn(convention: Convention, precision: Precision) throws {
    let (network, plain, scaling) = try Self.pair(convention, precision)
    let random = try RandomState(seed: 4)
    let standard = normal([30, 2], random)
    let raw = NDArray(
      standard.list.enumerated().map { $1 * scaling.deviations[$0 % 2] + scaling.means[$0 % 2] }, shape: [30, 2])
    // What the network makes of the raw numbers.
    let same = NDArray(
      raw.list.enumerated().map { ($1 - scaling.means[$0 % 2]) / scaling.deviations[$0 % 2] }, shape: [30, 2])
    let (x, scaledX) = convention == .rows ? (raw, same) : (raw.turned, same.turned)
    let y = NDArray((0..<30).map { Double($0 % 2) }, shape: convention == .rows ? [30, 1] : [1, 30])

    #expect(try network.forward(x).list == plain.forward(scaledX).list)
    #expect(try network.backward(y) == plain.backward(y))
    #expect(network.value(.activation(0))!.list == plain.value(.activation(0))!.list)
    #expect(try network.output(x).list == plain.output(scaledX).list)
    #expect(try network.predict(x).list == plain.predict(scaledX).list)
    #expect(try network.evaluate(x, y) == plain.evaluate(scaledX, y))
    #expect(try network.diagnose(x, y) == plain.diagnose(scaledX, y))
    // Of a kept pass the input is scaled already, and rounded in float32.
    let (kept, keptY) = network.lastBatch!
    if precision == .float64 {
      #expect(try network.checkGradients(kept, keptY, isScaled: true) == network.checkGradients(x, y))
      #expect(try network.diagnose(kept, keptY, isScaled: true) == plain.diagnose(scaledX, y))
    }
    var (options, plainOptions) = (TrainingOptions(epochs: 5), TrainingOptions(epochs: 5))
    options.validation = (x, y)
    plainOptions.validation = (scaledX, y)
    let result = try network.train(x, y, options: options, random: random)
    #expect(try result == plain.train(scaledX, y, options: plainOptions, random: random))
    #expect(network.history == plain.history)
  }

  @Test func isPartOfTheState() throws {
    let (network, _, scaling) = try Self.pair(.rows, .float64)
    let before = network.snapshot()
    try network.forward(NDArray([1.0, 2]))
    network.setScaling(nil)
    #expect(network.value(.activation(0)) == nil)
    network.restore(before)
    #expect(network.scaling == scaling && Network(before).scaling == scaling)
  }

  @Test func refusesWhatCannotScale() {
    #expect(InputScaling(means: [0], deviations: [0]) == nil)
    #expect(InputScaling(means: [0], deviations: [-1]) == nil)
    #expect(InputScaling(means: [.nan], deviations: [1]) == nil)
    #expect(InputScaling(means: [0], deviations: [.infinity]) == nil)
    #expect(InputScaling(means: [0, 1], deviations: [1]) == nil)
  }
}
