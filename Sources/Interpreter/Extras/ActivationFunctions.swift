import Arrays
import NeuralNetwork
import Syntax

/// The engine's activations as functions on a line: `relu(Z1)`, `leaky_relu(z, alpha=0.1)`.
enum ActivationFunctions {
  static let all: [Builtin] = ActivationKind.catalog.items.map(builtin)

  private static func builtin(_ kind: ActivationKind) -> Builtin {
    let options = kind.documentation.options
    let parameters = ["z"] + options.map { "\($0.name)=\(pythonRepr($0.defaultValue))" }
    return Builtin(
      kind.name, "\(kind.name)(\(parameters.joined(separator: ", ")))", kind.documentation.summary,
      example: "\(kind.name)([-1, 0, 2])"
    ) { call in
      var given: [String: Double] = [:]
      for (i, option) in options.enumerated() { given[option.name] = try call.double(i + 1) }
      let activation = try Activation(kind, given)
      let z = try call.array(0)
      return .numpy(activation(z, convention: call.session.model.convention))
    }
  }
}

/// `relu'(Z1)`: the derivative of an activation at pre-activations, of the same shape.
func derivative(of name: String, at value: Value) throws -> Value {
  guard let kind = ActivationKind.catalog[name] else {
    throw Fault(
      .name, "there is no derivative \(name)'",
      hint: nearest(name, in: ActivationKind.catalog.names).map { "did you mean \($0)'?" }
        ?? "the activations have one: \(list(ActivationKind.catalog.names))")
  }
  if kind.isRowWise {
    throw Fault(
      .unsupported, "\(name)' is a matrix for each sample: every output depends on every input",
      hint: "with cross_entropy the gradient at Z is A - Y; backward computes it")
  }
  return .numpy(Activation(kind).derivative(try makeArray(value)))
}
