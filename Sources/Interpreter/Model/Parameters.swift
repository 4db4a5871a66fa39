import Arrays
import NeuralNetwork
import Syntax

/// Parameters as live names.
extension Model {
  /// Whether a global of this name is a live parameter: assigning it copies into the network.
  public func isParameter(_ name: String) -> Bool { parameterNames[name] != nil }

  /// Assigns to a live parameter at top level: copies the value into the network's memory. Another shape is an error.
  public func assignParameter(_ name: String, _ value: Value) throws {
    guard let network, let engineName = parameterNames[name], let parameter = network.parameter(engineName) else {
      return
    }
    let array: NDArray
    switch value {
    case .array(let given): array = given
    case .list, .tuple, .range: array = try makeArray(value)
    default:
      guard let scalar = value.asScalar else {
        throw Fault(
          .type, "\(name) is a parameter of the network and cannot be \(value.typeName)",
          hint: "\(line: "reset") forgets the network, and \(name) is an ordinary name again")
      }
      array = NDArray(scalar: scalar)
    }
    if array !== parameter {
      do throws(NetworkError) {
        try network.assign(array, to: engineName)
      } catch {
        throw error
      }
    }
    // Also after `del W1`, or an assignment before the network was there: the name is the network's array.
    bindOwn(name, .array(parameter))
  }

  /// What to say of a name that has no value: that the network has not computed it yet. nil if nn knows nothing of the name.
  public func fault(forUnbound name: String) -> Fault? {
    if let command = CommandCatalog.byName[name], !command.isFunction, EngineName(name, convention: convention) == nil {
      return Fault(
        .name, "\(name) is a command and takes a line of its own", hint: "\(command.grammar.usage) - \(command.summary)"
      )
    }
    if Model.scalingNames.contains(name) {
      return Fault(.name, "\(name) is not defined", hint: "standardize binds it: \(withData("standardize"))")
    }
    if let hint = Meanings.hint(for: name, session) {
      return Fault(.name, "\(name) is not defined", hint: hint)
    }
    guard let engineName = EngineName(name, convention: convention) else {
      let other: Convention = convention == .rows ? .columns : .rows
      guard network != nil, let inOther = EngineName(name, convention: other) else { return nil }
      let here = inOther.text(convention)
      return Fault(
        .name, "\(name) is not defined", hint: "with samples as \(convention.rawValue) the name is \(word: here)")
    }
    switch engineName {
    case .weights(let layer), .bias(let layer):
      guard let network else { return nil }
      return missing(name, layer: layer, depth: network.depth)
    case .activation(let layer), .preactivation(let layer):
      return notComputed(name, layer: layer, by: "forward")
    case .prediction: return notComputed(name, layer: nil, by: "forward")
    case .activationGradient(let layer), .preactivationGradient(let layer), .weightsGradient(let layer),
      .biasGradient(let layer):
      return notComputed(name, layer: layer, by: "backward")
    case .loss, .batchSize: return notComputed(name, layer: nil, by: "backward")
    }
  }

  private func missing(_ name: String, layer: Int, depth: Int) -> Fault? {
    guard layer > depth else { return nil }
    let hint: Hint? = depth == 0 ? "\(line: "layer 1 sigmoid") adds a layer" : nil
    return Fault(.name, "there is no \(name): the network has \(depth) layer\(depth == 1 ? "" : "s")", hint: hint)
  }

  private func notComputed(_ name: String, layer: Int?, by command: String) -> Fault? {
    guard let network else {
      if name == "loss" {
        return Fault(
          .name, "loss is not computed yet",
          hint:
            "a network gives it its value: \(line: "network 2 -> 10 relu -> 1 sigmoid"), then \(line: "forward [1, 2]") and \(line: "backward [1]")"
        )
      }
      // Without a network m is a name like any other.
      return layer == nil && name != "yhat"
        ? nil
        : Fault(
          .name, "\(name) is not defined",
          hint:
            "a network gives it its value: \(line: "network 2 -> 10 relu -> 1 sigmoid"), then \(passes(to: command))")
    }
    if let layer, let fault = missing(name, layer: layer, depth: network.depth) { return fault }
    return Fault(.name, "\(name) is not computed yet", hint: "run \(passes(to: command))")
  }
}
