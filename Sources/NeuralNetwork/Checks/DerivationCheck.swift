import Arrays

/// What a comparison of a learner's array with the engine's found.
public struct DerivationCheck: Sendable, Equatable {
  /// One element of both.
  public struct Difference: Sendable, Equatable {
    /// As the convention shows it; empty for a number.
    public let index: [Int]
    public let given: Double
    public let expected: Double
    public var size: Double { abs(given - expected) }
  }

  public enum Verdict: Sendable, Equatable {
    /// Every bit is the same.
    case exact
    /// Equal up to rounding; the largest difference.
    case close(Difference)
    /// `count` elements differ; the first of them, and the one that is farthest off.
    case differs(first: Difference, largest: Difference, count: Int)
    /// Another shape.
    case shape(given: Dims, expected: Dims)
  }

  public let name: EngineName
  public let verdict: Verdict
  /// Elements of the engine's array.
  public let elements: Int
  /// The known mistakes that give just these numbers. Several cannot be told apart here.
  public let mistakes: [Mistake]
}

/// A known mistake and the formula in which it was made.
public struct Mistake: Sendable, Equatable {
  /// `missing 1/m`, `wrong derivative`, …: a name of ``MistakeKind/catalog``.
  public let kind: String
  /// What was done: `relu' is taken at A1 instead of Z1`.
  public let description: String
  /// The mistaken formula, which gives the learner's numbers: `A1.T @ dZ2`. `Y` stands for the targets of the last backward.
  public let formula: String
}

extension Network {
  /// Compares a learner's value with what the last passes computed; nil if they have not computed it. Nothing is changed.
  public func checkDerivation(of name: EngineName, _ given: NDArray) -> DerivationCheck? {
    takeImages()
    guard let expected = value(name) else { return nil }
    let verdict = Comparison(tolerance: declaration.precision == .float64 ? 1e-5 : 1e-3).verdict(given, expected)
    var mistakes: [Mistake] = []
    switch verdict {
    case .exact, .close: break
    case .differs, .shape: mistakes = MistakeSearch(self, name, expected).mistakes(in: given)
    }
    return DerivationCheck(name: name, verdict: verdict, elements: expected.count, mistakes: mistakes)
  }
}

/// When two arrays count as equal: as `np.allclose`, but with the absolute part in proportion to the largest number.
struct Comparison {
  let tolerance: Double

  func verdict(_ given: NDArray, _ expected: NDArray) -> DerivationCheck.Verdict {
    guard given.shape == expected.shape else { return .shape(given: given.shape, expected: expected.shape) }
    let (a, b) = (given.doubleValues, expected.doubleValues)
    let floor = floor(b)
    var (first, largest): (DerivationCheck.Difference?, DerivationCheck.Difference?)
    var count = 0
    for i in a.indices where !(a[i] == b[i] || (a[i].isNaN && b[i].isNaN)) {
      let difference = DerivationCheck.Difference(index: index(i, given.shape), given: a[i], expected: b[i])
      if largest == nil || !(difference.size <= largest!.size) { largest = difference }
      if isClose(a[i], b[i], floor) { continue }
      count += 1
      if first == nil { first = difference }
    }
    guard let largest else { return .exact }
    guard let first else { return .close(largest) }
    return .differs(first: first, largest: largest, count: count)
  }

  func areClose(_ a: [Double], _ b: [Double]) -> Bool {
    guard a.count == b.count else { return false }
    let floor = floor(b)
    for i in a.indices where !isClose(a[i], b[i], floor) { return false }
    return true
  }

  private func floor(_ values: [Double]) -> Double {
    1e-3 * tolerance * values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
  }

  private func isClose(_ a: Double, _ b: Double, _ floor: Double) -> Bool {
    a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance * abs(b) + floor && b.isFinite
  }

  private func index(_ position: Int, _ shape: Dims) -> [Int] {
    var (rest, index) = (position, [Int](repeating: 0, count: shape.count))
    for axis in stride(from: shape.count - 1, through: 0, by: -1) {
      index[axis] = rest % shape[axis]
      rest /= shape[axis]
    }
    return index
  }
}
