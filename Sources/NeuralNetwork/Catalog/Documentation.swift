/// What help, completion and suggestions say about one activation, loss, optimizer, initializer, schedule or layer.
public struct Documentation: Sendable {
  public let name: String
  public let aliases: [String]
  /// One formula a terminal can show: `relu(z) = max(0, z)`.
  public let formula: String
  /// The derivative, where there is one: `relu'(z) = 1 if z > 0 else 0`.
  public let derivative: String?
  /// One sentence.
  public let summary: String
  public let options: [OptionDeclaration]
  public let seeAlso: [String]

  public init(
    _ name: String, aliases: [String] = [], formula: String, derivative: String? = nil, summary: String,
    options: [OptionDeclaration] = [], seeAlso: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.formula = formula
    self.derivative = derivative
    self.summary = summary
    self.options = options
    self.seeAlso = seeAlso
  }
}

/// A number that tunes a kind: `lr`, `momentum`, `alpha`. Switches are 0 or 1.
public struct OptionDeclaration: Sendable {
  public let name: String
  public let defaultValue: Double
  /// The legal values in words: `> 0`.
  public let range: String
  public let help: String
  public let isSwitch: Bool
  let accepts: @Sendable (Double) -> Bool

  public init(
    _ name: String, _ defaultValue: Double, range: String, help: String, isSwitch: Bool = false,
    accepts: @escaping @Sendable (Double) -> Bool
  ) {
    self.name = name
    self.defaultValue = defaultValue
    self.range = range
    self.help = help
    self.isSwitch = isSwitch
    self.accepts = accepts
  }

  static func positive(_ name: String, _ value: Double, _ help: String) -> Self {
    Self(name, value, range: "> 0", help: help) { $0 > 0 && $0.isFinite }
  }
  static func nonNegative(_ name: String, _ value: Double, _ help: String) -> Self {
    Self(name, value, range: ">= 0", help: help) { $0 >= 0 && $0.isFinite }
  }
  /// `0 <= name < 1`
  static func fraction(_ name: String, _ value: Double, _ help: String) -> Self {
    Self(name, value, range: "0 <= \(name) < 1", help: help) { $0 >= 0 && $0 < 1 }
  }
  static func flag(_ name: String, _ help: String) -> Self {
    Self(name, 0, range: "True or False", help: help, isSwitch: true) { $0 == 0 || $0 == 1 }
  }
}

/// A thing of a catalog.
public protocol Documented: Sendable {
  /// `activation`, `loss`, …: the word errors use.
  static var kind: String { get }
  static var catalog: Catalog<Self> { get }
  var documentation: Documentation { get }
}

extension Documented {
  public var name: String { documentation.name }
}
