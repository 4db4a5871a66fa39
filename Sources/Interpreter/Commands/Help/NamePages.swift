import NeuralNetwork
import Syntax

/// Help on names of a session: functions, modules, types, what the engine binds, the user's own functions.
enum NamePages {
  static func page(for topic: String, _ session: Session) -> StyledText? {
    if let name = EngineName(topic, convention: session.model.convention),
      session.lookup(topic) != nil || session.model.network != nil
    {
      return page(name, topic, session.model.convention)
    }
    if let value = value(topic, session) { return page(value, topic) }
    if let builtin = methods.first(where: { $0.name == topic || $0.name.hasSuffix("." + topic) }) {
      return page(builtin)
    }
    return nil
  }

  static func names(_ session: Session) -> [String] {
    var names = session.names() + BuiltinNames.all.keys.sorted() + methods.map(\.name)
    for path in ["np", "np.random", "np.linalg"] {
      if case .module(let module)? = value(path, session) {
        names += module.members.keys.sorted().map { "\(path).\($0)" }
      }
    }
    return names
  }

  private static let methods: [Builtin] =
    NumPyNamespace.arrayMethods + PythonBuiltins.strMethods + PythonBuiltins.listMethods + PythonBuiltins.dictMethods
    + PythonBuiltins.tupleMethods + PythonBuiltins.otherMethods

  /// `exp`, `np.exp`, `np.random.rand`; `exp` alone is looked for in np too.
  private static func value(_ path: String, _ session: Session) -> Value? {
    var parts = path.split(separator: ".").map(String.init)
    guard !parts.isEmpty else { return nil }
    let first = parts.removeFirst()
    var current = session.lookup(first) ?? session.builtin(first)
    if first == "numpy" { current = session.builtin("np") }
    if current == nil, parts.isEmpty, case .module(let numpy)? = session.builtin("np") {
      current = numpy.members[first]
    }
    for part in parts {
      guard case .module(let module)? = current else { return nil }
      current = module.members[part]
    }
    return current
  }

  private static func page(_ value: Value, _ name: String) -> StyledText? {
    var page = HelpText()
    switch value {
    case .builtin(let builtin): return NamePages.page(builtin)
    case .function(let function):
      page.title(name, "a function of yours")
      if let docstring = function.docstring { page.block("\n" + docstring) }
    case .module(let module):
      page.title(name, "a module. help \(name).NAME explains a member.")
      page.blank()
      page.paragraph(module.members.keys.sorted().joined(separator: ", "), indent: 2)
    case .type(let type):
      if let constructor = type.constructor { return NamePages.page(constructor) }
      page.title(name, "a type")
    default: page.title(name, "your value, of type \(value.typeName)")
    }
    return page.text
  }

  static func page(_ builtin: Builtin) -> StyledText {
    var page = HelpText()
    page.title(builtin.name, builtin.summary)
    page.blank()
    page.paragraph(builtin.signature.replacingMissing, indent: 2, .code)
    HelpPages.examples(builtin.example.split(separator: "\n").map(String.init), &page)
    return page.text
  }

  private static func page(_ name: EngineName, _ text: String, _ convention: Convention) -> StyledText {
    let isRows = convention == .rows
    let z = isRows ? "Z" : "z"
    let a = isRows ? "A" : "a"
    let words: String
    var formula: String?
    switch name {
    case .weights(let layer):
      words =
        "the weights of layer \(layer), \(isRows ? "inputs × units" : "units × inputs"). The network's own array: assigning copies into it."
    case .bias(let layer):
      words =
        "the biases of layer \(layer), \(isRows ? "1 × units" : "units × 1"). The network's own array: assigning copies into it."
    case .preactivation(let layer):
      words = "what the units of layer \(layer) add up, before the activation. Bound by forward."
      formula =
        isRows
        ? "Z\(layer) = A\(layer - 1) @ W\(layer) + b\(layer)" : "z\(layer) = W\(layer) @ a\(layer - 1) + b\(layer)"
    case .activation(0): words = "the input of the last forward pass."
    case .activation(let layer):
      words = "what layer \(layer) gives on. Bound by forward."
      formula = "\(a)\(layer) = activation(\(z)\(layer))"
    case .prediction: words = "the prediction of the last forward pass: the last activation."
    case .activationGradient(let layer):
      words = "each sample's derivative of its loss by \(a)\(layer). Bound by backward."
      formula =
        isRows ? "dA\(layer) = dZ\(layer + 1) @ W\(layer + 1).T" : "da\(layer) = W\(layer + 1).T @ dz\(layer + 1)"
    case .preactivationGradient(let layer):
      words = "each sample's derivative of its loss by \(z)\(layer). Bound by backward."
      formula = "d\(z)\(layer) = d\(a)\(layer) * activation'(\(z)\(layer))"
    case .weightsGradient(let layer):
      words = "the gradient of the mean loss by W\(layer). Bound by backward."
      formula =
        isRows ? "dW\(layer) = A\(layer - 1).T @ dZ\(layer) / m" : "dW\(layer) = dz\(layer) @ a\(layer - 1).T / m"
    case .biasGradient(let layer):
      words = "the gradient of the mean loss by b\(layer). Bound by backward."
      formula = "db\(layer) = d\(z)\(layer).sum(axis=\(isRows ? 0 : 1), keepdims=True) / m"
    case .loss: words = "the mean loss of the last backward pass."
    case .batchSize: words = "the number of samples of the last batch."
    }
    var page = HelpText()
    page.title(text, words)
    if let formula {
      page.blank()
      page.block(formula, .code)
    }
    return page.text
  }
}

extension String {
  /// A signature without the mark of an optional parameter without default.
  var replacingMissing: String { split(separator: "=<>").joined() }
}
