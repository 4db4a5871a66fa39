import Arrays

/// Finds the known mistakes that give a learner's numbers.
struct MistakeSearch {
  private let derivation: Derivation
  private let expected: NDArray
  private let convention: Convention
  /// Numbers equal by chance agree in no more than some digits.
  private let comparison: Comparison
  private let tolerance: Double

  init(_ network: Network, _ name: EngineName, _ expected: NDArray) {
    self.expected = expected
    convention = network.declaration.convention
    tolerance = network.declaration.precision == .float64 ? 1e-8 : 1e-4
    comparison = Comparison(tolerance: tolerance)
    derivation = Derivation(network, name, MistakeSearch.inRows(expected, network.declaration.convention))
  }

  /// In the order of the catalog. None is named that the right value cannot be told from, or that says nothing because it is 0 throughout.
  func mistakes(in given: NDArray) -> [Mistake] {
    let values = given.doubleValues
    guard values.contains(where: { $0 != 0 }), values.allSatisfy(\.isFinite) else { return [] }
    var found: [Mistake] = []
    for kind in MistakeKind.catalog.items {
      for candidate in kind.candidates(derivation) where matches(candidate, given, values) {
        let mistake = Mistake(kind: kind.name, description: candidate.description, formula: candidate.formula)
        if !found.contains(where: { $0.description == mistake.description }) { found.append(mistake) }
      }
    }
    return found
  }

  private func matches(_ candidate: MistakeKind.Candidate, _ given: NDArray, _ values: [Double]) -> Bool {
    let shown = shown(candidate)
    guard shown.shape == given.shape, comparison.areClose(values, shown.values) else { return false }
    return shown.shape != expected.shape
      || !Comparison(tolerance: 1e-5).areClose(shown.values, expected.doubleValues)
  }

  /// As the convention shows it.
  private func shown(_ candidate: MistakeKind.Candidate) -> (shape: Dims, values: [Double]) {
    let matrix = convention == .rows ? candidate.value : candidate.value.transposed
    switch candidate.dimensions ?? expected.dimensions {
    case 0: return ([], Array(matrix.values.prefix(1)))
    case 1: return ([matrix.values.count], matrix.values)
    default: return ([matrix.rows, matrix.columns], matrix.values)
    }
  }

  private static func inRows(_ array: NDArray, _ convention: Convention) -> Matrix {
    if array.dimensions < 2 { return Matrix(1, array.count, array.doubleValues) }
    let rows = array.oriented(convention)
    return Matrix(rows.shape[0], rows.shape[1], rows.doubleValues)
  }
}
