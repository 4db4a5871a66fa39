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
    let before = try ElementOffsets(plan.before.shape, plan.before.strides)
    let width = plan.after.shape.product
    let isPlain = NDArray.areContiguous(plan.after.shape, plan.after.strides)
    let after = isPlain ? nil : try ElementOffsets(plan.after.shape, plan.after.strides)
    let offsets = chosen.ints
    var target = result
    for lead in 0..<before.count {
      let source = source + before[lead]
      try Cancellation.inParts(rows: chosen.count, width, longest: .max) { first, _, height, _ throws(ArrayError) in
        if width == 1 {
          for i in 0..<height { target[i] = source[offsets[first &+ i]] }
        } else if let after {
          try after.withPointer { after in
            for i in 0..<height {
              let row = source + offsets[first &+ i]
              for k in 0..<width { target[i &* width &+ k] = row[after[k]] }
            }
          }
        } else {
          for i in 0..<height {
            memcpy(target + i &* width, source + offsets[first &+ i], width &* MemoryLayout<T>.stride)
          }
        }
        target += height &* width
      }
    }
    keepAlive(chosen)
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
