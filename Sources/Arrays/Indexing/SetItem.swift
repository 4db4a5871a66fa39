extension NDArray {
  /// `a[…] = values`: broadcast to the selection and cast to this dtype. Where an element is selected twice the last value stays.
  public func setItem(_ indices: [ArrayIndex], to values: NDArray) throws(ArrayError) {
    try prepareToWrite()
    let plan = try plan(indices)
    guard let chosen = plan.chosen else {
      if plan.isElement && values.dimensions > 0 && !(dtype == .bool && values.count == 1) {
        throw .badValue("a single element cannot be set to an array of shape \(values.shape.text)")
      }
      return try NDArray(viewing: self, shape: plan.shape, strides: plan.after.strides, offset: plan.start).assign(
        values)
    }
    if plan.isWholeMask && values.dimensions > 1 {
      throw .badValue("values assigned through a mask must have at most one dimension, not \(values.dimensions)")
    }
    let values = try NDArray.dropLeadingOnes(values, dimensions: plan.shape.count)
    guard values.strides(broadcastTo: plan.shape) != nil else {
      throw .shapeMismatch(left: values.shape, right: plan.shape, operation: "assignment")
    }
    if values.count == 1 {
      try scatter(plan, chosen, values.elementValue(at: 0).element(of: dtype))
    } else {
      var source = values.root === root ? try values.copy() : values
      if source.shape != plan.shape { source = try source.view(broadcastTo: plan.shape) }
      source = try source.elements(of: dtype).contiguous()
      switch dtype {
      case .bool: try scatter(plan, chosen, bools, source.bools, step: 1)
      case .int64: try scatter(plan, chosen, ints, source.ints, step: 1)
      case .float64: try scatter(plan, chosen, doubles, source.doubles, step: 1)
      }
    }
  }

  /// `a[…] = value` for a number.
  public func setItem(_ indices: [ArrayIndex], to value: Scalar) throws(ArrayError) {
    try prepareToWrite()
    let plan = try plan(indices)
    if let chosen = plan.chosen {
      try scatter(plan, chosen, value.element(of: dtype))
    } else {
      try NDArray(viewing: self, shape: plan.shape, strides: plan.after.strides, offset: plan.start).fill(value)
    }
  }

  private func scatter(_ plan: IndexPlan, _ chosen: NDArray, _ value: Scalar) throws(ArrayError) {
    switch value {
    case .bool(var value): try scatter(plan, chosen, bools, &value, step: 0)
    case .int(var value): try scatter(plan, chosen, ints, &value, step: 0)
    case .float(var value): try scatter(plan, chosen, doubles, &value, step: 0)
    }
  }

  @inline(__always)
  private func scatter<T>(
    _ plan: IndexPlan, _ chosen: NDArray, _ target: UnsafeMutablePointer<T>, _ source: UnsafeMutablePointer<T>,
    step: Int
  ) throws(ArrayError) {
    if plan.shape.contains(0) { return }
    let target = target + plan.start
    let before = try ElementOffsets(plan.before.shape, plan.before.strides)
    let after = try ElementOffsets(plan.after.shape, plan.after.strides)
    let offsets = chosen.ints
    let width = after.count
    var next = 0
    for lead in 0..<before.count {
      let target = target + before[lead]
      try Cancellation.inParts(rows: chosen.count, width, longest: .max) { first, _, height, _ throws(ArrayError) in
        try after.withPointer { after in
          for i in 0..<height {
            let row = target + offsets[first &+ i]
            for k in 0..<width {
              row[after[k]] = source[next]
              next &+= step
            }
          }
        }
      }
    }
    keepAlive(chosen)
  }
}
