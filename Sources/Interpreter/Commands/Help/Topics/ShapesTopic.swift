import NeuralNetwork

extension HelpTopic {
  static let shapes = HelpTopic(
    name: "shapes", aliases: ["shape"], summary: "which array has which shape.",
    text: { session in
      """
      m samples, a layer of n_in inputs and n units:

                 rows (default)       columns
      X          m × n_in             n_in × m
      W          n_in × n             n × n_in
      b          1 × n                n × 1
      Z, A       m × n                n × m
      dZ, dA     m × n                n × m
      dW, db     as W, b              as W, b
      Y          m × outputs          outputs × m

      A gradient has the shape of what it is the gradient of. In a product the inner numbers must be equal: (m × n_in) @ (n_in × n) is m × n.

      A 1-D input as long as the network's input is one sample; a 1-D input to a network of one input is many samples. Targets of softmax may
      be labels 0, 1, 2, … instead. A 1-D array is neither row nor column: reshape(-1, 1) makes it a column.
      """ + ofNetwork(session)
    },
    examples: ["network 2 -> 3 relu -> 1 sigmoid", "forward np.zeros((5, 2));", "Z1.shape, W1.shape, b1.shape"],
    seeAlso: ["conventions", "names", "forward pass", "np.reshape"])

  /// The shapes of the session's own network.
  private static func ofNetwork(_ session: Session) -> String {
    guard let network = session.model.network, network.depth > 0 else { return "" }
    var lines = ["", "", "Your network:"]
    for layer in 1...min(network.depth, 12) {
      func shape(_ name: EngineName) -> String { EnginePage(name, session).shape ?? "" }
      let (w, b, z) = (EngineName.weights(layer), EngineName.bias(layer), EngineName.preactivation(layer))
      let (zText, aText) = (
        z.text(session.model.convention), EngineName.activation(layer).text(session.model.convention)
      )
      lines.append(
        "W\(layer)  \(shape(w))".padded(22) + "b\(layer)  \(shape(b))".padded(20) + "\(zText), \(aText)  \(shape(z))")
    }
    return lines.joined(separator: "\n")
  }
}
