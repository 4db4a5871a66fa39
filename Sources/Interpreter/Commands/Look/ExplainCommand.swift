import Arrays
import NeuralNetwork
import Syntax

extension Command {
  static let explain = Command(
    "explain", .look,
    "Shows where a number comes from: formulas with the numbers in them, or the terms of one element.",
    parameters: [
      .required("what", .reference, "forward, backward, step, a value such as dW1, or one element of it")
    ],
    details: """
      explain forward       layer by layer: formula, shapes, numbers, result
      explain backward      the same from the loss back to the first layer
      explain step          what step would do to each parameter
      explain Z1            one value; of a batch its first sample
      explain dW1[0, 3]     one element: what each sample adds to it (the largest
                            few, the rest as one sum), the chain back from the
                            loss, which relu are shut, what step would do to it
      explain Z1[5, 2]      the terms of one weighted sum
      explain loss          what each sample adds to the loss
      The numbers are those that the last forward and backward used, also after a step. The
      terms printed add up to the value; where float32 loses digits, a row says how much. Dropout acts only while training, and so do l1 and l2.
      """,
    examples: [
      "network 2 -> 3 relu -> 1 sigmoid", "forward [0.5, 0.2]", "backward [1]", "explain forward", "explain dW1",
      "explain dW1[0, 2]", "explain W1[0, 2]", "explain step",
    ],
    seeAlso: ["forward", "backward", "step", "check", "show"], isFunction: false
  ) { input in
    let network = try input.model.requireNetwork()
    _ = try network.effectiveLoss()
    guard let item = input.item("what"), case .reference(let name, let index) = item.argument else { return .none }
    let explain = Explain(input.model, network)
    try input.placing(item) {
      let page = try explain.page(name.name, index)
      input.report(page)
    }
    return .none
  }
}

/// What `explain` writes.
struct Explain {
  let model: Model
  let network: Network
  var convention: Convention { model.convention }

  init(_ model: Model, _ network: Network) {
    self.model = model
    self.network = network
  }

  /// The words that stand for a whole pass.
  static let passes = ["forward", "backward", "step"]

  /// What may follow `explain`: the passes, and what is computed.
  static func words(_ model: Model) -> [String] {
    guard let network = model.network else { return passes }
    let names = network.forwardNames + network.backwardNames.filter { $0 != .batchSize || network.batchSize != nil }
    return passes
      + (network.parameterNames + names.filter { network.isExplicable($0) }).map { $0.text(model.convention) }
  }

  func page(_ word: String, _ index: Value?) throws -> StyledText {
    if Explain.passes.contains(word) {
      if index != nil { throw Fault(.index, "\(word) has no elements", hint: "explain dW1[0, 0] explains one number") }
      switch word {
      case "forward": return try forward()
      case "backward": return try backward()
      default: return try step()
      }
    }
    guard let name = EngineName(word, convention: convention) else { throw unknown(word) }
    try require(name, word)
    var text = StyledText()
    if let index {
      text.append(try element(name, word, try position(of: name, word, index)))
    } else {
      text.append(try whole(name))
    }
    text.append(remarks(on: name, word))
    return text
  }

  /// The name's value must have been computed, by passes that are still known.
  func require(_ name: EngineName, _ word: String) throws {
    if name.isParameter {
      guard network.parameter(name) != nil else { throw NetworkError.unknownParameter(word) }
      return
    }
    guard network.value(name) != nil else {
      throw model.fault(forUnbound: word)
        ?? Fault(.name, "\(word) is not computed yet", hint: "run \(model.passes(to: "forward"))")
    }
    guard network.isExplicable(name) else {
      throw Fault(
        .network, "\(word) is of an earlier pass, whose values are not kept",
        hint: "run \(model.passes(to: "backward"))")
    }
  }

  private func unknown(_ word: String) -> Fault {
    let names =
      Explain.passes
      + (network.forwardNames + network.backwardNames + network.parameterNames).map {
        $0.text(convention)
      }
    let fallback: Hint =
      "explain takes forward, backward, step, or a value such as \(EngineName.weightsGradient(1).text(convention))[0, 0]"
    let input = EngineName.activation(0).text(convention)
    let unbound: Hint? =
      switch word {
      case "X", "x": "the input of the last forward is \(input): \(line: "explain \(input)")"
      case "Y":
        "Y is what you gave: \(line: "show Y"). What the network makes of it is the loss: \(line: "explain loss")"
      default: model.fault(forUnbound: word)?.advice
      }
    return Fault(
      .name, "\(word) is no value of the network",
      hint: unbound ?? didYouMean(word, in: names) ?? fallback)
  }

  /// The index in brackets, negative ones counted from the end as in NumPy; empty for the only element of `loss[()]`.
  private func position(of name: EngineName, _ word: String, _ index: Value) throws -> [Int] {
    let shape = network.shape(of: name) ?? []
    let items: [Value]
    if case .tuple(let tuple) = index { items = tuple.items } else { items = [index] }
    guard shape.count == 2 else { throw Fault(.index, "\(word) is one number", hint: "\(line: "explain \(word)")") }
    let numbers = items.compactMap(\.asIndex)
    guard items.count == 2, numbers.count == 2 else {
      throw Fault(
        .index, "an element of \(word) has two indices",
        hint: "\(line: "explain \(word)[0, 0]"); its shape is \(shape.text)")
    }
    return try zip(numbers, shape).enumerated().map { axis, pair in
      let (given, size) = pair
      guard given >= -size, given < size else {
        throw Fault(
          .index, "index \(given) is out of bounds for axis \(axis) of \(word)",
          hint: "the shape of \(word) is \(shape.text)")
      }
      return given < 0 ? given + size : given
    }
  }

  /// What is to be said beside the numbers.
  func remarks(on name: EngineName?, _ word: String) -> StyledText {
    var lines: [String] = []
    if let name, !name.isParameter, model.session.lookup(word) != nil, !model.isOwn(word) {
      lines.append("The name \(word) has a value of your own now; this is the network's.")
    }
    let changed = network.parametersChangedSincePass.map { $0.text(convention) }
    if !changed.isEmpty, name?.isParameter != true {
      let names = changed.count > 6 ? changed.prefix(5).joined(separator: ", ") + ", …" : list(changed)
      lines.append(
        "\(names) \(changed.count == 1 ? "has" : "have") changed since the pass; the numbers are those it used.")
    }
    var text = StyledText()
    for line in lines { text.append(HelpText.wrapped(line, indent: 2).joined(separator: "\n") + "\n", .dim) }
    return text
  }
}
