/// A thing of a catalog with its options set: `leaky_relu alpha=0.1`, `sgd lr=0.1 momentum=0.9`.
public struct Configured<Kind: Documented>: Sendable, Equatable {
  public let kind: Kind
  /// In the order of `kind.documentation.options`.
  public let values: [Double]

  /// With every option at its default.
  public init(_ kind: Kind) {
    self.kind = kind
    values = kind.documentation.options.map(\.defaultValue)
  }

  /// Options by name; the others take their defaults. Unknown names and values out of range are errors.
  public init(_ kind: Kind, _ given: [String: Double]) throws(NetworkError) {
    self.kind = kind
    let options = kind.documentation.options
    for name in given.keys.sorted() where !options.contains(where: { $0.name == name }) {
      throw .unknownOption(owner: kind.name, option: name, known: options.map(\.name))
    }
    var values: [Double] = []
    for option in options {
      let value = given[option.name] ?? option.defaultValue
      guard option.accepts(value) else {
        throw .badOption(owner: kind.name, option: option.name, value: value, expected: option.range)
      }
      values.append(value)
    }
    self.values = values
  }

  /// The thing of this name, with these options.
  public init(_ name: String, _ given: [String: Double] = [:]) throws(NetworkError) {
    try self.init(Kind.catalog.find(name), given)
  }

  public var name: String { kind.name }

  /// The value of an option, nil if the kind has none of this name.
  public subscript(option: String) -> Double? {
    kind.documentation.options.firstIndex { $0.name == option }.map { values[$0] }
  }

  /// Only the options that differ from their defaults, in their declared order.
  public var changedOptions: [(name: String, value: Double)] {
    zip(kind.documentation.options, values).filter { $0.defaultValue != $1 }.map { ($0.name, $1) }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.values == right.values
  }
}

public typealias Activation = Configured<ActivationKind>
public typealias Loss = Configured<LossKind>
public typealias Optimizer = Configured<OptimizerKind>
public typealias Initializer = Configured<InitializerKind>
public typealias Schedule = Configured<ScheduleKind>
