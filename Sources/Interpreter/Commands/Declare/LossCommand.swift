import NeuralNetwork
import Syntax

extension Command {
  static let loss = Command(
    "loss", .declare, "Declares the loss that training makes small; alone, says which one it is.",
    parameters: [
      .optional("name", .word(LossKind.catalog.words, elseExpression: false), "the loss")
    ] + LossKind.catalog.optionParameters,
    details: """
      Without a declaration the output decides: sigmoid takes binary_cross_entropy,
      softmax takes cross_entropy, any other mse. A pair that does not belong together
      is an error that names the legal ones.

      After `backward` the name loss is the last loss: a number.
      """,
    examples: ["network 2 -> 10 relu -> 1 sigmoid", "loss binary_cross_entropy epsilon=1e-8", "loss mse"],
    seeAlso: ["losses", "network", "optimizer"], isFunction: false
  ) { input in
    guard let loss = try input.configured("name", LossKind.self) else {
      guard let network = input.model.network, !network.declaration.layers.isEmpty else {
        guard let loss = input.model.loss else {
          throw Fault(
            .network, "no loss is declared",
            hint: "\(line: "loss binary_cross_entropy"), \(line: "loss cross_entropy") or \(line: "loss mse")")
        }
        input.report(StyledText(loss.text + "\n"))
        return .text(loss.name)
      }
      let loss = try network.effectiveLoss()
      input.report(StyledText(loss.text + "\n"))
      return .text(loss.name)
    }
    try input.placing("name") { try input.model.setLoss(loss) }
    input.confirm("loss \(loss.text)")
    return .none
  }
}
