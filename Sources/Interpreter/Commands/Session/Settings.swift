import Arrays
import NeuralNetwork

/// What `set` can change. To add a setting is to add an entry to ``Settings/all``.
struct Setting: Sendable {
  let name: String
  /// The legal values in words.
  let values: String
  let help: String
  let get: @Sendable (CommandInput) -> String
  let set: @Sendable (CommandInput, CommandInput.Item) throws -> Void
}

enum Settings {
  static let words = ["rows", "columns", "on", "off", "auto", "text"] + Precision.allCases.map(\.rawValue)

  static let all: [Setting] = [
    Setting(
      name: "convention", values: "rows, columns", help: "how the samples of a batch lie in an array",
      get: { $0.model.convention.rawValue },
      set: { input, item in
        guard let word = item.word, let convention = Convention(rawValue: word) else {
          throw Fault(.value, "convention is rows or columns")
        }
        let model = input.model
        if convention == model.convention { return }
        if model.network != nil { throw NetworkError.conventionIsFixed }
        if model.hasData {
          throw Fault(.network, "the convention cannot change while there are data", hint: "reset first")
        }
        model.convention = convention
      }),
    .dtype,
    .threads,
    Setting(
      name: "trace", values: "on, off", help: "each pass writes its formulas as it runs",
      get: { $0.model.isTracing ? "on" : "off" },
      set: { input, _ in input.model.isTracing = try input.bool("value") ?? false }),
    number("precision", 0...100, "digits after the point in arrays", \.precision),
    number("threshold", 0...Int.max, "arrays of more elements are printed with ...", \.threshold),
    number("edgeitems", 0...1000, "elements at each end of such an array", \.edgeItems),
    number("linewidth", 10...10000, "columns of a printed array", \.lineWidth),
    Setting(
      name: "pictures", values: "auto, text, off", help: "how the terminal shows pictures",
      get: { $0.session.pictures.rawValue },
      set: { input, item in
        guard let word = item.word, let mode = PictureMode(rawValue: word) else {
          throw Fault(.value, "pictures is auto, text or off")
        }
        input.session.pictures = mode
      }),
    Setting(
      name: "suppress", values: "on, off", help: "print small numbers in arrays without exponent",
      get: { $0.session.printOptions.suppress ? "on" : "off" },
      set: { input, _ in input.session.printOptions.suppress = try input.bool("value") ?? false }),
    Setting(
      name: "undo_memory", values: "0 to 1048576", help: "megabytes kept to undo lines with",
      get: { "\($0.session.timeline.memoryLimit >> 20)" },
      set: { input, _ in
        guard let value = try input.int("value") else { return }
        guard (0...1 << 20).contains(value) else {
          throw Fault(.value, "undo_memory must be 0 to 1048576 megabytes, not \(value)")
        }
        input.session.timeline.memoryLimit = value << 20
      }),
  ]

  private static func number(
    _ name: String, _ range: ClosedRange<Int>, _ help: String, _ path: WritableKeyPath<PrintOptions, Int> & Sendable
  ) -> Setting {
    let values = range.upperBound == Int.max ? "a whole number" : "\(range.lowerBound) to \(range.upperBound)"
    return Setting(
      name: name, values: values, help: help, get: { "\($0.session.printOptions[keyPath: path])" },
      set: { input, _ in
        guard let value = try input.int("value") else { return }
        guard range.contains(value) else { throw Fault(.value, "\(name) must be \(values), not \(value)") }
        input.session.printOptions[keyPath: path] = value
      })
  }
}

extension CommandInput.Item {
  /// The argument if it is a word or a string.
  var word: String? {
    if case .text(let text) = argument { return text }
    if case .value(.string(let text)) = argument { return text.string }
    return nil
  }
}
