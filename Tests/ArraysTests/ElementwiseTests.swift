import Arrays
import Testing

@Suite struct ElementwiseTests {
  /// Functions that NumPy may compute by other means than the mathematical library: the last digits differ.
  private static let inexact: Set<String> = [
    "power", "arctan2", "hypot", "logaddexp", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "cbrt", "sin",
    "cos", "tan",
    "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "radians", "degrees",
  ]

  private func cases(_ family: String) throws -> [OracleCase] {
    try OracleCase.read("elementwise.txt").filter { $0.family == family }
  }

  private func tolerance(_ item: OracleCase) -> Double { ElementwiseTests.inexact.contains(item.operation) ? 2e-15 : 0 }

  @Test func operationsAreNumPys() throws {
    let operations = Dictionary(uniqueKeysWithValues: ArrayOperation.allCases.map { ("\($0)", $0) })
    for item in try cases("binary") {
      let operation = operations[item.operation]!
      item.check(tolerance: tolerance(item)) {
        if item.isScalar(0) { return try NDArray.apply(operation, item.scalar(0), item.array(1)) }
        if item.isScalar(1) { return try NDArray.apply(operation, item.array(0), item.scalar(1)) }
        return try NDArray.apply(operation, item.array(0), item.array(1))
      }
    }
  }

  @Test func comparisonsAreNumPys() throws {
    let comparisons = Dictionary(uniqueKeysWithValues: ArrayComparison.allCases.map { ("\($0)", $0) })
    for item in try cases("compare") {
      let comparison = comparisons[item.operation]!
      item.check {
        if item.isScalar(0) { return try NDArray.compare(comparison, item.scalar(0), item.array(1)) }
        if item.isScalar(1) { return try NDArray.compare(comparison, item.array(0), item.scalar(1)) }
        return try NDArray.compare(comparison, item.array(0), item.array(1))
      }
    }
  }

  @Test func inPlaceOperationsAreNumPys() throws {
    let operations = Dictionary(uniqueKeysWithValues: ArrayOperation.allCases.map { ("\($0)", $0) })
    for item in try cases("inPlace") {
      item.check(tolerance: tolerance(item)) {
        let target = item.array(0)
        if item.isScalar(1) {
          try NDArray.applyInPlace(operations[item.operation]!, target, item.scalar(1))
        } else {
          try NDArray.applyInPlace(operations[item.operation]!, target, item.array(1))
        }
        return target
      }
    }
  }

  @Test func functionsAreNumPys() throws {
    let functions = Dictionary(uniqueKeysWithValues: UnaryFunction.allCases.map { ("\($0)", $0) })
    for item in try cases("unary") {
      item.check(tolerance: tolerance(item)) { try NDArray.apply(functions[item.operation]!, item.array(0)) }
    }
  }

  @Test func roundingIsNumPys() throws {
    for item in try cases("round") {
      item.check { try NDArray.round(item.array(0), decimals: Int(item.operation)!) }
    }
  }

  @Test func overlappingMemoryIsReadBeforeItIsWritten() throws {
    let a = NDArray([1.0, 2, 3, 4, 5])
    let tail = NDArray(viewing: a, shape: [4], strides: [1], offset: 1)
    let head = NDArray(viewing: a, shape: [4], strides: [1], offset: 0)
    try NDArray.applyInPlace(.add, tail, head)
    #expect((0..<5).map { a.doubles[$0] } == [1, 3, 5, 7, 9])
  }

  @Test func aResultGoesIntoTheArrayOfferedOnlyIfItFits() throws {
    let a = NDArray([1.0, 2, 3])
    let b = NDArray([10.0, 20, 30])
    #expect(try NDArray.apply(.add, a, b, into: a) === a)
    #expect(a.doubles[2] == 33)
    let ints = NDArray([1, 2, 3])
    #expect(try NDArray.apply(.divide, ints, .int(2), into: ints) !== ints)
    #expect(try NDArray.apply(.exp, ints, into: ints) !== ints)
    let row = NDArray(viewing: a, shape: [1, 3], strides: [3, 1], offset: 0)
    #expect(try NDArray.apply(.add, row, NDArray([1.0, 2], shape: [2, 1]), into: a).shape == [2, 3])
  }

  @Test func writingIntoABroadcastViewIsRefused() throws {
    let view = NDArray(viewing: NDArray([1.0]), shape: [3], strides: [0], offset: 0, isReadOnly: true)
    #expect(throws: ArrayError.readOnly) { try NDArray.applyInPlace(.add, view, .int(1)) }
  }

  @Test func flagsTellWhatWentWrong() throws {
    func raised(_ body: () throws -> Void) rethrows -> String? {
      FloatingPointStatus.clear()
      try body()
      return FloatingPointStatus.raised
    }
    let a = NDArray([1.0, 0, -1, .nan])
    #expect(try raised { _ = try NDArray.apply(.divide, a, .int(0)) } == "divide by zero")
    #expect(try raised { _ = try NDArray.apply(.log, NDArray([-1.0])) } == "invalid value")
    #expect(try raised { _ = try NDArray.apply(.exp, NDArray([1e4])) } == "overflow")
    #expect(try raised { _ = try NDArray.apply(.floorDivide, NDArray([1, 2]), .int(0)) } == "divide by zero")
    #expect(try raised { _ = try NDArray.compare(.less, a, .float(.nan)) } == nil)
    #expect(try raised { _ = try NDArray.apply(.maximum, a, .int(0)) } == nil)
    #expect(try raised { _ = try NDArray.apply(.isnan, a) } == nil)
  }
}
