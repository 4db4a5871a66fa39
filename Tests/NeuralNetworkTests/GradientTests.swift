import Arrays
import NeuralNetwork
import Testing

/// Every hidden activation × every legal pair at the output, both conventions, against central differences.
struct GradientTests {
  static let pairs: [(activation: String, loss: String)] = ActivationKind.catalog.names.flatMap { activation in
    LossKind.legal(with: activation).map { (activation, $0) }
  }

  /// Targets a loss can have: one-hot rows for cross-entropy, 0/1, ±1, or any numbers.
  static func targets(_ loss: String, _ shape: Dims, _ random: RandomState) -> NDArray {
    let result = NDArray(zeros: shape)
    for row in 0..<shape[0] {
      if loss == "cross_entropy" {
        result.doubles[row * shape[1] + Int(random.randomSample() * Double(shape[1]))] = 1
        continue
      }
      for i in 0..<shape[1] {
        let value = random.standardNormal()
        result.doubles[row * shape[1] + i] =
          loss == "binary_cross_entropy" ? (value > 0 ? 1 : 0) : loss == "hinge" ? (value > 0 ? 1 : -1) : value
      }
    }
    return result
  }

  @Test(arguments: ActivationKind.catalog.names, [Convention.rows, .columns])
  func agreeWithCentralDifferences(hidden: String, convention: Convention) throws {
    let random = try RandomState(seed: 5)
    var (checked, kinks) = (0, 0)
    for (output, loss) in Self.pairs {
      for (outputs, samples) in [(1, 4), (3, 3), (2, 1)] {
        let declaration = NetworkDeclaration(
          inputs: 3, layers: [dense(4, hidden), dense(3, hidden), dense(outputs, output)],
          loss: try Loss(loss), initializer: Initializer(.xavier), convention: convention)
        let network = try Network(declaration, random: random)
        for layer in 1...3 {
          let name = EngineName.bias(layer)
          try network.assign(normal(network.parameter(name)!.shape, random), to: name)
        }
        let x = normal([samples, 3], random)
        let y = Self.targets(loss, [samples, outputs], random)
        let isRows = convention == .rows
        for check in try #require(try network.checkGradients(isRows ? x : x.turned, isRows ? y : y.turned)).parameters {
          checked += check.checked
          kinks += check.kinks
          if let worst = check.worst {
            #expect(worst.error <= 1e-6, "\(hidden), \(output), \(loss): \(check.parameter) \(worst)")
          }
        }
      }
    }
    #expect(checked > 5 * kinks)
  }

  @Test func leavesEpsilonOut() throws {
    let random = try RandomState(seed: 1)
    let declaration = NetworkDeclaration(
      inputs: 2, layers: [dense(1, "sigmoid")], loss: try Loss("bce", ["epsilon": 0.5]))
    let network = try Network(declaration, random: random)
    let x = normal([4, 2], random)
    let y = NDArray([0, 1, 1, 0], shape: [4, 1])
    for check in try #require(try network.checkGradients(x, y)).parameters { #expect(check.worst!.error <= 1e-6) }
  }

  /// In the columns convention every array is the transpose of that in rows.
  @Test func conventionsAgree() throws {
    let layers = [dense(4, "tanh"), dense(3, "softmax")]
    let rows = try Network(NetworkDeclaration(inputs: 2, layers: layers), random: RandomState(seed: 3))
    let columns = try Network(
      NetworkDeclaration(inputs: 2, layers: layers, convention: .columns), random: RandomState(seed: 3))
    let x = normal([5, 2], try RandomState(seed: 4))
    let labels = NDArray([0, 2, 1, 1, 0])
    #expect(try rows.forward(x).turned.list == columns.forward(x.turned).list)
    #expect(try rows.backward(labels) == columns.backward(labels))
    for name in rows.parameterNames + rows.forwardNames + rows.backwardNames {
      let (a, b) = (rows.value(name)!, columns.value(name)!)
      if a.shape.count == 2 {
        #expect(a.turned.list == b.list && a.shape == [b.shape[1], b.shape[0]], "\(name)")
      } else {
        #expect(a.list == b.list)
      }
    }
    try rows.step(learningRate: 0.3)
    try columns.step(learningRate: 0.3)
    #expect(rows.parameter(.weights(1))!.turned.list == columns.parameter(.weights(1))!.list)
  }
}
