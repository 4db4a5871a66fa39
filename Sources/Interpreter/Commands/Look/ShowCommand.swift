import Arrays
import NeuralNetwork
import Plotting
import Support
import Syntax

extension Command {
  static let show = Command(
    "show", .look,
    "Shows values with name and shape, or the network, the data, the gradients, the history, your names.",
    parameters: [
      .repeated(
        "what", .word(["network", "data", "gradients", "history", "names"], elseExpression: true),
        "network, data, gradients, history, names, or any value")
    ],
    details: """
      show W1           the matrix, blue below zero, orange above, stronger
                        the larger; of a large one corners and statistics
      show W1, dW1      several
      show X[:3] @ W1   any expression
      show network      layers, shapes, parameters, gradients, and a drawing
      show data         shapes, classes, ranges of the features
      show gradients    size of each parameter's gradient
      show history      what the trainings did
      show names        your names and the network's, with type, shape and value
      (history) in parentheses is your own variable of that name.
      """,
    examples: ["network 2 -> 3 relu -> 1 sigmoid", "show W1", "show network"],
    seeAlso: ["forward", "backward", "train"]
  ) { input in
    let items = input.items("what")
    if items.isEmpty { input.report(try Show.network(input.model)) }
    for item in items {
      switch item.argument {
      case .text("network"): input.report(try Show.network(input.model))
      case .text("data"): input.report(try Show.data(input.model))
      case .text("gradients"): input.report(try Show.gradients(input.model))
      case .text("history"): input.report(try Show.history(input.model))
      case .text("names"): input.report(try Show.names(input.session))
      case .value(let value): input.report(try Show.value(item.text ?? "", value, options: input.session.printOptions))
      default: throw Fault(.value, "show cannot show \(item.text ?? "that")")
      }
    }
    return .none
  }
}

/// What `show` writes, one function for each thing.
enum Show {
  static func value(_ name: String, _ value: Value, options: PrintOptions) throws -> StyledText {
    if case .array(let array) = value { return ArrayReport.report(name, array, options: options) }
    let name = TextWidth.shortened(name, to: 60)
    let written = try repr(value.withoutNumPyName, options)
    if written.screenWidth > ArrayReport.width - name.count - 3, let (kind, array) = try numbers(value) {
      return ArrayReport.report(name, kind, array, options)
    }
    var text = StyledText(name, .strong)
    let line = (name.isEmpty ? "" : " = ") + written
    let lines = TextWidth.wrapped(name + line, to: ArrayReport.width, indent: "  ")
    text.append(String(lines.joined(separator: "\n").dropFirst(name.count)) + "\n")
    return text
  }

  /// A long list or tuple of numbers reads better as an array; nil for what is none.
  private static func numbers(_ value: Value) throws -> (kind: String, array: NDArray)? {
    let kind: String
    switch value {
    case .list(let list): kind = "list of \(list.items.count)"
    case .tuple(let tuple): kind = "tuple of \(tuple.items.count)"
    default: return nil
    }
    guard let array = try? makeArray(value) else { return nil }
    return (kind, array)
  }
}

extension Value {
  /// NumPy's scalars as the plain number, which `repr` writes without `np.float64(…)`.
  var withoutNumPyName: Value {
    switch self {
    case .numpyBool(let value): .bool(value)
    case .numpyInt(let value): .int(value)
    case .numpyFloat(let value): .float(value)
    default: self
    }
  }
}
