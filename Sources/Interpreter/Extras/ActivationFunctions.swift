import Arrays
import NeuralNetwork
import Syntax

/// The engine's activations as functions on a line: `relu(Z1)`, `leaky_relu(z, alpha=0.1)`, and their derivatives `leaky_relu'(z, alpha=0.1)`.
enum ActivationFunctions {
  static let all: [Builtin] = ActivationKind.catalog.items.map { kind in
    function(kind, kind.name, kind.documentation.summary) { activation, z, convention in
      activation(z, convention: convention)
    }
  }

  /// By the activation's name: the derivative at pre-activations, of the same shape.
  private static let derivatives: [String: Builtin] = Dictionary(
    uniqueKeysWithValues: ActivationKind.catalog.items.filter { !$0.isRowWise }.map { kind in
      (
        kind.name,
        function(kind, kind.name + "'", "The derivative of \(kind.name).") { activation, z, _ in
          activation.derivative(z)
        }
      )
    })

  private static func function(
    _ kind: ActivationKind, _ name: String, _ summary: String,
    _ apply: @escaping @Sendable (Activation, NDArray, Convention) -> NDArray
  ) -> Builtin {
    let options = kind.documentation.options
    let parameters = ["z"] + options.map { "\($0.name)=\(pythonRepr($0.defaultValue))" }
    return Builtin(
      name, "\(name)(\(parameters.joined(separator: ", ")))", summary, example: "\(name)([-1, 0, 2])"
    ) { call in
      var given: [String: Double] = [:]
      for (i, option) in options.enumerated() { given[option.name] = try call.double(i + 1) }
      let activation = try Activation(kind, given)
      return .numpy(apply(activation, try call.array(0), call.session.model.convention))
    }
  }

  /// The function that `relu'` names.
  static func derivative(of name: String) throws -> Builtin {
    guard let kind = ActivationKind.catalog[name] else {
      throw Fault(
        .name, "there is no derivative \(name)'",
        hint: didYouMean(name, in: derivatives.keys) { $0 + "'" }
          ?? "the activations have one: \(list(ActivationKind.catalog.names.filter { derivatives[$0] != nil }))")
    }
    guard let builtin = derivatives[kind.name] else {
      throw Fault(
        .unsupported, "\(name)' is a matrix for each sample: every output depends on every input",
        hint: "with cross_entropy the gradient at Z is A - Y; backward computes it")
    }
    return builtin
  }
}
