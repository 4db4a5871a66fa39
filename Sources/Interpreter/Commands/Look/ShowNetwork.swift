import NeuralNetwork

extension Show {
  static func network(_ model: Model) throws -> StyledText {
    let network = try model.requireNetwork()
    let declaration = network.declaration
    var table = TextTable([
      ("", .right), ("layer", .left), ("activation", .left), ("shape", .left), ("parameters", .right),
    ])
    table.add(["", "input", "", "\(declaration.inputs)", "0"])
    var width = declaration.inputs
    var number = 0
    for layer in declaration.layers {
      switch layer {
      case .dense(let units, let activation):
        number += 1
        table.add([
          "\(number)", "dense", activation.text, "\(width) -> \(units)", grouped(width * units + units),
        ])
        width = units
      case .dropout(let rate):
        table.add(["", "dropout", "rate \(NumberText.short(rate))", "\(width) -> \(width)", "0"])
      }
    }
    table.add(["", "total", "", "", grouped(network.parameterCount)])
    var text = table.styled
    let loss = declaration.loss?.text ?? (try? network.effectiveLoss().text) ?? "none yet"
    text.append(
      "loss \(loss) - optimizer \(declaration.optimizer.text) - init \(declaration.initializer.text)\n", .dim)
    if model.convention == .columns { text.append("samples are columns\n", .dim) }
    return text
  }

  /// 235146 as 235,146.
  static func grouped(_ number: Int) -> String {
    var result = ""
    for (i, digit) in String(number).reversed().enumerated() {
      if i > 0 && i % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed())
  }
}
