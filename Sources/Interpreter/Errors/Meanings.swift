import NeuralNetwork
import Syntax

/// What people mean who type a name that has no value here but is well known elsewhere: the nearest meaning, where spelling leads astray.
enum Meanings {
  static func hint(for name: String, _ session: Session) -> Hint? {
    if session.lookup(name) != nil { return nil }
    if let hint = data(name, session) ?? engine(name, session.model) { return hint }
    if let instead = ForeignModules.instead[name] {
      return Modules.paths.contains(name) ? "\(line: "import \(name)")" : instead
    }
    if Modules.paths.contains(name) { return "\(line: "import \(name)")" }
    if name == "cd" {
      return "nn stays in the folder it was started in: \(line: "pwd") says which, \(line: "ls") lists it"
    }
    if name.hasSuffix("ᵀ") { return "the transpose is written \(word: name.dropLast() + ".T")" }
    return nil
  }

  /// The names that data and split bind.
  private static func data(_ name: String, _ session: Session) -> Hint? {
    switch name {
    case "X_train", "Y_train", "X_test", "Y_test":
      let hasData = session.lookup("X") != nil && session.lookup("Y") != nil
      return hasData
        ? "split binds it: \(line: "split test=0.2")"
        : "split binds it, from the X and Y that data binds: \(line: exampleData), then \(line: "split test=0.2")"
    case "X", "Y": return "data binds it: \(line: exampleData)"
    case "y_train", "y_test", "x_train", "x_test":
      let upper = name.prefix(1).uppercased() + name.dropFirst()
      return session.lookup(upper) == nil ? data(upper, session) : nil
    default: return nil
    }
  }

  static let exampleData = "data moons samples=1000 noise=0.2"

  /// `W` for W1: without its number, or in words.
  private static func engine(_ name: String, _ model: Model) -> Hint? {
    let first: EngineName? =
      switch name {
      case "W", "w", "weights": .weights(1)
      case "b", "bias", "biases": .bias(1)
      case "dW", "dw": .weightsGradient(1)
      case "db": .biasGradient(1)
      default: nil
      }
    if let first, let network = model.network, network.depth > 0 {
      let word = first.text(model.convention)
      return network.value(first) == nil && !first.isParameter
        ? "each layer has its own: \(word), after \(model.passes(to: "backward"))"
        : "each layer has its own: \(word: word)"
    }
    switch name {
    case "accuracy": return model.network == nil ? nil : "\(line: "evaluate") gives it"
    case "gradients": return model.network?.value(.loss) == nil ? nil : "\(line: "show gradients") shows them"
    default: return nil
    }
  }
}

extension Session {
  /// The error for a name that stands where a command expects one of its words.
  func unknownName(_ name: String, in command: Command, among words: [String]) -> Fault {
    let known = unknownName(name)
    guard let near = didYouMean(name, in: words) else {
      guard known.hint == nil else { return known }
      return Fault(.name, known.sentence, hint: "\(command.name) takes \(list(words, "or")), or a value")
    }
    return Fault(.name, known.sentence, hint: near)
  }
}
