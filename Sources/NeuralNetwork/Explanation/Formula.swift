/// How the network computes a value from others, as one types it: `Z1 = A0 @ W1 + b1`.
public struct Formula: Sendable, Equatable {
  public enum Piece: Sendable, Equatable {
    /// Operators, brackets, functions, numbers.
    case text(String)
    case operand(Operand)
  }

  /// A value in a formula.
  public struct Operand: Sendable, Equatable {
    public enum Source: Sendable, Equatable {
      case value(EngineName)
      case transposed(EngineName)
      /// `Y`, of the shape of the output.
      case targets
      /// The sum of each sample's targets.
      case targetSums
      /// The derivative of a layer's activation at its Z.
      case slope(layer: Int)
    }
    /// As typed: `A0`, `W2.T`, `relu'(Z1)`.
    public let text: String
    public let source: Source

    public init(text: String, source: Source) {
      self.text = text
      self.source = source
    }
  }

  public let name: EngineName
  /// The name in its convention.
  public let nameText: String
  public let pieces: [Piece]

  /// The right side alone.
  public var right: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .operand(let operand): operand.text
      }
    }.joined()
  }
  public var text: String { "\(nameText) = \(right)" }
  public var operands: [Operand] {
    pieces.compactMap { if case .operand(let operand) = $0 { operand } else { nil } }
  }
}
