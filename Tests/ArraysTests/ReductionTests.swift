import Arrays
import Foundation
import Testing

@Suite struct ReductionTests {
  @Test func reductionsAreNumPys() throws {
    for item in try OracleCase.read("reductions.txt") where item.family == "reduce" {
      // NumPy's own nan functions work on copies whose order in memory differs.
      item.check(tolerance: item.operation.hasPrefix("nan") ? 1e-13 : 0) {
        let a = item.array(0)
        return try reduce(item.operation, a, item.axes(1, of: a), item.fields[2] == "1")
      }
    }
  }

  private func reduce(_ name: String, _ a: NDArray, _ axes: AxisSet, _ keepdims: Bool) throws -> NDArray {
    switch name {
    case "mean": try NDArray.mean(a, axes, keepdims: keepdims)
    case "var": try NDArray.variance(a, axes, keepdims: keepdims)
    case "std1": try NDArray.standardDeviation(a, axes, ddof: 1, keepdims: keepdims)
    case "median": try NDArray.median(a, axes, keepdims: keepdims)
    case "q30": try NDArray.quantile(a, 0.3, axes, keepdims: keepdims)
    case "nansum": try NDArray.nanReduce(.sum, a, axes, keepdims: keepdims)
    case "nanmax": try NDArray.nanReduce(.max, a, axes, keepdims: keepdims)
    case "nanmin": try NDArray.nanReduce(.min, a, axes, keepdims: keepdims)
    case "nanmean": try NDArray.nanMean(a, axes, keepdims: keepdims)
    case "nanvar": try NDArray.nanVariance(a, axes, keepdims: keepdims)
    default: try NDArray.reduce(Reduction.allCases.first { "\($0)" == name }!, a, axes, keepdims: keepdims)
    }
  }

  @Test func lanesAreNumPys() throws {
    for item in try OracleCase.read("reductions.txt") where item.family == "lane" {
      item.check {
        let axis = Int(item.fields[1])
        switch item.operation {
        case "argmax": return try NDArray.argmax(item.array(0), axis: axis)
        case "argmin": return try NDArray.argmin(item.array(0), axis: axis)
        case "cumsum": return try NDArray.cumsum(item.array(0), axis: axis)
        default: return try NDArray.cumprod(item.array(0), axis: axis)
        }
      }
    }
  }

  /// The order of the additions in large sums, to the last bit.
  @Test func largeSumsAreNumPys() throws {
    for item in try OracleCase.read("reductions.txt") where item.family == "large" {
      let shape = Dims(item.fields[0].split(separator: ",").map { Int($0)! })
      let whole = NDArray((0..<shape.product).map { sin(Double($0) * 1.7) }, shape: shape)
      var (extents, strides) = (whole.shape, whole.strides)
      if item.operation == "columns" { extents[extents.count - 1] -= 1 }
      if item.operation == "transposed" { (extents, strides) = (Dims(extents.reversed()), Dims(strides.reversed())) }
      let view = NDArray(viewing: whole, shape: extents, strides: strides, offset: 0)
      let sums = try NDArray.reduce(.sum, view, item.axes(1, of: view))
      let bits = (0..<sums.count).reduce(UInt64(0)) { $0 &+ sums.doubles[$1].bitPattern }
      #expect("\(bits)" == item.expected, "\(item.line)")
    }
  }

  @Test func nothingHasNoLargestElement() throws {
    let empty = NDArray(zeros: [0, 3])
    #expect(throws: ArrayError.emptyReduction(operation: "np.max")) { try NDArray.reduce(.max, empty, axis: 0) }
    #expect(throws: ArrayError.emptyReduction(operation: "np.argmin")) { try NDArray.argmin(empty, axis: 0) }
    #expect(throws: ArrayError.axisOutOfRange(axis: 2, dimensions: 2)) { try NDArray.reduce(.sum, empty, axis: 2) }
    #expect(try NDArray.reduce(.sum, empty, axis: 0).count == 3)
  }
}
