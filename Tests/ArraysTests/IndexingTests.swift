import Arrays
import Testing

/// What indices select, which of it is a view, and the facts about wrong ones.
@Suite struct IndexingTests {
  private let table = NDArray(Array(0..<12), shape: [3, 4])

  private func fact(_ body: () throws -> Void) -> ArrayError? {
    do {
      try body()
      return nil
    } catch { return error as? ArrayError }
  }

  @Test func basicIndicesAreViews() throws {
    let view = try table.item([.slice(start: nil, stop: nil, step: -1), .at(1)])
    #expect(NDArray(scalar: .int(9)).dimensions == 0)
    #expect(view.root === table)
    #expect(try (view.element(0), view.element(2)) == (.int(9), .int(1)))
    try view.setItem([.at(0)], to: .int(-1))
    #expect(try table.element(2, 1) == .int(-1))
  }

  @Test func indexArraysCopy() throws {
    let copy = try table.item([.integers(NDArray([0, 2])), .integers(NDArray([3, 3]))])
    #expect(copy.root !== table)
    #expect(try (copy.element(0), copy.element(1)) == (.int(3), .int(11)))
  }

  @Test func assignmentTruncatesAndTheLastWins() throws {
    let array = NDArray([0, 0, 0])
    try array.setItem([.integers(NDArray([1, 1]))], to: NDArray([5.9, -7.9]))
    #expect(try array.element(1) == .int(-7))
  }

  /// Only `astype` makes ints of them; an assignment is refused before anything is written.
  @Test(arguments: [Double.nan, .infinity, -.infinity, 0x1p63, -0x1.0000000000001p63, 1e300])
  func whatIsNoIntIsNotAssignedToOne(_ value: Double) throws {
    let array = NDArray([1, 2, 3])
    let values = NDArray([7, value, 8])
    let writes: [() throws -> Void] = [
      { try array.setItem([.at(0)], to: .float(value)) }, { try array.setElement(0, .float(value)) },
      { try array.setItem([.integers(NDArray([0, 1]))], to: .float(value)) }, { try array.fill(.float(value)) },
      { try array.setItem([.mask(NDArray([true, true, true]))], to: values) }, { try array.assign(values) },
      { try array.setItem([.integers(NDArray([2, 1, 0]))], to: values) }, { _ = try values.elements(of: .int64) },
      { _ = try array.padded([(1, 1)], mode: .constant, value: .float(value)) },
      { _ = try array.inserting(values, at: [0]) }, { _ = try NDArray.full([2], .float(value), .int64) },
    ]
    for write in writes {
      #expect { try write() } throws: { error in if case ArrayError.notAnInt = error { true } else { false } }
    }
    #expect(try NDArray.areEqual(array, NDArray([1, 2, 3])))
    #expect(try values.cast(to: .int64).element(1) == .int(.min))
    #expect(try NDArray([-0x1p63]).elements(of: .int64).element(0) == .int(.min))
  }

  @Test func overlappingAssignmentReadsFirst() throws {
    let array = NDArray([0, 1, 2, 3, 4])
    let tail = try array.item([.slice(start: 1, stop: nil, step: nil)])
    try tail.assign(array.item([.slice(start: nil, stop: 4, step: nil)]))
    #expect(try NDArray.areEqual(array, NDArray([0, 0, 1, 2, 3])))
  }

  @Test func wrongIndicesAreFacts() throws {
    #expect(fact { _ = try table.item([.at(3)]) } == .indexOutOfRange(index: 3, axis: 0, size: 3))
    #expect(fact { _ = try table.element(0, -5) } == .indexOutOfRange(index: -5, axis: 1, size: 4))
    #expect(fact { _ = try table.row(.min) } == .indexOutOfRange(index: .min, axis: 0, size: 3))
    #expect(fact { _ = try table.item([.at(0), .at(0), .at(0)]) } == .tooManyIndices(given: 3, dimensions: 2))
    #expect(fact { _ = try table.item([.integers(NDArray([0.5]))]) } == .badIndex(dtype: .float64))
    #expect(
      fact { _ = try table.item([.mask(NDArray([true, false]))]) } == .maskMismatch(mask: [2], array: [3, 4], axis: 0))
    #expect(
      fact { _ = try table.item([.integers(NDArray([0, 1])), .integers(NDArray([0, 1, 2]))]) }
        == .shapeMismatch(left: [2], right: [3], operation: "indexing"))
    #expect(
      fact { try table.setItem([.at(0)], to: NDArray([1, 2])) }
        == .shapeMismatch(left: [2], right: [4], operation: "assignment"))
    #expect(fact { try table.view(broadcastTo: [2, 3, 4]).fill(.int(0)) } == .readOnly)
    #expect(fact { _ = try table.item([ArrayIndex](repeating: .newAxis, count: 7)) } == .tooManyDimensions(9))
    #expect(
      fact { _ = try table.item([.slice(start: nil, stop: nil, step: 0)]) }
        == .badValue("the step of a slice must not be 0"))
  }

  @Test func extremeSlicesAreClipped() throws {
    for step in [Int.min, -1, 1, Int.max] {
      for bound in [Int.min, Int.max, nil] {
        for other in [Int.min, Int.max, nil] {
          _ = try table.item([.slice(start: bound, stop: other, step: step)]).copy()
        }
      }
    }
  }
}
