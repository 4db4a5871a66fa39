import Arrays
import NeuralNetwork
import Testing

/// What a step is said to do is what it does.
@Suite struct ExplanationTests {
  static let optimizers: [(name: String, options: [String: Double])] = [
    ("sgd", ["lr": 0.1]), ("sgd", ["lr": 0.1, "weight_decay": 0.2]), ("sgd", ["lr": 0.1, "momentum": 0.9]),
    ("sgd", ["lr": 0.1, "momentum": 0.9, "nesterov": 1, "weight_decay": 0.2]), ("rmsprop", ["lr": 0.05]),
    ("rmsprop", ["momentum": 0.5, "weight_decay": 0.1, "alpha": 0.8]), ("adam", ["lr": 0.05]),
    ("adam", ["weight_decay": 0.3, "beta1": 0.7]), ("adamw", ["lr": 0.05, "weight_decay": 0.2]),
  ]

  @Test(arguments: 0..<optimizers.count) func stepDoesWhatIsExplained(number: Int) throws {
    let (name, options) = Self.optimizers[number]
    for convention in [Convention.rows, .columns] {
      let random = try RandomState(seed: 3)
      let network = try Network(
        NetworkDeclaration(
          inputs: 2, layers: [dense(3, "tanh"), dense(1, "linear")], optimizer: try Optimizer(name, options),
          convention: convention), random: random)
      let rows = normal([5, 2], random)
      let x = convention == .rows ? rows : rows.turned
      let y = normal(convention == .rows ? [5, 1] : [1, 5], random)
      for step in 1...4 {
        try network.forward(x)
        try network.backward(y)
        var expected: [[Double]] = []
        for parameter in network.parameterNames {
          let shape = network.parameter(parameter)!.shape
          var values: [Double] = []
          for row in 0..<shape[0] {
            for column in 0..<shape[1] {
              let explanation = try network.explainStep(parameter, at: [row, column])
              #expect(explanation.step == step)
              values.append(explanation.after)
            }
          }
          expected.append(values)
        }
        try network.step()
        for (parameter, values) in zip(network.parameterNames, expected) {
          #expect(close(network.parameter(parameter)!.list, values, 1e-12), "\(name) \(options) \(parameter)")
        }
      }
    }
  }

  @Test func errorsOfSteps() throws {
    let random = try RandomState(seed: 3)
    let network = try Network(NetworkDeclaration(inputs: 2, layers: [dense(1, "sigmoid")]), random: random)
    #expect(throws: NetworkError.stepBeforeBackward) { try network.explainStep(.weights(1), at: [0, 0]) }
    try network.forward(normal([5, 2], random))
    #expect(network.explain(.weightsGradient(1), at: [0, 0]) == nil)
    try network.backward(NDArray([0, 1, 1, 0, 1]))
    #expect(throws: NetworkError.unknownParameter("W1[2, 0]")) { try network.explainStep(.weights(1), at: [2, 0]) }
    #expect(throws: NetworkError.unknownParameter("W2")) { try network.explainStep(.weights(2), at: [0, 0]) }
    #expect(network.explain(.weightsGradient(1), at: [0, 1]) == nil)
    #expect(network.explain(.preactivation(2), at: [0, 0]) == nil)
    #expect(network.explain(.preactivation(1), at: [0]) == nil)
  }
}
