import NeuralNetwork

extension HelpTopic {
  static let names = HelpTopic(
    name: "names",
    aliases: ["W", "b", "Z", "A", "z", "a", "dW", "db", "dZ", "dA", "dz", "da", "gradients", "parameters"],
    summary: "what the engine binds, layer by layer: l is 1, 2, …",
    text: { session in
      let names: [EngineName] = [
        .weights(1), .bias(1), .activation(0), .preactivation(1), .activation(1), .prediction, .loss, .batchSize,
        .activationGradient(1), .preactivationGradient(1), .weightsGradient(1), .biasGradient(1),
      ]
      let rows = names.map { name -> (String, String) in
        let text = name.text(session.model.convention)
        return (text.hasSuffix("1") ? text.dropLast() + "<l>" : text, EnginePage.words(name, layer: "<l>", session))
      }
      return table(rows, column: 8) + "\n\n"
        + "All are ordinary arrays on a line. W and b are the network's own: assigning copies into the network. help Z1 says more of one."
    },
    examples: ["network 2 -> 3 relu -> 1 sigmoid", "forward [0.5, -0.2]", "A1 == relu(Z1)"],
    seeAlso: ["shapes", "forward", "backward", "step"])
}
