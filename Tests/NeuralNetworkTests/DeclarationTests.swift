import Arrays
import NeuralNetwork
import Testing

/// What a declaration may say, what it draws, and what it refuses.
struct DeclarationTests {
  static func make(_ inputs: Int, _ layers: [Layer], loss: String? = nil) throws -> Network {
    try Network(
      NetworkDeclaration(inputs: inputs, layers: layers, loss: try loss.map { try Loss($0) }),
      random: RandomState(seed: 42))
  }

  @Test(arguments: [0, -1, Int.min, Int.max, 1_000_000_000_000_000_000, Network.largestSize + 1])
  func refusesSizes(size: Int) throws {
    #expect(throws: NetworkError.badSize(what: "units", value: size)) { try Self.make(2, [dense(size, "relu")]) }
    #expect(throws: NetworkError.badSize(what: "inputs", value: size)) { try Self.make(size, [dense(2, "relu")]) }
    let network = try Self.make(2, [])
    #expect(throws: NetworkError.badSize(what: "units", value: size)) {
      try network.append(dense(size, "relu"), random: RandomState(seed: 1))
    }
  }

  @Test func refusesMoreThanMemoryHolds() throws {
    let layers = Array(repeating: dense(Network.largestSize, "relu"), count: 3)
    #expect(throws: NetworkError.tooManyParameters(inputs: 1 << 24, units: 1 << 24)) { try Self.make(1 << 24, layers) }
  }

  @Test func namesTheLegalPairs() throws {
    let expected = NetworkError.illegalPair(
      activation: "softmax", loss: "binary_cross_entropy",
      legalLosses: ["cross_entropy", "mse", "mae", "huber", "sum_squared_error"], legalActivations: ["sigmoid"])
    #expect(throws: expected) { try Self.make(2, [dense(3, "softmax")], loss: "bce") }
    let network = try Self.make(2, [dense(3, "softmax")])
    #expect(throws: expected) { try network.setLoss(Loss("bce")) }
    #expect(network.declaration.loss == nil)
    for activation in ActivationKind.catalog.names {
      for loss in LossKind.catalog.items {
        if loss.isLegal(with: activation) {
          _ = try Self.make(2, [dense(2, activation)], loss: loss.name)
        } else {
          #expect(throws: NetworkError.self) { try Self.make(2, [dense(2, activation)], loss: loss.name) }
        }
      }
    }
  }

  @Test func takesTheUsualLoss() throws {
    #expect(try Self.make(2, [dense(1, "sigmoid")]).effectiveLoss().name == "binary_cross_entropy")
    #expect(try Self.make(2, [dense(3, "softmax")]).effectiveLoss().name == "cross_entropy")
    #expect(try Self.make(2, [dense(3, "linear")]).effectiveLoss().name == "mse")
    #expect(throws: NetworkError.noLayers) { try Self.make(2, []).effectiveLoss() }
    #expect(throws: NetworkError.dropoutAtOutput) {
      try Self.make(2, [dense(1, "sigmoid"), .dropout(rate: 0.1)]).effectiveLoss()
    }
  }

  @Test func layerByLayerDrawsTheSame() throws {
    let whole = try Self.make(3, [dense(4, "relu"), .dropout(rate: 0.5), dense(2, "softmax")])
    let random = try RandomState(seed: 42)
    let grown = try Network(NetworkDeclaration(inputs: 3), random: random)
    try grown.append(dense(4, "relu"), random: random)
    try grown.append(.dropout(rate: 0.5), random: random)
    try grown.append(dense(2, "softmax"), random: random)
    #expect(grown.declaration == whole.declaration)
    #expect(grown.snapshot() == whole.snapshot())
    #expect(grown.parameterCount == 3 * 4 + 4 + 4 * 2 + 2)
    try grown.initialize(Initializer(.he), random: try RandomState(seed: 42))
    #expect(grown.snapshot() == whole.snapshot())
  }

  @Test func drawsEveryInitializer() throws {
    func first(_ initializer: Initializer) throws -> Double {
      let network = try Self.make(8, [dense(2, "relu")])
      try network.initialize(initializer, random: try RandomState(seed: 42))
      return network.parameter(.weights(1))!.list[0]
    }
    let draw = try RandomState(seed: 42).standardNormal()
    #expect(try first(Initializer(.he)) == draw * 0.5)
    #expect(try close(first(Initializer(.xavier)), draw * (0.2).squareRoot()))
    #expect(try first(Initializer("normal", ["scale": 3])) == draw * 3)
    #expect(try first(Initializer(.zeros)) == 0)
  }

  @Test func refusesOptionsByName() throws {
    #expect(throws: NetworkError.unknownOption(owner: "leaky_relu", option: "beta", known: ["alpha"])) {
      try Activation("leaky_relu", ["beta": 1])
    }
    #expect(throws: NetworkError.badOption(owner: "sgd", option: "lr", value: -1, expected: ">= 0")) {
      try Optimizer("sgd", ["lr": -1])
    }
    #expect(throws: NetworkError.self) { try Optimizer("sgd", ["lr": .nan]) }
    #expect(throws: NetworkError.unknownName(kind: "loss", name: "msee", known: LossKind.catalog.names)) {
      try Loss("msee")
    }
    #expect(throws: NetworkError.self) { try Self.make(2, [.dropout(rate: 1), dense(1, "relu")]) }
  }

  @Test func readsAndWritesNames() {
    for convention in Convention.allCases {
      for name in [
        EngineName.weights(1), .bias(12), .activation(0), .preactivation(3), .prediction, .activationGradient(2),
        .preactivationGradient(1), .weightsGradient(4), .biasGradient(1), .loss, .batchSize,
      ] {
        #expect(EngineName(name.text(convention), convention: convention) == name)
      }
    }
    for text in ["W0", "W", "W01", "Z0", "z1", "dA", "A00", "W99999999999999999999", "WW1", "", "1"] {
      #expect(EngineName(text, convention: .rows) == nil, "\(text)")
    }
    #expect(EngineName("Z1", convention: .columns) == nil)
    #expect(EngineName("ŷ", convention: .columns) == .prediction)
  }

  @Test func catalogsAreWhole() {
    func check<Kind: Documented>(_: Kind.Type) {
      var seen: Set<String> = []
      for item in Kind.catalog.items {
        for name in [item.name] + item.documentation.aliases { #expect(seen.insert(name).inserted, "\(name) twice") }
        #expect(!item.documentation.formula.isEmpty && item.documentation.summary.hasSuffix("."), "\(item.name)")
        for option in item.documentation.options {
          #expect(throws: Never.self) { try Configured<Kind>(item, [option.name: option.defaultValue]) }
        }
      }
    }
    check(ActivationKind.self)
    check(LossKind.self)
    check(OptimizerKind.self)
    check(InitializerKind.self)
    check(ScheduleKind.self)
    check(LayerKind.self)
  }
}
