import Arrays
import NeuralNetwork
import Syntax

extension Command {
  static let check = Command(
    "check", .look,
    "Checks the engine's gradients against differences of the loss, or your own formula against the engine.",
    parameters: [
      .optional(
        "what", .word(["gradients"], elseExpression: false), default: "gradients",
        "the gradients of all parameters"),
      .optional("equation", .equation, "NAME = EXPRESSION: a name of the engine and your own formula for it"),
      .option("samples", default: "as time allows", "for gradients: samples to take, evenly spread"),
      .option("elements", default: "as time allows", "for gradients: elements of each parameter"),
    ],
    details: """
      check gradients moves each parameter element a little up and down and compares
      the change of the loss with the gradient. It takes the batch of the last backward,
      else the training data; dropout is off, and nothing is changed.
        error = |analytic - numeric| / max(|analytic|, |numeric|, 1e-6)
      An error below 1e-7 is rounding: the parameter's largest gradient is shown then,
      else the element with the largest error.
      Where a step crosses a kink of relu the loss has no derivative, so the element
      is left out and named.

      check dW2 = A1.T @ dZ2 / m evaluates the right side, assigns nothing, and says
      whether it is exactly the engine's dW2, equal up to rounding, or where it first
      differs, and what a known mistake (a missing 1/m, a sign, the transpose, the
      derivative at A instead of Z, …) would give just these numbers.

      NAME is any name of the engine: Z1, A1, yhat, loss, dZ2, dA1, dW1, db1, m, W1, b1.
      """,
    examples: [
      "network 2 -> 3 relu -> 1 sigmoid", "forward [[0.5, 0.2], [0.1, 0.4]]", "backward [[1], [0]]",
      "check gradients", "check dW2 = A1.T @ dZ2 / m", "check dW2 = A1.T @ dZ2",
    ],
    seeAlso: ["backward", "diagnose", "show"], isFunction: false
  ) { input in
    if let item = input.item("equation"), case .equation(let name, let value, let text) = item.argument {
      input.report(try CheckDerivation.report(input, name, value, text))
    } else {
      input.report(try CheckGradients.report(input))
    }
    return .none
  }
}
