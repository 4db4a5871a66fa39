/// One thing that is wrong with a network, its data or its training.
public struct Finding: Sendable, Equatable {
  /// `dead relu`, `vanishing gradients`, …: a name of ``FindingKind/catalog``.
  public let kind: String
  /// What was measured.
  public let facts: FactText
  /// Lines to type that help, in this order.
  public let remedies: [FactText]
}

/// A kind of finding: why it hurts, and how it is recognised.
///
/// To add one is to add a file with a `static let` of this type and its name to ``catalog``. Its documentation's summary says why it hurts.
public struct FindingKind: Documented {
  public static let kind = "finding"
  /// The causes before their effects.
  public static let catalog = Catalog<FindingKind>([
    .notFinite, .labels, .output, .unscaledInputs, .highLearningRate, .lowLearningRate, .symmetry, .deadRelu,
    .saturation, .vanishingGradients, .explodingGradients,
  ])

  public let documentation: Documentation
  let examine: @Sendable (Patient) -> [(facts: FactText, remedies: [FactText])]

  init(
    _ name: String, why: String, _ examine: @escaping @Sendable (Patient) -> [(facts: FactText, remedies: [FactText])]
  ) {
    documentation = Documentation(name, formula: "", summary: why)
    self.examine = examine
  }
}

/// A sentence with its numbers and names in it as facts; who shows it formats them: `"\(.weights(1)) is \(0.5)"`.
public struct FactText: Sendable, Equatable, ExpressibleByStringInterpolation {
  public enum Part: Sendable, Equatable {
    case text(String)
    case number(Double)
    /// 0.25 for a quarter.
    case share(Double)
    case name(EngineName)
    case index([Int])
    case declaration(NetworkDeclaration)
    /// The name of the inputs or the targets that were examined.
    case inputs, targets
  }

  public private(set) var parts: [Part]

  public init(stringLiteral value: String) { parts = [.text(value)] }
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []
    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { parts.append(.text(literal)) } }
    public mutating func appendInterpolation(_ number: Double) { parts.append(.number(number)) }
    public mutating func appendInterpolation(_ count: Int) { parts.append(.text("\(count)")) }
    public mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }
    public mutating func appendInterpolation(_ name: EngineName) { parts.append(.name(name)) }
    public mutating func appendInterpolation(_ index: [Int]) { parts.append(.index(index)) }
    public mutating func appendInterpolation(_ part: Part) { parts.append(part) }
    public mutating func appendInterpolation(_ text: FactText) { parts += text.parts }
  }
}
