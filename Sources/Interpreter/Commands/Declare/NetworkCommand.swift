import NeuralNetwork
import Syntax

extension Command {
  static let network = Command(
    "network", .declare, "Declares a whole network on one line and draws its weights.",
    parameters: [.required("layers", .chain, "the number of inputs, then units and activation of each layer")],
    details: """
      Stages are separated by -> (or →). The first is the number of inputs, each
      other the number of units and an activation; without one the layer is linear.
      A stage `dropout 0.2` may stand between two layers. An activation's option
      stands behind it: 5 elu alpha=0.5, or 5 elu 0.5.

      Weights are drawn at once from the global generator (seed), layer by layer,
      by `he` unless `init` said otherwise; biases are zero. Names W1, b1, W2, …
      are then the network's own arrays. A size is an expression: 2*h.
      """,
    examples: ["network 2 -> 10 relu -> 1 sigmoid", "show network"],
    seeAlso: ["layer", "input", "loss", "optimizer", "init", "activations"], isFunction: false
  ) { input in
    guard case .chain(let stages)? = input.item("layers")?.argument, let first = stages.first else {
      throw Fault(.value, "network needs its layers", hint: "\(line: "network 2 -> 10 relu -> 1 sigmoid")")
    }
    var inputs = try ChainStage(first)
    let count = try inputs.takeSize("inputs")
    try inputs.expectEnd("the first stage is only the number of inputs")
    var layers: [Layer] = []
    for stage in stages.dropFirst() {
      var stage = try ChainStage(stage)
      layers.append(try stage.layer())
    }
    if layers.isEmpty {
      throw Fault(
        .network, "a network needs a layer after its inputs", hint: "\(line: "network 2 -> 10 relu -> 1 sigmoid")")
    }
    try input.placing("layers") { try input.model.declare(inputs: count, layers: layers) }
    if case .dense(1, let activation)? = layers.last, activation.name == "softmax" {
      input.session.warn("softmax of one unit is always 1: take sigmoid, or a unit for each class")
    }
    input.confirm(input.model.summary)
    return .none
  }
}

/// One stage of `2 -> 10 relu -> 1 sigmoid`, taken piece by piece.
struct ChainStage {
  private var pieces: ArraySlice<CommandInput.ChainPiece>
  private let span: Span

  init(_ pieces: [CommandInput.ChainPiece]) throws {
    guard let first = pieces.first, let last = pieces.last else {
      throw Fault(.value, "a stage of the network is empty", hint: "\(line: "network 2 -> 10 relu -> 1 sigmoid")")
    }
    self.pieces = pieces[...]
    span = first.span.joined(last.span)
  }

  mutating func takeSize(_ what: String) throws -> Int {
    guard case .value(let value, let span)? = pieces.first else {
      throw PlacedError(Fault(.value, "a stage starts with a number of \(what)", hint: "as in 10 relu"), span)
    }
    pieces.removeFirst()
    return try placed(span) { try size(value, what) }
  }

  /// `10 relu`, `10 leaky_relu 0.1`, `10 leaky_relu alpha=0.1`, `dropout 0.2`, `dropout rate=0.2`.
  mutating func layer() throws -> Layer {
    if case .word("dropout", _)? = pieces.first {
      pieces.removeFirst()
      var rate = 0.5
      if case .value(let value, let span)? = pieces.first {
        pieces.removeFirst()
        rate = try placed(span) { try dropoutRate(value) }
      } else if case .option("rate", let value, let span)? = pieces.first {
        pieces.removeFirst()
        rate = try placed(span) { try dropoutRate(value) }
      }
      try expectEnd("dropout takes one rate")
      return .dropout(rate: rate)
    }
    let units = try takeSize("units")
    var activation = Activation(.linear)
    if case .word(let name, let span)? = pieces.first {
      pieces.removeFirst()
      let kind = try placed(span) { try ActivationKind.catalog.find(name) }
      activation = Activation(kind)
      activation = try options(of: kind)
    }
    try expectEnd("a stage is a number of units and an activation")
    return .dense(units: units, activation: activation)
  }

  /// What stands behind an activation: its first option by position, any by name.
  private mutating func options(of kind: ActivationKind) throws -> Activation {
    var given: [String: Double] = [:]
    if let option = kind.documentation.options.first, case .value(let value, let span)? = pieces.first {
      pieces.removeFirst()
      given[option.name] = try number(value, option.name, kind, span)
    }
    while case .option(let name, let value, let span)? = pieces.first {
      pieces.removeFirst()
      guard given[name] == nil else { throw PlacedError(Fault(.value, "\(name) is given twice"), span) }
      given[name] = try number(value, name, kind, span)
    }
    return try Activation(kind, given)
  }

  /// The value of an option, which the activation must have and accept.
  private func number(_ value: Value, _ option: String, _ kind: ActivationKind, _ span: Span) throws -> Double {
    try placed(span) {
      guard let double = value.asDouble else {
        throw Fault(.type, "\(kind.name): \(option) must be a number, not \(value.typeName)")
      }
      _ = try Activation(kind, [option: double])
      return double
    }
  }

  func expectEnd(_ sentence: String) throws {
    if case .option(let name, _, let span)? = pieces.first {
      throw PlacedError(Fault(.value, "\(name)= stands behind an activation", hint: "as in 5 elu alpha=0.5"), span)
    }
    if let piece = pieces.first {
      throw PlacedError(Fault(.value, sentence, hint: "separate the stages with ->"), piece.span)
    }
  }

  private func placed<Result>(_ span: Span, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch { throw PlacedError(error, span) }
  }
}

extension CommandInput.ChainPiece {
  var span: Span {
    switch self {
    case .value(_, let span), .word(_, let span), .option(_, _, let span): span
    }
  }
}

/// A number of inputs or units.
func size(_ value: Value, _ what: String) throws -> Int {
  if let int = value.asWholeNumber {
    guard (1...Network.largestSize).contains(int) else { throw NetworkError.badSize(what: what, value: int) }
    return int
  }
  if let double = value.asDouble {
    throw Fault(.value, "the number of \(what) must be a whole number, not \(NumberText.short(double))")
  }
  throw Fault(.type, "the number of \(what) must be a whole number, not \(value.typeName)")
}

func dropoutRate(_ value: Value) throws -> Double {
  guard let rate = value.asDouble else {
    throw Fault(.type, "the rate of dropout must be a number, not \(value.typeName)")
  }
  guard rate >= 0 && rate < 1 else {
    throw NetworkError.badOption(owner: "dropout", option: "rate", value: rate, expected: "0 <= rate < 1")
  }
  return rate
}

extension Model {
  /// `2 -> 10 relu -> 1 sigmoid: 41 parameters`
  var summary: String {
    guard let network else { return "no network" }
    return "\(network.declaration.text): \(counted(network.parameterCount, "parameter"))"
  }
}
