import Arrays
import NeuralNetwork

/// What `set` can change. To add a setting is to add an entry to ``Settings/all``.
struct Setting: Sendable {
  let name: String
  /// The legal values in words.
  let values: String
  /// Those that are words, for completion.
  var words: [String] = []
  let help: String
  let get: @Sendable (CommandInput) -> String
  let set: @Sendable (CommandInput, CommandInput.Item) throws -> Void
}

enum Settings {
  static let all: [Setting] = [
    .convention, .dtype, .threads,
    .flag("trace", "each pass writes its formulas as it runs", { $0.model.isTracing }, { $0.model.isTracing = $1 }),
    printing("precision", 0...100, "digits after the point in arrays", \.precision),
    printing("threshold", 0...Int.max, "arrays of more elements are printed with ...", \.threshold),
    printing("edgeitems", 0...1000, "elements at each end of such an array", \.edgeItems),
    printing("linewidth", 10...10000, "columns of a printed array", \.lineWidth),
    .choice(
      "pictures", PictureMode.self, "in colours if it can, in characters, not at all", { $0.session.pictures },
      { $0.session.state.pictures = $1 }),
    .flag(
      "suppress", "print small numbers in arrays without exponent", { $0.session.printOptions.suppress },
      { $0.session.printOptions.suppress = $1 }),
    .number(
      "undo_memory", 0...1 << 20, unit: " megabytes", "megabytes kept to undo lines with",
      { $0.session.state.undoMemory >> 20 }, { $0.session.state.undoMemory = $1 << 20 }),
  ]

  static let words = all.flatMap(\.words).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }

  private static func printing(
    _ name: String, _ range: ClosedRange<Int>, _ help: String, _ path: WritableKeyPath<PrintOptions, Int> & Sendable
  ) -> Setting {
    .number(
      name, range, help, { $0.session.printOptions[keyPath: path] }, { $0.session.printOptions[keyPath: path] = $1 })
  }
}
