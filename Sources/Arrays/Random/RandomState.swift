import Glibc

/// NumPy's legacy generator `numpy.random.RandomState`, bit for bit: the same seed gives the same numbers in the same order.
///
/// Uniform doubles have 53 bits, Gaussians come in pairs from Marsaglia's polar method, integers from masked rejection,
/// shuffles from the descending Fisher–Yates algorithm.
public final class RandomState {
  /// Everything that the next numbers depend on.
  public struct State: Sendable, Equatable {
    var twister: MersenneTwister
    /// The second Gaussian of a pair, not yet given out.
    public internal(set) var gauss: Double?

    /// The 624 words of the Mersenne Twister and the number of them already used.
    public var key: [UInt32] { twister.key }
    public var position: Int { twister.position }

    /// A state read from elsewhere; nil unless there are 624 words and the position is in 0...624.
    public init?(key: [UInt32], position: Int, gauss: Double?) {
      guard key.count == MersenneTwister.length, (0...MersenneTwister.length).contains(position) else { return nil }
      twister = MersenneTwister(seed: 0)
      twister.key = key
      twister.position = position
      self.gauss = gauss
    }

    init(_ twister: MersenneTwister) {
      self.twister = twister
      gauss = nil
    }
  }

  public var state: State

  /// Whether numbers have come out that no seed determines.
  public var hasDrawnUnseeded: Bool { drewBeforeSeeding || state.twister.hasDrawnFromSystem }
  private var drewBeforeSeeding = false

  /// For a generator beside this one that has no seed.
  public func noteUnseededDraw() { drewBeforeSeeding = true }

  /// Seeded by the system: different numbers each time.
  public init() {
    state = RandomState.systemState()
  }

  /// As `RandomState(seed)`. Throws unless the seed is in 0...2³²−1.
  public init(seed: Int) throws {
    state = try RandomState.seededState([seed], isList: false)
  }

  public init(state: State) {
    self.state = state
  }

  /// As `np.random.seed(seed)`. Throws unless the seed is in 0...2³²−1.
  public func seed(_ seed: Int) throws {
    drewBeforeSeeding = hasDrawnUnseeded
    state = try RandomState.seededState([seed], isList: false)
  }

  /// As `np.random.seed([…])`.
  public func seed(_ seeds: [Int]) throws {
    drewBeforeSeeding = hasDrawnUnseeded
    state = try RandomState.seededState(seeds, isList: true)
  }

  /// As `np.random.seed()`: from the system's entropy.
  public func seedFromSystem() {
    drewBeforeSeeding = hasDrawnUnseeded
    state = RandomState.systemState()
  }

  private static func systemState() -> State {
    var source = SystemRandomNumberGenerator()
    var twister = MersenneTwister(seed: 0)
    for i in 0..<MersenneTwister.length { twister.key[i] = UInt32.random(in: 0...UInt32.max, using: &source) }
    // Not all zeros, of which nothing else would come.
    twister.key[0] |= 0x8000_0000
    twister.isFromSystem = true
    return State(twister)
  }

  private static func seededState(_ seeds: [Int], isList: Bool) throws -> State {
    guard !seeds.isEmpty else { throw ArrayError.badValue("Seed must be non-empty") }
    let words = seeds.compactMap { UInt32(exactly: $0) }
    guard words.count == seeds.count else { throw ArrayError.badValue("Seed must be between 0 and 2**32 - 1") }
    return State(isList ? try MersenneTwister(seeds: words) : MersenneTwister(seed: words[0]))
  }

  /// A new array of unset elements, or an error if memory cannot hold it.
  func result(_ shape: Dims, _ dtype: DType) throws -> NDArray {
    try NDArray.allocate(shape, dtype)
  }
}
