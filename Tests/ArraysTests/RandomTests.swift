import Arrays
import Foundation
import Testing

/// 10,000 draws of each kind, against NumPy's, by a hash over their bits.
@Suite struct RandomTests {
  private static let count = 10_000

  private static func words(_ array: NDArray) -> [UInt64] {
    (0..<array.count).map {
      array.dtype == .float64 ? array.doubles[$0].bitPattern : UInt64(bitPattern: Int64(array.ints[$0]))
    }
  }

  private static func digest(_ words: [UInt64]) -> UInt64 {
    words.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 }
  }

  /// What `random_draws.py` draws, in its order.
  private static func draws(_ state: RandomState) throws -> [(String, NDArray)] {
    let n = count
    var all: [(String, NDArray)] = []
    func add(_ name: String, _ array: NDArray) { all.append((name, array)) }
    let range = NDArray(Array(0..<n))
    try add("random_sample", state.randomSample([n]))
    try add("rand2d", state.randomSample([n / 10, 10]))
    try add("randn", state.standardNormal([n]))
    try add("normal", state.normal(2.5, 0.3, size: [n]))
    try add("odd_gauss", state.standardNormal([3]))
    try add("normal_each", NDArray((0..<n).map { _ in try state.normal() }))
    try add("uniform", state.uniform(-10, 10, size: [n]))
    try add("randint_small", state.randint(0, 10, size: [n]))
    try add("randint_one", state.randint(7, 8, size: [n]))
    try add("randint_32", state.randint(-(1 << 31), 1 << 31, size: [n]))
    try add("randint_33", state.randint(0, (1 << 32) + 1, size: [n]))
    try add("randint_64", state.randint(Int.min, Int.max, size: [n]))
    try add("randint_each", NDArray((0..<n).map { _ in try state.randint(3, 1000) }))
    try add("permutation", state.permutation(n))
    try add(
      "permutation_rows", state.permutation(NDArray(viewing: range, shape: [n / 4, 4], strides: [4, 1], offset: 0)))
    let shuffled = NDArray(Array(0..<n))
    try state.shuffle(shuffled)
    add("shuffle", shuffled)
    let rows = NDArray((0..<n).map { Double($0) / 2 }, shape: [n / 5, 5])
    try state.shuffle(rows)
    add("shuffle_rows", rows)
    var list = Array(0..<n)
    state.shuffleIndices(n) { list.swapAt($0, $1) }
    add("shuffle_list", NDArray(list))
    try add("choice", state.choice(17, size: [n]))
    try add("choice_without", state.choice(2 * n, size: [n], replace: false))
    try add("choice_weights", state.choice(100, size: [n], probabilities: (1...100).map { Double($0) / 5050 }))
    let weights = (1...(2 * n)).map { Double($0) / Double(n * (2 * n + 1)) }
    try add("choice_weights_without", state.choice(2 * n, size: [n], replace: false, probabilities: weights))
    try add("choice_array", state.choice(NDArray((0..<50).map { Double($0) / 4 }), size: [n]))
    try add("exponential", state.exponential(1.5, size: [n]))
    try add("binomial_bits", state.binomial(1, 0.8, size: [n]))
    try add("binomial_few", state.binomial(20, 0.3, size: [n]))
    try add("binomial_most", state.binomial(20, 0.9, size: [n]))
    try add("binomial_many", state.binomial(1000, 0.4, size: [n]))
    try add("binomial_more", state.binomial(100_000, 0.75, size: [n]))
    try add("last", state.randomSample([n]))
    return all
  }

  @Test func drawsEqualNumPys() throws {
    let file = try String(contentsOf: fixtures.appendingPathComponent("random.txt"), encoding: .utf8)
    var expected = file.split(separator: "\n").map { $0.split(separator: " ") }[...]
    #expect(expected.count == 150)
    while let seedText = expected.first?[0] {
      let state = RandomState()
      if seedText.hasPrefix("list") {
        try state.seed(Array(0..<Int(seedText.dropFirst(4))!))
      } else {
        try state.seed(Int(seedText)!)
      }
      for (kind, array) in try RandomTests.draws(state) {
        let words = RandomTests.words(array)
        try #require(!expected.isEmpty)
        let row = expected.removeFirst()
        #expect(row[1] == kind)
        let ends = (words.prefix(3) + words.suffix(3)).map { String($0, radix: 16) }
        #expect(ends == row[3...].map(String.init), "\(kind), seed \(seedText)")
        #expect(String(RandomTests.digest(words), radix: 16) == row[2], "\(kind), seed \(seedText)")
      }
    }
  }

  @Test func aStateIsAValue() throws {
    let state = try RandomState(seed: 7)
    _ = state.standardNormal()
    let kept = state.state
    let first = (state.standardNormal(), state.randomSample())
    state.state = kept
    #expect(first == (state.standardNormal(), state.randomSample()))
    let rebuilt = try #require(RandomState.State(key: kept.key, position: kept.position, gauss: kept.gauss))
    #expect(rebuilt == kept)
    #expect(RandomState.State(key: [1], position: 0, gauss: nil) == nil)
    #expect(RandomState.State(key: kept.key, position: 625, gauss: nil) == nil)
    #expect(RandomState().state != RandomState().state)
  }

  @Test func wrongArgumentsAreErrors() throws {
    let state = try RandomState(seed: 0)
    let before = state.state
    let attempts: [() throws -> Void] = [
      { _ = try RandomState(seed: -1) }, { try state.seed(1 << 32) }, { try state.seed([]) },
      { _ = try state.randomSample([1 << 62, 1 << 62]) }, { _ = try state.randomSample([-1]) },
      { _ = try state.randint(3, 3) }, { _ = try state.randint(Int.max, Int.min, size: [2]) },
      { _ = try state.normal(0, -1) }, { _ = try state.uniform(-1e308, 1e308) }, { _ = try state.uniform(0, .nan) },
      { _ = try state.choice(0) }, { _ = try state.choice(3, size: [4], replace: false) },
      { _ = try state.choice(2, probabilities: [0.5]) }, { _ = try state.choice(2, probabilities: [0.5, 0.6]) },
      { _ = try state.choice(2, probabilities: [.nan, 1]) }, { _ = try state.choice(2, probabilities: [-1, 2]) },
      { _ = try state.choice(2, size: [2], replace: false, probabilities: [0, 1]) },
      { _ = try state.choice(NDArray([0.0], shape: [1, 1]), size: []) },
      { try state.shuffle(NDArray(scalar: .int(1))) },
      { _ = try state.permutation(NDArray(scalar: .int(1))) }, { _ = try state.permutation(1 << 60) },
      { _ = try state.binomial(-1, 0.5) }, { _ = try state.binomial(3, .nan) },
    ]
    for (index, attempt) in attempts.enumerated() {
      #expect(throws: ArrayError.self, "attempt \(index)", performing: attempt)
    }
    #expect(state.state == before)
    #expect(try state.permutation(-3).count == 0)
    #expect(try state.randint(5, 3, size: [0]).count == 0)
  }
}
