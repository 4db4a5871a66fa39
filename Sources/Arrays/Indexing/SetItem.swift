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
      scatter(plan, chosen, values.elementValue(at: 0).cast(to: dtype))
    } else {
      var source = values.root === root ? try values.copy() : values
      if source.shape != plan.shape { source = try source.view(broadcastTo: plan.shape) }
      source = try source.casting(to: dtype).contiguous()
      switch dtype {
      case .bool: scatter(plan, chosen, bools, source.bools, step: 1)
      case .int64: scatter(plan, chosen, ints, source.ints, step: 1)
      case .float64: scatter(plan, chosen, doubles, source.doubles, step: 1)
      }
    }
  }

  /// `a[…] = value` for a number.
  public func setItem(_ indices: [ArrayIndex], to value: Scalar) throws(ArrayError) {
    try prepareToWrite()
    let plan = try plan(indices)
    if let chosen = plan.chosen {
      scatter(plan, chosen, value.cast(to: dtype))
    } else {
      try NDArray(viewing: self, shape: plan.shape, strides: plan.after.strides, offset: plan.start).fill(value)
    }
  }

  private func scatter(_ plan: IndexPlan, _ chosen: [Int], _ value: Scalar) {
    switch value {
    case .bool(var value): scatter(plan, chosen, bools, &value, step: 0)
    case .int(var value): scatter(plan, chosen, ints, &value, step: 0)
    case .float(var value): scatter(plan, chosen, doubles, &value, step: 0)
    }
  }

  @inline(__always)
  private func scatter<T>(
    _ plan: IndexPlan, _ chosen: [Int], _ target: UnsafeMutablePointer<T>, _ source: UnsafeMutablePointer<T>, step: Int
  ) {
    if plan.shape.contains(0) { return }
    let target = target + plan.start
    let before = elementOffsets(plan.before.shape, plan.before.strides)
    let after = elementOffsets(plan.after.shape, plan.after.strides)
    var next = 0
    for lead in before {
      for offset in chosen {
        let row = target + (lead &+ offset)
        for tail in after {
          row[tail] = source[next]
          next &+= step
        }
      }
    }
  }
}
