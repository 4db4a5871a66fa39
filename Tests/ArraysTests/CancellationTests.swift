import Arrays
import Testing

/// Long operations stop when they are asked to, and no short one does.
@Suite struct CancellationTests {
  private static let count = 3 << 20
  private static let x = try! NDArray.arange(Double(count), 0, step: -1)
  private static var random: RandomState { RandomState() }

  /// Each takes more steps than ``Cancellation/stride``.
  static let operations: [(name: String, work: @Sendable () throws -> Void)] = [
    ("add", { _ = try NDArray.apply(.add, x, x) }),
    ("add, strided", { _ = try NDArray.apply(.add, x.flipped(), x) }),
    ("exp in place", { try NDArray.applyInPlace(.add, x.copy(), .float(1)) }),
    ("exp", { _ = try NDArray.apply(.exp, x) }),
    ("compare", { _ = try NDArray.compare(.less, x, .float(1)) }),
    ("sum", { _ = try NDArray.reduce(.sum, x) }),
    ("max", { _ = try NDArray.reduce(.max, x) }),
    ("sum over rows", { _ = try NDArray.reduce(.sum, x.reshaped([1024, -1]), axis: 0) }),
    ("sum over columns", { _ = try NDArray.reduce(.sum, x.reshaped([-1, 3]), axis: 1) }),
    ("cumsum", { _ = try NDArray.cumsum(x, axis: nil) }),
    ("argmax", { _ = try NDArray.argmax(x, axis: nil) }),
    ("median", { _ = try NDArray.median(x, AxisSet(all: 1)) }),
    ("sort", { _ = try x.sorted() }), ("argsort", { _ = try x.argsorted() }), ("unique", { _ = try x.unique() }),
    ("copy", { _ = try x.copy() }), ("cast", { _ = try x.cast(to: .int64) }),
    ("concatenate", { _ = try NDArray.concatenate([x, x]) }), ("tile", { _ = try x.tiled([2]) }),
    ("repeat", { _ = try x.repeated([2]) }), ("where", { _ = try NDArray.choose(x, x, x) }),
    ("take", { _ = try x.item([.integers(NDArray.arange(0, count, step: 1))]) }),
    ("mask", { _ = try x.item([.mask(NDArray.full([count], .bool(true), .bool))]) }),
    ("set", { try x.copy().setItem([.integers(NDArray.arange(0, count, step: 1))], to: .float(1)) }),
    ("nonzero", { _ = try x.nonzero() }), ("fill", { try NDArray.allocate([count], .float64).fill(.int(1)) }),
    ("arange", { _ = try NDArray.arange(0, count, step: 1) }),
    ("linspace", { _ = try NDArray.linspace(0, 1, count: count) }),
    ("randn", { _ = try random.standardNormal([count]) }), ("randint", { _ = try random.randint(0, 9, size: [count]) }),
    ("permutation", { _ = try random.permutation(count) }), ("shuffle", { try random.shuffle(x.copy()) }),
    (
      "int product",
      { _ = try NDArray.matmul(NDArray.full([128, 128], .int(1), .int64), NDArray.full([128, 128], .int(1), .int64)) }
    ),
    ("inverse", { _ = try NDArray.inverse(NDArray.eye(200, 200)) }),
    ("histogram", { _ = try x.histogram(edges: x.histogramEdges(bins: 9), isUniform: true) }),
    ("searchsorted", { _ = try NDArray.arange(0, 9, step: 1).positions(of: x, isRight: false) }),
    ("isin", { _ = try x.isIn(NDArray([1.0])) }), ("diff", { _ = try x.differences() }),
    ("interp", { _ = try NDArray.interpolate(x, NDArray([0.0, 1]), NDArray([0.0, 1])) }),
    (
      "text",
      {
        var options = PrintOptions()
        options.threshold = .max
        _ = try arrayText(of: x, options: options)
      }
    ),
  ]

  @Test(arguments: operations.map(\.name)) func aLongOperationStops(name: String) throws {
    let operation = Self.operations.first { $0.name == name }!
    _ = Self.x
    #expect(throws: ArrayError.interrupted) { try asked(operation.work) }
  }

  @Test func aShortOperationIsDone() throws {
    let small = NDArray([3.0, 1, 2])
    #expect(try asked { try NDArray.reduce(.sum, NDArray.apply(.add, small.sorted(), small)) } == .float(12))
  }

  /// Runs what is asked to stop from the beginning.
  private func asked<Result>(_ work: () throws -> Result) throws -> Result {
    let flag = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    defer { flag.deallocate() }
    flag.initialize(to: 1)
    return try Cancellation.watching(flag, work)
  }

  /// A product that is long enough to be made in blocks is that of its rows and columns.
  @Test func aProductInBlocksIsTheProduct() throws {
    let (m, k, n) = (1000, 90_000, 900)
    let (a, b) = (try NDArray.full([m, k], .float(1), .float64), try NDArray.full([k, n], .float(1), .float64))
    for i in 0..<m { a.doubles[i * k] = Double(i) }
    for j in 0..<n { b.doubles[j] = Double(j) }
    let product = try NDArray.matmul(a, b)
    for i in 0..<m {
      for j in 0..<n where product.doubles[i * n + j] != Double(i * j + k - 1) { Issue.record("element \(i), \(j)") }
    }
  }
}
