import NeuralNetwork

extension Show {
  private static let curveWidth = 60

  static func history(_ model: Model) throws -> StyledText {
    let network = try model.requireNetwork()
    let losses = network.history.losses.array
    guard let first = losses.first, let last = losses.last else {
      throw Fault(.network, "the network has not been trained yet", hint: model.withData("train 100"))
    }
    var best = 0
    for (i, loss) in losses.enumerated() where loss < losses[best] || losses[best].isNaN { best = i }
    var table = TextTable([("epochs trained", .left), (grouped(losses.count), .left)])
    table.add(["first loss", NumberText.loss(first)])
    table.add(["last loss", NumberText.loss(last)])
    table.add(["smallest loss", "\(NumberText.loss(losses[best])) in epoch \(best + 1)"])
    if let report = network.history.last {
      if let accuracy = report.accuracy { table.add(["last accuracy", NumberText.fixed(accuracy, 4)]) }
      if let loss = report.validationLoss { table.add(["last validation loss", NumberText.loss(loss)]) }
      if let accuracy = report.validationAccuracy {
        table.add(["last validation accuracy", NumberText.fixed(accuracy, 4)])
      }
    }
    if let training = network.history.lastTraining, let restored = training.restoredEpoch {
      let epoch = losses.count - training.epochs + restored
      table.add(["parameters", "those of epoch \(epoch), given back by patience"])
    }
    let broken = losses.count { !$0.isFinite }
    if broken > 0 { table.add(["not finite", counted(broken, "loss", "losses")]) }
    var text = table.styled
    if losses.count > 1 {
      text.append("loss over the epochs, lowest ▁ to highest █\n", .dim)
      text.append(Sparkline.text(TrainingProgress.picked(losses, curveWidth)) + "\n", .code)
    }
    return text
  }
}
