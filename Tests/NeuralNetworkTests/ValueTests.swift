import Arrays
import Foundation
import NeuralNetwork
import Testing

/// Activations and losses at values that are easy to get wrong.
struct ValueTests {
  static func one(_ name: String, _ z: Double) throws -> (value: Double, slope: Double) {
    let activation = try Activation(name)
    return (activation(NDArray([z])).list[0], activation.derivative(NDArray([z])).list[0])
  }

  @Test func activationsAtTheEdges() throws {
    #expect(try Self.one("relu", 0) == (0, 0))
    #expect(try Self.one("relu", 2) == (2, 1))
    #expect(try Self.one("relu", .nan).value.isNaN)
    #expect(try Self.one("leaky_relu", -2) == (-0.02, 0.01))
    #expect(try Self.one("sigmoid", -1000) == (0, 0))
    #expect(try Self.one("sigmoid", 1000) == (1, 0))
    #expect(try close(Self.one("sigmoid", -700).value, exp(-700), 1e-12))
    #expect(try Self.one("softplus", 1000) == (1000, 1))
    #expect(try Self.one("softplus", -1000) == (0, 0))
    #expect(try Self.one("gelu", 1e200) == (1e200, 1))
    #expect(try close(Self.one("gelu", 1).value, 0.841344746068543))
    #expect(try close(Self.one("swish", 1).value, 0.731058578630005))
    #expect(try Self.one("swish", -2000).value == 0)
    #expect(try close(Self.one("elu", -1).value, -0.632120558828558))
  }

  @Test func softmaxIsTakenOverASample() throws {
    let softmax = Activation(.softmax)
    let z = NDArray([1000.0, 1001, -5, -5, 0, 0], shape: [3, 2])
    let a = softmax(z)
    #expect(close(a.list, [0.2689414213699951, 0.7310585786300049, 0.5, 0.5, 0.5, 0.5]))
    #expect(softmax(z.turned, convention: .columns).list == a.turned.list)
    #expect(softmax.derivative(NDArray([0.0, 0])).list == [0.25, -0.25, -0.25, 0.25])
    #expect(softmax.derivative(z).shape == [3, 2, 2])
  }

  @Test(arguments: ActivationKind.catalog.names)
  func slopesAreDerivatives(name: String) throws {
    let activation = try Activation(name)
    if activation.kind.isRowWise { return }
    let z = (-40...40).map { 0.13 + Double($0) * 0.25 }
    let (above, below) = (activation(NDArray(z.map { $0 + 1e-6 })), activation(NDArray(z.map { $0 - 1e-6 })))
    let numeric = zip(above.list, below.list).map { ($0 - $1) / 2e-6 }
    #expect(zip(numeric, activation.derivative(NDArray(z)).list).allSatisfy { abs($0 - $1) < 1e-8 })
  }

  @Test func lossesStayFinite() throws {
    let network = try Network(
      NetworkDeclaration(inputs: 1, layers: [dense(1, "sigmoid")]), random: RandomState(seed: 1))
    try network.assign(NDArray([1.0], shape: [1, 1]), to: .weights(1))
    try network.forward(NDArray([-800.0, 800]))
    #expect(try network.backward(NDArray([1.0, 0])) == 800)
    #expect(network.value(.preactivationGradient(1))!.list == [-1, 1])
    // The article's formula gives its -log(1e-8).
    try network.setLoss(Loss("bce", ["epsilon": 1e-8]))
    #expect(try close(network.backward(NDArray([1.0, 0])), -log(1e-8), 1e-7))
    let classes = try Network(
      NetworkDeclaration(inputs: 2, layers: [dense(2, "softmax")]), random: RandomState(seed: 1))
    try classes.assign(NDArray([1.0, 0, 0, 1], shape: [2, 2]), to: .weights(1))
    try classes.forward(NDArray([0.0, 900]))
    #expect(try classes.backward(NDArray([0])) == 900)
  }

  /// Each loss on one batch, worked out by hand. Predictions 1, -2; targets 3, -2.5 (hinge: 1, 1).
  static let byHand: [(loss: String, value: Double)] = [
    ("mse", 2.125), ("mae", 1.25), ("sum_squared_error", 2.125), ("huber", 0.8125), ("hinge", 1.5),
  ]

  @Test(arguments: byHand.map(\.loss))
  func lossesByHand(loss: String) throws {
    let expected = Self.byHand.first { $0.loss == loss }!.value
    let network = try Network(
      NetworkDeclaration(inputs: 2, layers: [dense(2, "linear")], loss: try Loss(loss)), random: RandomState(seed: 1))
    try network.assign(NDArray([1.0, 0, 0, 1], shape: [2, 2]), to: .weights(1))
    try network.forward(NDArray([1.0, -2]))
    let targets = loss == "hinge" ? [1.0, 1] : [3, -2.5]
    #expect(try network.backward(NDArray(targets)) == expected)
  }

  @Test func predictsAndEvaluates() throws {
    func identity(_ activation: String, _ loss: String? = nil, _ convention: Convention = .rows) throws -> Network {
      let network = try Network(
        NetworkDeclaration(
          inputs: 2, layers: [dense(2, activation)], loss: try loss.map { try Loss($0) }, convention: convention),
        random: RandomState(seed: 1))
      try network.assign(NDArray([1.0, 0, 0, 1], shape: [2, 2]), to: .weights(1))
      return network
    }
    let x = NDArray([1.0, 2, 3, -1, 0, 0], shape: [3, 2])
    #expect(try identity("softmax").predict(x).list == [1, 0, 0])
    #expect(try identity("softmax").predict(x).shape == [3, 1])
    #expect(try identity("softmax", nil, .columns).predict(x.turned).shape == [1, 3])
    #expect(try identity("softmax").evaluate(x, NDArray([1, 1, 0], shape: [3, 1])).accuracy == 2.0 / 3)
    #expect(try identity("sigmoid").predict(x).list == [1, 1, 1, 0, 0, 0])
    #expect(try identity("sigmoid").predict(x).dtype == .int64)
    #expect(try identity("tanh", "hinge").predict(x).list == [1, 1, 1, -1, -1, -1])
    #expect(try identity("linear").predict(x).list == x.list)
    #expect(try identity("linear").evaluate(x, NDArray(zeros: [3, 2])) == Evaluation(loss: 2.5, accuracy: nil))
  }
}
