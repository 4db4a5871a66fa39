import NeuralNetwork

extension Show {
  static func history(_ model: Model) throws -> StyledText {
    let network = try model.requireNetwork()
    let losses = network.history.losses
    guard let first = losses.first, let last = losses.last else {
      throw Fault(.network, "the network has not been trained yet", hint: "train 100")
    }
    var best = 0
    for (i, loss) in losses.enumerated() where loss < losses[best] || losses[best].isNaN { best = i }
    var table = TextTable([("epochs trained", .left), ("\(losses.count)", .left)])
    table.add(["first loss", NumberText.loss(first)])
    table.add(["last loss", NumberText.loss(last)])
    table.add(["smallest loss", "\(NumberText.loss(losses[best])) in epoch \(best + 1)"])
    if let accuracy = network.history.reports.last?.accuracy {
      table.add(["last accuracy", NumberText.fixed(accuracy, 4)])
    }
    return table.styled
  }
}
