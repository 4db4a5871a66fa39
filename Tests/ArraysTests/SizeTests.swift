import Arrays
import Testing

/// Shapes that no memory holds, and extreme numbers, are errors and never traps.
@Suite struct SizeTests {
  private func isError(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return false
    } catch { return error is ArrayError }
  }

  @Test(arguments: [[Int.max], [1 << 40, 1 << 40], [1 << 62, 4], [-1], [3, -2], [Int.max, Int.max, 0], [1 << 50]])
  func userShapes(shape: [Int]) {
    #expect(isError { _ = try NDArray.allocate(shape, .float64, zeroed: true) })
    #expect(isError { _ = try NDArray.full(shape, .int(1), .int64) })
    #expect(isError { _ = try NDArray([1.0]).view(broadcastTo: Dims(shape)).copy() })
    #expect(isError { _ = try NDArray([1.0]).reshaped(shape.count == 1 && shape[0] == -1 ? [-1, -1] : shape) })
  }

  @Test func counts() {
    let vector = NDArray([1, 2, 3])
    let huge = Int.max
    #expect(isError { _ = try vector.tiled([huge]) })
    #expect(isError { _ = try vector.tiled([1 << 20, 1 << 20, 1 << 20]) })
    #expect(isError { _ = try vector.repeated([huge]) })
    #expect(isError { _ = try vector.repeated([-1]) })
    #expect(isError { _ = try vector.padded([(huge, huge)], mode: .constant) })
    #expect(isError { _ = try vector.padded([(1 << 50, 0)], mode: .edge) })
    #expect(isError { _ = try vector.diag(offset: huge) })
    #expect(isError { _ = try vector.diag(offset: .min) })
    #expect(isError { _ = try NDArray.eye(huge, huge) })
    #expect(isError { _ = try NDArray.linspace(0, 1, count: huge) })
    #expect(isError { _ = try NDArray.linspace(0, 1, count: -1) })
    #expect(isError { _ = try NDArray.arange(.min, .max, step: 1) })
    #expect(isError { _ = try NDArray.arange(0.0, 1e300, step: 1) })
    #expect(isError { _ = try NDArray.arange(0.0, .nan, step: 1) })
    #expect(isError { _ = try NDArray.arange(0, 1, step: 0) })
    #expect(isError { _ = try NDArray([huge]).binCounts() })
    #expect(isError { _ = try NDArray([1 << 50]).binCounts() })
    #expect(isError { _ = try vector.binCounts(minimum: huge) })
    #expect(isError { _ = try vector.histogramEdges(bins: huge) })
    #expect(isError { _ = try vector.split(into: 0, isEven: false) })
    #expect(isError { _ = try vector.split(into: huge, isEven: false) })
    #expect(isError { _ = try NDArray.concatenate([]) })
    #expect(isError { _ = try vector.expanded([Int](repeating: 0, count: 8)) })
    #expect(isError { _ = try vector.take(NDArray([huge])) })
  }

  @Test func extremeOffsetsGiveWhatTheyMean() throws {
    let square = NDArray([1, 2, 3, 4], shape: [2, 2])
    for offset in [Int.min, Int.max] {
      #expect(try square.diagonal(offset: offset).count == 0)
      #expect(try square.diag(offset: offset).count == 0)
      _ = try square.triangle(isLower: true, offset: offset)
      _ = try square.triangle(isLower: false, offset: offset)
      _ = try square.rolled(offset, axis: 0)
      _ = try square.rotated(offset)
      _ = try NDArray.eye(2, 2, offset: offset)
      _ = try square.split(at: [offset, 1])
      _ = try square.take(NDArray([offset]), axis: 0, mode: .clip)
      _ = try square.take(NDArray([offset]), axis: 0, mode: .wrap)
    }
    #expect(try square.differences(order: .max).count == 0)
  }
}
