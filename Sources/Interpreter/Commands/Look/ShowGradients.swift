import NeuralNetwork

extension Show {
  static func gradients(_ model: Model) throws -> StyledText {
    let network = try model.requireNetwork()
    var table = TextTable([
      ("gradient", .left), ("shape", .left), ("norm", .right), ("mean |g|", .right), ("max |g|", .right),
      ("zeros", .right),
    ])
    var isEmpty = true
    for layer in stride(from: 1, through: network.depth, by: 1) {
      for name in [EngineName.weightsGradient(layer), .biasGradient(layer)] {
        guard let array = network.value(name) else { continue }
        isEmpty = false
        let summary = Statistics(array)
        let largest = max(abs(summary.minimum), abs(summary.maximum))
        table.add([
          name.text(model.convention), array.shape.text, NumberText.short(summary.norm, 4),
          NumberText.short(summary.meanMagnitude, 4), NumberText.short(largest, 4),
          NumberText.short(100 * summary.zeroShare, 3) + "%",
        ])
      }
    }
    if isEmpty {
      throw Fault(.network, "the gradients are not computed yet", hint: "run \(model.passes(to: "backward"))")
    }
    return table.styled
  }
}
