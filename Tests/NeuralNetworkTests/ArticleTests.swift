import Arrays
import NeuralNetwork
import Testing

/// The article's program and others like it, against the same program in NumPy.
struct ArticleTests {
  static let fixture = try! Fixture("article.txt")

  static func make(_ name: String, _ convention: Convention) throws -> (Network, TrainingOptions) {
    let setup = fixture[name + ".setup"]
    let declaration = NetworkDeclaration(
      inputs: 2, layers: [dense(Int(setup[2]), "relu"), dense(1, "sigmoid")],
      loss: try Loss("bce", ["epsilon": 1e-8]), optimizer: try Optimizer("sgd", ["lr": setup[3]]),
      convention: convention)
    // The program seeds the generator, and the data come from generators of their own.
    let network = try Network(declaration, random: RandomState(seed: Int(setup[0])))
    var options = TrainingOptions(epochs: Int(setup[4]))
    options.every = 100
    return (network, options)
  }

  @Test(arguments: ["article", "other7", "other123", "other1"], [Convention.rows, .columns])
  func trainsAsNumPyDoes(name: String, convention: Convention) throws {
    let fixture = Self.fixture
    let (network, options) = try Self.make(name, convention)
    func batch(_ key: String, _ columns: Int) -> NDArray {
      let rows = fixture.matrix("\(name).\(key)", columns: columns)
      return convention == .rows ? rows : rows.turned
    }
    func inRows(_ array: NDArray) -> [Double] { convention == .rows ? array.list : array.turned.list }
    #expect(inRows(network.parameter(.weights(1))!) == fixture["\(name).W1"])
    #expect(inRows(network.parameter(.weights(2))!) == fixture["\(name).W2"])

    var reports: [EpochReport] = []
    let result = try network.train(
      batch("X_train", 2), batch("Y_train", 1), options: options, random: RandomState(seed: 0),
      report: { reports.append($0) })
    let losses = result.losses.enumerated().filter { $0.offset % 10 == 0 }.map(\.element) + [result.losses.last!]
    #expect(close(losses, fixture["\(name).losses"]))
    #expect(reports.map(\.accuracy) == fixture["\(name).accuracies"])
    let final = network.parameterNames.flatMap { inRows(network.parameter($0)!) }
    #expect(close(final, fixture["\(name).final"], 1e-9))
    let test = try network.evaluate(batch("X_test", 2), batch("Y_test", 1))
    #expect(test.accuracy == fixture["\(name).test_accuracy"][0])
    let points = NDArray([0, 0, 1, 1, -1, 0.5, 0.5, -0.5], shape: [4, 2])
    let answers = try network.output(convention == .rows ? points : points.turned)
    #expect(close(answers.list, fixture["\(name).points"]))
    #expect(result.end == .finished && result.steps == options.epochs)
  }

  @Test func printsTheFiguresOfTheArticle() throws {
    let (network, options) = try Self.make("article", .rows)
    let result = try network.train(
      Self.fixture.matrix("article.X_train", columns: 2), Self.fixture.matrix("article.Y_train", columns: 1),
      options: options, random: RandomState(seed: 0))
    #expect(close(result.losses[0], 1.3195911550409414))
    #expect(close(result.losses[999], 0.25317441917362005))
    #expect(close(network.parameter(.weights(1))!.list[0], 0.751803185097, 1e-11))
    #expect(close(network.parameter(.bias(2))!.list[0], -2.032222785471, 1e-11))
  }

  @Test func trainIsForwardBackwardStep() throws {
    let x = Self.fixture.matrix("other7.X_train", columns: 2)
    let y = Self.fixture.matrix("other7.Y_train", columns: 1)
    let (trained, _) = try Self.make("other7", .rows)
    let (stepped, _) = try Self.make("other7", .rows)
    let result = try trained.train(x, y, options: TrainingOptions(epochs: 25), random: RandomState(seed: 0))
    var losses: [Double] = []
    for _ in 0..<25 {
      try stepped.forward(x)
      losses.append(try stepped.backward(y))
      try stepped.step()
    }
    #expect(close(losses, result.losses, 1e-13))
    for name in trained.parameterNames {
      #expect(close(trained.parameter(name)!.list, stepped.parameter(name)!.list, 1e-12))
    }
  }
}
