import Arrays
import NeuralNetwork

extension Command {
  static let backward = Command(
    "backward", .run, "Computes the gradients of the loss for the last forward pass and binds them.",
    parameters: [
      .optional("Y", default: "Y_train, else Y", "the targets, or class labels for softmax"),
      .option("to", default: "1", "the layer to stop at, counted from 1"),
    ],
    details: """
      rows, from the last layer to the first (m samples):
        dZ2 = A2 - Y              (sigmoid or softmax with its cross-entropy)
        dW2 = A1.T @ dZ2 / m      db2 = dZ2.sum(axis=0, keepdims=True) / m
        dA1 = dZ2 @ W2.T          dZ1 = dA1 * relu'(Z1)
      columns:
        dW2 = dz2 @ a1.T / m      db2 = dz2.sum(axis=1, keepdims=True) / m
        da1 = W2.T @ dz2          dz1 = da1 * relu'(z1)
      dZ and dA are each sample's own; dW and db carry the 1/m. Also binds loss and m.
      Changes no parameter: step does. Returns the loss. `backward to=2` stops after dW2 and
      db2; the layers before have no gradients then, and step waits for a whole backward.
      `set trace on` writes each formula with its shapes as it runs, `explain backward`
      also the numbers.
      """,
    examples: [
      "network 2 -> 3 relu -> 1 sigmoid", "forward [0.5, 0.2]", "backward [1] to=2", "backward [1]", "show dW1",
    ],
    seeAlso: ["forward", "step", "loss", "explain"]
  ) { input in
    let model = input.model
    let network = try model.requireNetwork()
    try network.requireForward()
    let targets = try input.array("Y") ?? model.trainingTargets()
    let layer = try input.layer("to", of: network)
    let loss = try input.placing("Y") { try network.backward(targets, to: layer, onStage: input.trace(network)) }
    model.bindBackward()
    input.report(StyledText("loss \(NumberText.short(loss))\n"))
    if let sentence = network.misfitOfLastTargets?.targetSentence {
      input.report(StyledText(sentence + ", so the loss may fall below 0\n", .warning))
    }
    return .numpyFloat(loss)
  }
}
