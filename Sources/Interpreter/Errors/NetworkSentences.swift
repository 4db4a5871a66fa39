import Arrays
import NeuralNetwork
import Syntax

/// Facts about networks as sentences.
extension NetworkError {
  var sentence: String {
    switch self {
    case .noLayers: "the network has no layers yet"
    case .badSize(let what, let value):
      value < 1 ? "the number of \(what) must be at least 1, not \(value)" : "\(value) \(what) are too many"
    case .tooManyParameters(let inputs, let units):
      "a layer of \(inputs) inputs and \(units) units does not fit in memory"
    case .dropoutAtOutput: "dropout cannot be the last layer: it would drop predictions"
    case .illegalPair(let activation, let loss, _, _): "\(loss) does not go with \(activation) at the output"
    case .unknownName(let kind, let name, _): "there is no \(kind) \(name)"
    case .unknownOption(let owner, let option, _): "\(owner) has no option \(option)"
    case .badOption(let owner, let option, let value, let expected):
      "\(owner): \(option) must be \(NetworkError.words(expected, option)), not \(NumberText.short(value))"
    case .inputShape(let given, let expected, let convention): inputSentence(given, expected, convention)
    case .targetShape(let given, let expected, _), .labelsWithoutSoftmax(let given, let expected, _):
      "targets of shape \(given.text) do not fit the prediction's shape \(expected.text)"
    case .badLabel(let value, let index, let classes):
      "target \(NumberText.short(value)) at \(index) is no class: classes are 0 to \(classes - 1)"
    case .emptyBatch: "the batch has no samples"
    case .batchTooLarge(let samples, let units):
      "a batch of \(samples) samples and \(units) units does not fit in memory"
    case .interrupted: "interrupted"
    case .backwardBeforeForward: "backward needs a forward pass before it"
    case .stepBeforeBackward: "step needs the gradients of a backward pass"
    case .forwardStopped(let layer): "the last forward pass stopped after layer \(layer)"
    case .backwardStopped(let layer): "the last backward pass stopped at layer \(layer)"
    case .unknownLayer(let layer, let depth): "there is no layer \(layer): the network has \(counted(depth, "layer"))"
    case .unknownParameter(let name): "the network has no \(name)"
    case .parameterShape(let name, let given, let expected):
      "\(name) is a parameter of the network of shape \(expected.text) and cannot take the shape \(given.text)"
    case .conventionIsFixed: "the convention cannot change while there is a network"
    case .file(let error): error.sentence
    case .notANetworkFile(let path, let isThere):
      isThere ? "\"\(path)\" is not a network file" : "\"\(path)\" is not a name for a network file"
    case .badFile(let path, let reason): "\"\(path)\" is not a network file: \(reason)"
    }
  }

  var hint: Hint? {
    switch self {
    case .noLayers: "add one: \(line: "layer 1 sigmoid")"
    case .badSize, .tooManyParameters: "a layer has 1 to \(Network.largestSize) units, as far as memory goes"
    case .dropoutAtOutput: "put a layer after it: \(line: "layer 1 sigmoid")"
    case .illegalPair(let activation, let loss, let legalLosses, let legalActivations):
      "\(activation) goes with \(list(legalLosses)); \(loss) with \(list(legalActivations))"
    case .unknownName(_, let name, let known): suggestion(for: name, in: known)
    case .unknownOption(let owner, let option, let known):
      Self.ownerHint(owner, option) ?? suggestion(for: option, in: known)
    case .inputShape(let given, let expected, let convention): inputHint(given, expected, convention)
    case .targetShape(let given, let expected, let labelsAllowed): targetHint(given, expected, labelsAllowed)
    case .labelsWithoutSoftmax(_, _, let activation):
      "softmax takes labels; \(activation) needs one column per output"
    case .badLabel(_, _, let classes):
      "the output has \(counted(classes, "unit")): one for each class"
    case .unknownLayer: "layers count from 1; the input is layer 0"
    case .parameterShape(let name, _, _): "\(line: "reset") forgets the network, and \(name) is an ordinary name again"
    case .conventionIsFixed: "\(line: "reset") first"
    case .file(let error): error.hint.map { Hint($0) }
    case .badFile, .notANetworkFile: "load reads what save wrote; data reads data"
    default: nil
    }
  }

  /// `adam and adamw have it`: the things of the owner's catalog that have the option.
  private static func ownerHint(_ owner: String, _ option: String) -> Hint? {
    func owners<Kind>(_ catalog: Catalog<Kind>) -> [String] {
      guard catalog[owner] != nil else { return [] }
      return catalog.items.filter { $0.documentation.options.contains { $0.name == option } }.map(\.name)
    }
    let names =
      owners(OptimizerKind.catalog) + owners(ActivationKind.catalog) + owners(LossKind.catalog)
      + owners(InitializerKind.catalog) + owners(ScheduleKind.catalog)
    return names.isEmpty ? nil : "\(list(names)) \(names.count == 1 ? "has" : "have") it"
  }

  private func inputSentence(_ given: Dims, _ expected: Int, _ convention: Convention) -> String {
    let wanted = convention == .rows ? "(samples, \(expected))" : "(\(expected), samples)"
    return "an input of shape \(given.text) does not fit the network: it takes \(wanted)"
  }

  private func inputHint(_ given: Dims, _ expected: Int, _ convention: Convention) -> Hint? {
    let features: Int
    let samples: Int?
    switch (given.count, convention) {
    case (1, _): (features, samples) = (given[0], nil)
    case (2, .rows): (features, samples) = (given[1], given[0])
    case (2, .columns): (features, samples) = (given[0], given[1])
    default: return "a batch is a matrix, a sample a list of \(counted(expected, "number"))"
    }
    if samples == expected {
      return "samples are \(convention.rawValue) here: transposed, X.T, it would fit"
    }
    return "the input has \(counted(features, "feature")), the network's input has \(expected)"
  }

  private func targetHint(_ given: Dims, _ expected: Dims, _ labelsAllowed: Bool) -> Hint? {
    if labelsAllowed, expected.count == 2 {
      return "one label 0, 1, 2, … for each sample will do too"
    }
    if given.count == 2, expected.count == 2, given[0] == expected[1], given[1] == expected[0] {
      return "transposed, Y.T, it would fit"
    }
    if given.count == 1, given.product == expected.product { return "Y.reshape\(expected.text) would fit" }
    return "the targets must belong to the samples of the last forward"
  }

  /// `0 <= rate < 1` as words after `must be`.
  private static func words(_ expected: String, _ option: String) -> String {
    let parts = expected.split(separator: " ").map(String.init)
    if parts.count == 5, parts[2] == option { return "at least \(parts[0]) and less than \(parts[4])" }
    return switch expected {
    case "> 0": "greater than 0"
    case ">= 0": "0 or more"
    default: expected
    }
  }
}

/// `did you mean relu?`, else the names there are.
func suggestion(for name: String, in known: [String]) -> Hint {
  didYouMean(name, in: known)
    ?? (known.isEmpty ? "it has none" : "there \(known.count == 1 ? "is" : "are") \(list(known))")
}

/// `a, b and c`
func list(_ words: [String], _ conjunction: String = "and") -> String {
  switch words.count {
  case 0: "none"
  case 1: words[0]
  default: words.dropLast().joined(separator: ", ") + " \(conjunction) " + words.last!
  }
}
