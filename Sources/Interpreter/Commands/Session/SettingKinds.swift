/// The kinds of values that a setting has. A value that is not legal is an error that says which are.
extension Setting {
  /// One of some words.
  static func choice<Word: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _: Word.Type, _ help: String, _ get: @escaping @Sendable (CommandInput) -> Word,
    _ set: @escaping @Sendable (CommandInput, Word) throws -> Void
  ) -> Setting where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    return Setting(
      name: name, values: words.joined(separator: ", "), words: words, help: help, get: { get($0).rawValue },
      set: { input, item in
        guard let text = item.word, let word = Word(rawValue: text) else {
          throw illegal(name, list(words, "or"), item)
        }
        try set(input, word)
      })
  }

  /// On or off.
  static func flag(
    _ name: String, _ help: String, _ get: @escaping @Sendable (CommandInput) -> Bool,
    _ set: @escaping @Sendable (CommandInput, Bool) -> Void
  ) -> Setting {
    Setting(
      name: name, values: "on, off", words: ["on", "off"], help: help, get: { get($0) ? "on" : "off" },
      set: { input, item in
        switch (item.word, item.argument) {
        case ("on", _), (_, .value(.bool(true))), (_, .value(.numpyBool(true))): set(input, true)
        case ("off", _), (_, .value(.bool(false))), (_, .value(.numpyBool(false))): set(input, false)
        default: throw illegal(name, "on or off", item)
        }
      })
  }

  /// A whole number of a range; `unit` stands behind the range in an error.
  static func number(
    _ name: String, _ range: ClosedRange<Int>, unit: String = "", _ help: String,
    _ get: @escaping @Sendable (CommandInput) -> Int, _ set: @escaping @Sendable (CommandInput, Int) -> Void
  ) -> Setting {
    let values = range.upperBound == Int.max ? "a whole number" : "\(range.lowerBound) to \(range.upperBound)"
    return Setting(
      name: name, values: values, help: help, get: { "\(get($0))" },
      set: { input, item in
        guard case .value(let value) = item.argument, let number = value.asWholeNumber, range.contains(number) else {
          throw illegal(name, values + unit, item)
        }
        set(input, number)
      })
  }

  private static func illegal(_ name: String, _ legal: String, _ item: CommandInput.Item) -> Fault {
    let given = item.word ?? item.text ?? "that"
    return Fault(.value, "\(name) must be \(legal), not \(given.prefix(40))")
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
