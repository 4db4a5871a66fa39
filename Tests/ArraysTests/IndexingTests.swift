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
    try array.setItem([.at(0)], to: .float(.nan))
    #expect(try array.element(0) == .int(.min))
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
