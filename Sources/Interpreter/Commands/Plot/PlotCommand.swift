import Arrays
import NeuralNetwork
import Plotting
import Syntax

private let plotParameters: [CommandParameter] = [
  .repeated("what", .word(PictureKind.all.map(\.word), elseExpression: true), "what to draw"),
  .option("points", .word(["train", "test"], elseExpression: false), default: "train", "which samples to draw"),
  .option("title", "the words above the picture"),
  .option("xlabel", "the words under the x axis"),
  .option("ylabel", "the words beside the y axis"),
  .option("size", "pixels, (width, height)"),
  .keyword("to", .file, "the file to write, .png, .svg or .pdf, new or a picture like it; it is not shown then"),
]

extension Command {
  static let plot = Command(
    "plot", .look, "Draws a picture: the loss, the data, what the network makes of the plane, arrays.",
    parameters: plotParameters,
    details: PictureKind.all.map { "plot \($0.word.padded(12))\($0.help)" }.joined(separator: "\n") + """

      plot W1           the matrix as colours, with its numbers if it is small
      plot losses       the numbers of a list or a 1-D array, one after the other
      plot A B          the numbers of B over those of A; further arrays too
      plot relu tanh    activations and their derivatives

      A terminal that can show images (kitty, iTerm2, sixels) shows one; another one
      with 256 colours and UTF-8 shows cells of colour with its words as text, any other
      one characters: set pictures text asks for these, set pictures off for no picture.
      Each picture says in one sentence what it shows; a script without a terminal prints that.
      """,
    examples: [
      "data moons samples=200 noise=0.2 seed=42", "network 2 -> 10 relu -> 1 sigmoid", "train 100 lr=0.1 every=0",
      "plot loss", "plot boundary", "plot W1", "plot relu", "plot X[:, 0] X[:, 1]",
    ],
    seeAlso: ["show", "train", "set"]
  ) { input in
    var picture = try PlotRequest.picture(input)
    try PlotRequest.decorate(&picture.figure, input)
    if let path = try input.text("to") {
      try input.placing("to") { try PictureFile.write(picture.figure, to: path, input.session) }
      picture.file = path
    }
    if input.isReporting { input.session.emit(.pictured(picture)) }
    return .none
  }
}

/// What can be drawn now.
private func plotHint(_ model: Model) -> Hint {
  let hasHistory = model.network.map { !$0.history.losses.isEmpty } ?? false
  var lines: [String] = hasHistory ? ["plot loss"] : []
  if (try? model.trainingData()) != nil { lines.append("plot data") }
  if let network = model.network, network.depth > 0 { lines += ["plot W1", "plot network"] }
  let hints = (lines + ["plot relu"]).map { line -> Hint in "\(line: line)" }
  return hints.dropFirst().reduce(hints[0]) { $0 + ", " + $1 } + "; \(line: "help plot")"
}

/// What the arguments of `plot` ask for.
enum PlotRequest {
  static func picture(_ input: CommandInput) throws -> Picture {
    let items = input.items("what")
    guard let first = items.first else {
      throw Fault(.value, "plot needs to know what to draw", hint: plotHint(input.model))
    }
    if case .text(let word) = first.argument, let kind = PictureKind.all.first(where: { $0.word == word }) {
      if items.count > 1 {
        throw Fault(.value, "plot draws one thing at a time: plot \(word)")
      }
      return try kind.make(input)
    }
    var arrays: [(name: String, array: NDArray)] = []
    var activations: [ActivationKind] = []
    for (index, item) in items.enumerated() {
      guard case .value(let value) = item.argument else {
        throw Fault(.value, "plot draws one thing at a time: plot \(item.text ?? "loss")")
      }
      if case .builtin(let function) = value, let kind = ActivationKind.catalog[function.name] {
        activations.append(kind)
      } else {
        let array = try input.placing(item) { try numbers(value) }
        arrays.append((item.text ?? "array \(index + 1)", array))
      }
    }
    if arrays.isEmpty { return try ActivationPicture.picture(activations) }
    guard activations.isEmpty else { throw Fault(.value, "plot draws arrays or activations, not both in one picture") }
    if arrays.count == 1 { return try ArrayPicture.picture(arrays[0].name, arrays[0].array) }
    return try PairPicture.picture(arrays.map(\.name), arrays.map(\.array))
  }

  private static func numbers(_ value: Value) throws -> NDArray {
    switch value {
    case .array, .list, .tuple, .range, .int, .float, .numpyInt, .numpyFloat, .bool, .numpyBool:
      return try makeArray(value)
    default:
      throw Fault(
        .type, "plot draws arrays and activations, not \(article(value.typeName))", hint: "\(line: "help plot")")
    }
  }

  /// The user's own words and size.
  static func decorate(_ figure: inout Figure, _ input: CommandInput) throws {
    if let title = try input.text("title") {
      if figure.panels.count == 1 { figure.panels[0].title = title } else { figure.title = title }
    }
    for index in figure.panels.indices {
      if let label = try input.text("xlabel") { figure.panels[index].x.label = label }
      if let label = try input.text("ylabel") { figure.panels[index].y.label = label }
    }
    if let size = try input.array("size") { figure.size = try input.placing("size") { try pixels(size) } }
  }

  private static func pixels(_ size: NDArray) throws -> PictureSize {
    let numbers = size.doubleValues
    let legal = 100.0...10000.0
    guard numbers.count == 2, numbers.allSatisfy(legal.contains) else {
      throw Fault(.value, "size must be two numbers of 100 to 10000 pixels", hint: "size=(800, 600)")
    }
    return PictureSize(Int(numbers[0], within: 100...10000), Int(numbers[1], within: 100...10000))
  }
}
