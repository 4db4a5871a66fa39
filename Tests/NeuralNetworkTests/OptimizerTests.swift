import Arrays
import NeuralNetwork
import Testing

/// Each optimizer on one number, against the formulas of PyTorch's documentation written out again.
struct OptimizerTests {
  /// The weight after each of `steps` steps on `loss = (w·2 - 3)²`.
  static func run(_ name: String, _ options: [String: Double], steps: Int) throws -> [Double] {
    let network = try Network(
      NetworkDeclaration(
        inputs: 1, layers: [dense(1, "linear")], loss: try Loss("mse"), optimizer: try Optimizer(name, options)),
      random: RandomState(seed: 1))
    try network.assign(NDArray([0.5], shape: [1, 1]), to: .weights(1))
    return try (0..<steps).map { _ in
      // The bias is held at 0, so that the gradient depends on the weight alone.
      try network.assign(NDArray([0.0]), to: .bias(1))
      try network.forward(NDArray([2.0]))
      try network.backward(NDArray([3.0]))
      try network.step()
      return network.parameter(.weights(1))!.list[0]
    }
  }

  static func gradient(_ w: Double) -> Double { 2 * (2 * w - 3) * 2 }

  @Test(arguments: [(0.0, false, 0.0), (0.9, false, 0.0), (0.9, true, 0.0), (0.8, true, 0.1), (0.0, false, 0.1)])
  func sgd(momentum: Double, nesterov: Bool, decay: Double) throws {
    var (w, v) = (0.5, 0.0)
    let expected = (0..<20).map { step -> Double in
      var g = Self.gradient(w) + decay * w
      if momentum > 0 {
        v = step == 0 ? g : momentum * v + g
        g = nesterov ? g + momentum * v : v
      }
      w -= 0.02 * g
      return w
    }
    let found = try Self.run(
      "sgd", ["lr": 0.02, "momentum": momentum, "nesterov": nesterov ? 1 : 0, "weight_decay": decay], steps: 20)
    #expect(close(found, expected, 1e-12))
  }

  @Test(arguments: [0.0, 0.9])
  func rmsprop(momentum: Double) throws {
    var (w, s, v) = (0.5, 0.0, 0.0)
    let expected = (0..<20).map { _ -> Double in
      let g = Self.gradient(w)
      s = 0.95 * s + 0.05 * g * g
      v = momentum * v + g / (s.squareRoot() + 1e-8)
      w -= 0.01 * v
      return w
    }
    let found = try Self.run("rmsprop", ["lr": 0.01, "alpha": 0.95, "momentum": momentum], steps: 20)
    #expect(close(found, expected, 1e-12))
  }

  @Test(arguments: [false, true])
  func adam(decoupled: Bool) throws {
    var (w, m, v) = (0.5, 0.0, 0.0)
    var (power1, power2) = (1.0, 1.0)
    let expected = (0..<20).map { _ -> Double in
      let g = Self.gradient(w) + (decoupled ? 0 : 0.1 * w)
      if decoupled { w -= 0.05 * 0.1 * w }
      m = 0.9 * m + 0.1 * g
      v = 0.99 * v + 0.01 * g * g
      power1 *= 0.9
      power2 *= 0.99
      w -= 0.05 * (m / (1 - power1)) / ((v / (1 - power2)).squareRoot() + 1e-8)
      return w
    }
    let found = try Self.run(
      decoupled ? "adamw" : "adam", ["lr": 0.05, "beta2": 0.99, "weight_decay": 0.1], steps: 20)
    #expect(close(found, expected, 1e-11))
  }

  @Test func schedules() throws {
    func rates(_ name: String, _ options: [String: Double]) throws -> [Double] {
      let schedule = try Schedule(name, options)
      return (0..<5).map { schedule.learningRate(base: 0.8, epoch: $0, epochs: 4) }
    }
    #expect(try rates("constant", [:]) == [0.8, 0.8, 0.8, 0.8, 0.8])
    #expect(try close(rates("step", ["every": 2, "gamma": 0.5]), [0.8, 0.8, 0.4, 0.4, 0.2]))
    #expect(try close(rates("exponential", ["gamma": 0.5]), [0.8, 0.4, 0.2, 0.1, 0.05]))
    let half = 0.5.squareRoot()
    #expect(try close(rates("cosine", [:]), [0.8, 0.4 * (1 + half), 0.4, 0.4 * (1 - half), 0], 1e-12))
  }
}
