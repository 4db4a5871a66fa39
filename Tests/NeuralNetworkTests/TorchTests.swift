import Arrays
import NeuralNetwork
import Testing

/// Hundred steps of every optimizer with every schedule, against PyTorch's (`Fixtures/make_torch.py`).
struct TorchTests {
  static let fixture = try! Fixture("torch.txt")
  static let optimizers: [(String, String, [String: Double])] = [
    ("sgd", "sgd", ["lr": 0.05]),
    ("sgd_momentum", "sgd", ["lr": 0.05, "momentum": 0.9]),
    ("sgd_nesterov", "sgd", ["lr": 0.05, "momentum": 0.9, "nesterov": 1, "weight_decay": 0.01]),
    ("rmsprop", "rmsprop", ["lr": 0.01]),
    ("rmsprop_momentum", "rmsprop", ["lr": 0.005, "momentum": 0.5, "weight_decay": 0.01]),
    ("adam", "adam", ["lr": 0.02]),
    ("adam_decay", "adam", ["lr": 0.02, "weight_decay": 0.05]),
    ("adamw", "adamw", ["lr": 0.02, "weight_decay": 0.05]),
  ]
  static let schedules: [(String, [String: Double])] = [
    ("constant", [:]), ("step", ["every": 20, "gamma": 0.5]), ("exponential", ["gamma": 0.97]),
    ("cosine", ["low": 0.001]),
  ]

  @Test(arguments: optimizers.indices, schedules.indices)
  func followsPyTorch(optimizer: Int, schedule: Int) throws {
    let fixture = Self.fixture
    let (key, name, values) = Self.optimizers[optimizer]
    let (scheduleName, scheduleValues) = Self.schedules[schedule]
    let network = try Network(
      NetworkDeclaration(
        inputs: 3, layers: [dense(4, "tanh"), dense(1, "linear")], loss: try Loss("mse"),
        optimizer: try Optimizer(name, values)), random: RandomState(seed: 0))
    for (parameter, text) in zip(network.parameterNames, ["W1", "b1", "W2", "b2"]) {
      try network.assign(NDArray(fixture[text], shape: network.parameter(parameter)!.shape), to: parameter)
    }
    var options = TrainingOptions(epochs: 100)
    options.schedule = try Schedule(scheduleName, scheduleValues)
    let result = try network.train(
      fixture.matrix("X", columns: 3), fixture.matrix("Y", columns: 1), options: options, random: RandomState(seed: 0))
    #expect(close(result.losses, fixture["\(key).\(scheduleName).losses"], 1e-9))
    let end = network.parameterNames.flatMap { network.parameter($0)!.list }
    #expect(close(end, fixture["\(key).\(scheduleName).end"], 1e-9))
  }
}
