import CKernels
import Testing

/// The products of the layers, of every kind of processor this one can be, beside sums of all places one by one.
@Suite struct ProductTests {
  struct Table: CustomTestStringConvertible, Sendable {
    let variant: Int32
    let isFloat: Bool
    var testDescription: String { "variant \(variant), \(isFloat ? "float32" : "float64")" }

    static let all = (0..<3).flatMap { variant in
      [false, true].map { Table(variant: variant, isFloat: $0) }.filter {
        nn_kernels_variant($0.variant, $0.isFloat ? 1 : 0) != nil
      }
    }
  }

  /// Numbers of one type that C reads.
  final class Numbers {
    let bytes: UnsafeMutableRawPointer
    private let isFloat: Bool

    init(_ values: [Double], isFloat: Bool) {
      self.isFloat = isFloat
      bytes = .allocate(byteCount: max(values.count, 1) * (isFloat ? 4 : 8), alignment: 64)
      for (i, value) in values.enumerated() { self[i] = value }
    }

    deinit { bytes.deallocate() }

    subscript(index: Int) -> Double {
      get {
        isFloat
          ? Double(bytes.load(fromByteOffset: 4 * index, as: Float.self))
          : bytes.load(fromByteOffset: 8 * index, as: Double.self)
      }
      set {
        if isFloat {
          bytes.storeBytes(of: Float(newValue), toByteOffset: 4 * index, as: Float.self)
        } else {
          bytes.storeBytes(of: newValue, toByteOffset: 8 * index, as: Double.self)
        }
      }
    }
  }

  /// A product and what stands where, drawn at random.
  struct Problem {
    var m: Int, n: Int, k: Int
    /// Of the numbers.
    var seed: UInt64
    var turnsA: Bool, turnsB: Bool
    /// The share of zeros in A and in B.
    var zeros: (a: Double, b: Double)
    var hasBias: Bool, isAdding: Bool, isStepping: Bool
    /// Whether the other factor of one with zeros is infinite somewhere.
    var isInfinite = false

    init(_ random: inout SplitMix, _ round: Int) {
      seed = random.next()
      func size(_ most: Int) -> Int { .random(in: 1...most, using: &random) }
      (m, n, k) = (size(150), size(250), size(round % 3 == 0 ? 700 : 200))
      turnsA = .random(using: &random)
      turnsB = .random(using: &random)
      zeros = (Double(round % 4) * 0.3, Double(round / 4 % 4) * 0.3)
      hasBias = .random(using: &random)
      isAdding = .random(using: &random)
      isStepping = .random(using: &random)
    }
  }

  private func numbers(_ count: Int, zeros: Double, _ random: inout SplitMix, _ isFloat: Bool) -> Numbers {
    Numbers(
      (0..<count).map { _ in
        Double.random(in: 0..<1, using: &random) < zeros ? 0 : Double(Float.random(in: -1...1, using: &random))
      }, isFloat: isFloat)
  }

  /// Nothing if the product is right.
  private func trouble(_ problem: Problem, _ table: Table) -> String? {
    let (m, n, k) = (problem.m, problem.n, problem.k)
    // C's rows have room between them, which stays as it is.
    let row = n + 3
    var random = SplitMix(state: problem.seed)
    let a = numbers(m * k, zeros: problem.zeros.a, &random, table.isFloat)
    let b = numbers(k * n, zeros: problem.zeros.b, &random, table.isFloat)
    if problem.isInfinite {
      if problem.zeros.a > 0 { b[k * n / 2] = .infinity } else { a[m * k / 2] = -.infinity }
    }
    let bias = numbers(n, zeros: 0, &random, table.isFloat)
    let c = numbers(m * row, zeros: 0, &random, table.isFloat)
    let parameter = numbers(m * row, zeros: 0, &random, table.isFloat)
    let (before, parameterBefore) = ((0..<m * row).map { c[$0] }, (0..<m * row).map { parameter[$0] })
    let (stepI, stepK) = problem.turnsA ? (1, m) : (k, 1)
    let (stepP, stepJ) = problem.turnsB ? (1, k) : (n, 1)
    var product = nn_product(
      a: a.bytes, step_i: stepI, step_k: stepK, b: b.bytes, b_row: stepP, b_column: stepJ,
      bias: problem.hasBias ? UnsafeRawPointer(bias.bytes) : nil, c: c.bytes, c_row: row, m: m, n: n, k: k, scale: 0.5,
      add: problem.isAdding ? 1 : 0, parameter: problem.isStepping ? parameter.bytes : nil, rate: 0.25, soon: nn_rows())
    nn_kernels_variant(table.variant, table.isFloat ? 1 : 0)!.pointee.rows_product(&product)
    let unit = table.isFloat ? 6e-8 : 1.2e-16
    let (left, right) = ((0..<m * k).map { a[$0] }, (0..<k * n).map { b[$0] })
    for i in 0..<m {
      for j in 0..<row {
        let place = i * row + j
        guard j < n else {
          if c[place] != before[place] || parameter[place] != parameterBefore[place] { return "writes beside a row" }
          continue
        }
        var (sum, size) = (0.0, 0.0)
        for p in 0..<k {
          let term = left[i * stepI + p * stepK] * right[p * stepP + j * stepJ]
          sum += term
          size += abs(term)
        }
        var expected = 0.5 * sum
        if problem.hasBias { expected += bias[j] }
        if problem.isAdding { expected += before[place] }
        let limit = Double(k + 4) * unit * (size + 3)
        let step = problem.isStepping ? 0.25 * expected : 0
        for (value, expected) in [(c[place], expected), (parameter[place], parameterBefore[place] - step)]
        where !(abs(value - expected) <= limit || value == expected || value.isNaN && expected.isNaN) {
          return "[\(i), \(j)] is \(value) and not \(expected): \(problem)"
        }
      }
    }
    return nil
  }

  @Test(arguments: Table.all) func productsAreSumsOfAllPlaces(table: Table) {
    var random = SplitMix(state: 1)
    for round in 0..<40 {
      let problem = Problem(&random, round)
      #expect(trouble(problem, table) == nil)
    }
  }

  /// Sizes at which zeros are passed over in every table, of A and of B, in few blocks and in many.
  @Test(arguments: Table.all, [(0.9, 0), (0, 0.9)]) func zerosArePassedOver(table: Table, zeros: (Double, Double)) {
    var random = SplitMix(state: 2)
    for (m, n, k) in [(290, 321, 100), (321, 257, 300), (257, 290, 673)] {
      var problem = Problem(&random, 0)
      (problem.m, problem.n, problem.k, problem.zeros) = (m, n, k, zeros)
      (problem.turnsB, problem.hasBias) = (false, false)
      #expect(trouble(problem, table) == nil)
    }
  }

  /// A zero times infinity is no number, also where zeros are passed over.
  @Test(arguments: Table.all, [(0.9, 0), (0, 0.9)]) func infinityMeetsZeros(table: Table, zeros: (Double, Double)) {
    var random = SplitMix(state: 3)
    for k in [190, 600] {
      var problem = Problem(&random, 0)
      (problem.m, problem.n, problem.k, problem.zeros) = (300, 300, k, zeros)
      (problem.turnsB, problem.hasBias, problem.isInfinite) = (false, false, true)
      #expect(trouble(problem, table) == nil)
    }
  }

  /// The same each time, so that a failure can be had again (Steele and others 2014).
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
