import Arrays

/// A generator of samples: its words, its options and what it does.
public struct DatasetKind: Sendable {
  public enum Value: Sendable, Equatable {
    case int(Int)
    case number(Double)
    case flag(Bool)

    /// As Python writes it.
    public var text: String {
      switch self {
      case .int(let value): String(value)
      case .number(let value): pythonRepr(value)
      case .flag(let value): value ? "True" : "False"
      }
    }
  }

  public struct Option: Sendable {
    public enum Kind: Sendable { case int, number, flag }
    public let name: String
    public let kind: Kind
    /// nil stands for Python's None.
    public let defaultValue: Value?
    /// A few words.
    public let summary: String
  }

  public let name: String
  /// One sentence, ends with a period.
  public let summary: String
  /// How the samples are made, and where that comes from.
  public let details: String
  public let options: [Option]
  /// The values stand in the order of `options`.
  let make: @Sendable (_ values: [Value?], _ random: RandomState) throws -> Dataset

  /// Makes the samples. Options not given have their default values; `random` is a generator of the caller, or one of its own seed.
  public func generate(_ given: [String: Value] = [:], random: RandomState) throws -> Dataset {
    for name in given.keys.sorted() where !options.contains(where: { $0.name == name }) {
      throw DatasetError.unknownOption(dataset: self.name, option: name, known: options.map(\.name))
    }
    let values = try options.map { option in
      try given[option.name].map { try convert($0, for: option) } ?? option.defaultValue
    }
    return try make(values, random)
  }

  private func convert(_ value: Value, for option: Option) throws -> Value {
    switch (option.kind, value) {
    case (.int, .int), (.number, .number), (.flag, .flag): return value
    case (.number, .int(let value)): return .number(Double(value))
    case (.flag, .int(0)), (.flag, .int(1)): return .flag(value == .int(1))
    default:
      let expected =
        switch option.kind {
        case .int: "a whole number"
        case .number: "a number"
        case .flag: "True or False"
        }
      throw DatasetError.badOption(dataset: name, option: option.name, value: value.text, expected: expected)
    }
  }
}

extension DatasetKind.Option {
  static func int(_ name: String, _ value: Int, _ summary: String) -> Self {
    Self(name: name, kind: .int, defaultValue: .int(value), summary: summary)
  }
  static func number(_ name: String, _ value: Double?, _ summary: String) -> Self {
    Self(name: name, kind: .number, defaultValue: value.map { .number($0) }, summary: summary)
  }
  static func flag(_ name: String, _ value: Bool, _ summary: String) -> Self {
    Self(name: name, kind: .flag, defaultValue: .flag(value), summary: summary)
  }
}

extension DatasetKind.Value? {
  var int: Int { if case .int(let value)? = self { value } else { 0 } }
  var number: Double? { if case .number(let value)? = self { value } else { nil } }
  var flag: Bool { if case .flag(let value)? = self { value } else { false } }
}
