import Arrays
import NeuralNetwork
import Plotting
import Support

extension Show {
  private static let mostNames = 20

  static func network(_ model: Model) throws -> StyledText {
    let network = try model.requireNetwork()
    let declaration = network.declaration
    let initializer = declaration.initializer.text
    var text = table(network, model.convention, initializer: initializer)
    let loss = declaration.loss?.text ?? (try? network.effectiveLoss().text) ?? "none yet"
    let footer = "loss \(loss), optimizer \(declaration.optimizer.text)"
    for line in TextWidth.wrapped(footer, to: ArrayReport.width) { text.append(line + "\n", .dim) }
    if network.scaling != nil { text.append("inputs are standardized: (X - X_mean) / X_std\n", .dim) }
    let names = [("features", declaration.featureNames), ("classes", declaration.classNames)]
    for (what, names) in names where !names.isEmpty {
      let shown = names.prefix(mostNames).joined(separator: ", ") + (names.count > mostNames ? ", …" : "")
      for line in TextWidth.wrapped("\(what) \(shown)", to: ArrayReport.width) { text.append(line + "\n", .dim) }
    }
    if model.convention == .columns { text.append("samples are columns\n", .dim) }
    if let drawing = NetworkDrawing(declaration, width: ArrayReport.width) {
      text.append("\n")
      text.append(drawing.styled)
    }
    return text
  }

  /// m stands for the samples of a batch.
  private static func table(_ network: Network, _ convention: Convention, initializer: String) -> StyledText {
    func shape(_ units: Int) -> String { convention == .rows ? "(m, \(units))" : "(\(units), m)" }
    var table = TextTable([
      ("layer", .left), ("activation", .left), ("input", .left), ("output", .left), ("parameters", .right),
      ("init", .left), ("gradient", .right),
    ])
    let declaration = network.declaration
    table.add(["input", "", "", shape(declaration.inputs), "0"])
    var width = declaration.inputs
    var number = 0
    for layer in declaration.layers {
      switch layer {
      case .dense(let units, let activation):
        number += 1
        table.add([
          "\(number) dense", activation.text, shape(width), shape(units), grouped(width * units + units), initializer,
          gradientNorm(network, number).map { NumberText.short($0, 4) } ?? "—",
        ])
        width = units
      case .dropout(let rate):
        table.add(["  dropout", "rate \(NumberText.short(rate))", shape(width), shape(width), "0"])
      }
    }
    table.add(["total", "", "", "", grouped(network.parameterCount)])
    return table.styled
  }

  /// Of the weights' and the bias's gradient together; nil while there is none.
  private static func gradientNorm(_ network: Network, _ layer: Int) -> Double? {
    guard let weights = network.value(.weightsGradient(layer)), let bias = network.value(.biasGradient(layer)) else {
      return nil
    }
    let (w, b) = (Statistics(weights).norm, Statistics(bias).norm)
    return (w * w + b * b).squareRoot()
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
