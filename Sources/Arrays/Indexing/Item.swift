import Glibc

extension NDArray {
  /// `a[…]`: a view for ints, slices, new axes and `...`; a copy for index arrays and masks.
  public func item(_ indices: [ArrayIndex]) throws(ArrayError) -> NDArray {
    let plan = try plan(indices)
    guard let chosen = plan.chosen else {
      let view = NDArray(viewing: self, shape: plan.shape, strides: plan.after.strides, offset: plan.start)
      return plan.wantsCopy ? try view.copy() : view
    }
    let result = try NDArray.allocate(plan.shape, dtype)
    if result.count == 0 { return result }
    switch dtype {
    case .bool: try gather(plan, chosen, bools, result.bools)
    case .int64: try gather(plan, chosen, ints, result.ints)
    case .float64: try gather(plan, chosen, doubles, result.doubles)
    }
    return result
  }

  @inline(__always)
  private func gather<T>(
    _ plan: IndexPlan, _ chosen: NDArray, _ source: UnsafeMutablePointer<T>, _ result: UnsafeMutablePointer<T>
  ) throws(ArrayError) {
    let source = source + plan.start
    let before = try elementOffsets(plan.before.shape, plan.before.strides)
    let width = plan.after.shape.product
    let isPlain = NDArray.areContiguous(plan.after.shape, plan.after.strides)
    let after = isPlain ? nil : try elementOffsets(plan.after.shape, plan.after.strides)
    var target = result
    var pace = Cancellation.Pace()
    for lead in 0..<before.count {
      for i in 0..<chosen.count {
        let row = source + (before.ints[lead] &+ chosen.ints[i])
        if width == 1 {
          target[0] = row[0]
        } else if let after {
          for k in 0..<width { target[k] = row[after.ints[k]] }
        } else {
          memcpy(target, row, width &* MemoryLayout<T>.stride)
        }
        target += width
        try pace.step(width)
      }
    }
  }

  /// The elements of an axis at `count` positions that `position` tells, each of which is on the axis.
  func taking(_ count: Int, axis: Int, _ position: (Int) -> Int) throws(ArrayError) -> NDArray {
    let positions = try NDArray.allocate([count], .int64)
    try Cancellation.inBlocks(count) { block in for i in block { positions.ints[i] = position(i) } }
    return try taking(positions, axis: axis)
  }

  /// `np.take(a, positions, axis)` for positions that are known to be on the axis.
  func taking(_ positions: NDArray, axis: Int) throws(ArrayError) -> NDArray {
    var indices = [ArrayIndex](repeating: .slice(start: nil, stop: nil, step: nil), count: axis)
    indices.append(.integers(positions))
    return try item(indices)
  }
}
