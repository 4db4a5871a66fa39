/// A mistake that is often made in a derivation: what it would give here, to be recognised by its numbers.
///
/// To add one is to add a file with a `static let` of this type and its name to ``catalog``.
public struct MistakeKind: Documented {
  public static let kind = "mistake"
  public static let catalog = Catalog<MistakeKind>([
    .transposed, .opposite, .missingMean, .extraMean, .factorOfTwo, .outputsFactor,
    .missingDerivative, .wrongDerivative, .derivativeAtActivation, .activationForDerivative, .extraDerivative,
    .shortcut, .wrongAxis, .meanOfAll, .unsummed, .missingKeepdims, .wrongBias, .preactivationForActivation,
    .wrongLayer, .missingActivation, .wrongActivation, .elementwiseProduct, .wrongProduct, .changedWeights,
    .softmaxAxis,
    .otherLoss, .wrongUpdate,
  ])

  /// One formula in which the mistake is made.
  struct Candidate {
    /// In rows.
    let value: Matrix
    /// 0, 1 or 2; nil for as many as the right value has.
    let dimensions: Int?
    let formula: String
    let description: String

    init(_ value: Matrix, dimensions: Int? = nil, _ formula: String, _ description: String) {
      self.value = value
      self.dimensions = dimensions
      self.formula = formula
      self.description = description
    }
  }

  public let documentation: Documentation
  let candidates: (@Sendable (Derivation) -> [Candidate])

  init(_ name: String, _ summary: String, _ candidates: @escaping @Sendable (Derivation) -> [Candidate]) {
    documentation = Documentation(name, formula: "", summary: summary)
    self.candidates = candidates
  }
}
