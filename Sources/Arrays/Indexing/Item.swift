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
    case .bool: gather(plan, chosen, bools, result.bools)
    case .int64: gather(plan, chosen, ints, result.ints)
    case .float64: gather(plan, chosen, doubles, result.doubles)
    }
    return result
  }

  @inline(__always)
  private func gather<T>(
    _ plan: IndexPlan, _ chosen: [Int], _ source: UnsafeMutablePointer<T>, _ result: UnsafeMutablePointer<T>
  ) {
    let source = source + plan.start
    let before = elementOffsets(plan.before.shape, plan.before.strides)
    let width = plan.after.shape.product
    if NDArray.areContiguous(plan.after.shape, plan.after.strides) {
      var target = result
      for lead in before {
        for offset in chosen {
          let row = source + (lead &+ offset)
          if width == 1 { target[0] = row[0] } else { memcpy(target, row, width &* MemoryLayout<T>.stride) }
          target += width
        }
      }
      return
    }
    let after = elementOffsets(plan.after.shape, plan.after.strides)
    var target = result
    for lead in before {
      for offset in chosen {
        let row = source + (lead &+ offset)
        for i in 0..<width { target[i] = row[after[i]] }
        target += width
      }
    }
  }

  /// `np.take(a, positions, axis)` for positions that are known to be on the axis.
  func taking(_ positions: [Int], axis: Int) throws(ArrayError) -> NDArray {
    var indices = [ArrayIndex](repeating: .slice(start: nil, stop: nil, step: nil), count: axis)
    indices.append(.integers(NDArray(positions)))
    return try item(indices)
  }
}
