extension NDArray {
  /// `np.repeat`: each element (each slice along `axis`) several times in a row. `counts` holds one number, or one per element.
  public func repeated(_ counts: [Int], axis: Int? = nil) throws(ArrayError) -> NDArray {
    guard let axis else { return try raveled().repeated(counts, axis: 0) }
    let source = try withDimensions(atLeast: 1)
    let along = try NDArray.axis(axis, of: source.dimensions)
    let extent = source.shape[along]
    guard counts.count == 1 || counts.count == extent else {
      throw .badValue("repeats must be one number or \(extent), not \(counts.count)")
    }
    var total = 0
    for i in 0..<extent {
      let count = counts[counts.count == 1 ? 0 : i]
      if count < 0 { throw .badValue("repeats may not be negative: \(count)") }
      let (sum, overflow) = total.addingReportingOverflow(count)
      if overflow { throw .tooLarge(shape: [Int.max]) }
      total = sum
    }
    let positions = try NDArray.allocate([total], .int64)
    var next = positions.ints
    var pace = Cancellation.Pace()
    for i in 0..<extent {
      let count = counts[counts.count == 1 ? 0 : i]
      try Cancellation.inBlocks(count) { block in for k in block { next[k] = i } }
      next += count
      try pace.step(count)
    }
    return try source.taking(positions, axis: along)
  }

  /// `np.tile`: the whole array several times along each axis.
  public func tiled(_ repetitions: [Int]) throws(ArrayError) -> NDArray {
    if repetitions.count > Dims.capacity { throw .tooManyDimensions(repetitions.count) }
    var result = try withDimensions(atLeast: repetitions.count)
    let lead = result.dimensions - repetitions.count
    for (i, times) in repetitions.enumerated() where times != 1 {
      if times < 0 { throw .badValue("negative dimensions are not allowed: \(times)") }
      let extent = result.shape[lead + i]
      let (total, overflow) = extent.multipliedReportingOverflow(by: times)
      if overflow { throw .tooLarge(shape: [extent, times]) }
      result = try result.taking(total, axis: lead + i) { $0 % extent }
    }
    return result.root === root ? try result.copy() : result
  }
}
