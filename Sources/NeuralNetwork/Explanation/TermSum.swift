/// A sum and its largest terms.
public struct TermSum: Sendable, Equatable {
  public enum Place: Sendable, Equatable {
    case sample(Int)
    /// An input or unit of the layer that is summed over.
    case unit(Int)
    case bias
  }

  public struct Term: Sendable, Equatable {
    public let place: Place
    /// In the order of ``TermSum/factorNames``; empty for a bias.
    public let factors: [Double]
    /// What it adds: the product of the factors, over ``TermSum/divisor``.
    public let value: Double
  }

  /// With `s` for the sample or `k` for the unit: `A0[s, 0]`.
  public let factorNames: [String]
  /// What every term is divided by: the batch size of a mean.
  public let divisor: Int?
  /// The largest in magnitude, the largest first.
  public private(set) var largest: [Term] = []
  public private(set) var restCount = 0
  /// The sum of the terms that are not among the largest.
  public private(set) var restSum = 0.0
  /// Terms of all that are 0.
  public private(set) var zeros = 0

  public var count: Int { largest.count + restCount }
  public var total: Double { largest.reduce(restSum) { $0 + $1.value } }

  /// - Parameters:
  ///   - keeping: so many of the largest; all of them if only one would be left over.
  ///   - value: what the term at a position adds.
  ///   - term: the whole term at a position; asked only for those that are kept.
  init(
    _ factorNames: [String], divisor: Int? = nil, count: Int, keeping: Int, value: (Int) -> Double,
    term: (Int, Double) -> Term
  ) {
    self.factorNames = factorNames
    self.divisor = divisor
    let limit = count <= keeping + 1 ? count : keeping
    var kept: [(position: Int, value: Double)] = []
    // Compensated: the rest of 60,000 terms keeps its digits.
    var (sum, correction) = (0.0, 0.0)
    func drop(_ x: Double) {
      let next = sum + x
      if next.isFinite { correction += abs(sum) >= abs(x) ? (sum - next) + x : (x - next) + sum }
      sum = next
      restCount += 1
    }
    for position in 0..<count {
      let x = value(position)
      if x == 0 { zeros += 1 }
      // A NaN is the term to see.
      let size = x.isNaN ? Double.infinity : abs(x)
      if kept.count == limit {
        guard let last = kept.last, size > (last.value.isNaN ? .infinity : abs(last.value)) else {
          drop(x)
          continue
        }
        drop(last.value)
        kept.removeLast()
      }
      let place = kept.firstIndex { !($0.value.isNaN ? true : abs($0.value) >= size) } ?? kept.count
      kept.insert((position, x), at: place)
    }
    restSum = sum + correction
    largest = kept.map { term($0.position, $0.value) }
  }
}
