/// What a list of indices selects: element `[p, b, q]` of the selection lies at `start + before[p] + chosen[b] + after[q]`, where `before` and `after`
/// run over the axes that basic indices leave in front of and behind the chosen ones.
struct IndexPlan {
  var start = 0
  /// The shape of the selection.
  var shape = Dims()
  var before = (shape: Dims(), strides: Dims())
  var after = (shape: Dims(), strides: Dims())
  /// The offsets that index arrays choose, in C order of their common shape; nil if there are none: then the selection is a view.
  var chosen: NDArray?
  /// Whether the only index is one mask over all axes, for which NumPy's assignment is stricter.
  var isWholeMask = false
  /// Whether the indices are ints, one for each axis: they select a single element.
  var isElement = false
  /// Whether a 0-d integer array asked for a copy.
  var wantsCopy = false
}

/// An index array at the axis it indexes.
private struct Chooser {
  let indices: NDArray
  let stride: Int
}

extension NDArray {
  /// Reads the indices. Rules: NumPy's guide "Indexing on ndarrays". Index arrays (and, beside them, ints) are broadcast together; their axes stand
  /// where the indices stood if these were neighbours, else in front.
  func plan(_ given: [ArrayIndex]) throws(ArrayError) -> IndexPlan {
    var plan = IndexPlan()
    let indices = try expand(given)
    let isAdvanced = indices.contains { index in
      switch index {
      case .integers(let array): array.dimensions > 0
      case .mask: true
      default: false
      }
    }
    var axes = (shape: Dims(), strides: Dims())
    var choosers: [Chooser] = []
    // A position outside the array is no error where the index arrays together choose nothing.
    var outside: ArrayError?
    var place = 0
    var (sawChooser, sawGap, isApart) = (false, false, false)
    func willChoose() {
      if !sawChooser {
        sawChooser = true
        place = axes.shape.count
      } else if sawGap {
        isApart = true
      }
    }
    var axis = 0
    for index in indices {
      switch index {
      case .at(let i):
        if isAdvanced { willChoose() }
        plan.start += try offset(i, axis: axis)
        axis += 1
      case .integers(let array) where array.dimensions == 0:
        if isAdvanced { willChoose() }
        plan.start += try offset(array.ints[0], axis: axis)
        plan.wantsCopy = true
        axis += 1
      case .integers(let array):
        willChoose()
        do throws(ArrayError) {
          let positions = try array.indicesChecked(size: shape[axis], axis: axis)
          choosers.append(Chooser(indices: positions, stride: strides[axis]))
        } catch {
          outside = outside ?? error
          choosers.append(Chooser(indices: try NDArray.allocate(array.shape, .int64, zeroed: true), stride: 0))
        }
        axis += 1
      case .mask(let mask):
        willChoose()
        for i in 0..<mask.dimensions where mask.shape[i] != shape[axis + i] {
          throw .maskMismatch(mask: mask.shape, array: shape, axis: axis + i)
        }
        if mask.dimensions == 0 {
          choosers.append(Chooser(indices: NDArray([Int](repeating: 0, count: mask.bools[0] ? 1 : 0)), stride: 0))
        } else {
          for (i, column) in try mask.nonzero().enumerated() {
            choosers.append(Chooser(indices: column, stride: strides[axis + i]))
          }
        }
        plan.isWholeMask = indices.count == 1 && mask.dimensions == dimensions
        axis += mask.dimensions
      case .slice(let first, let stop, let step):
        if sawChooser { sawGap = true }
        let extent = try SliceExtent(start: first, stop: stop, step: step, size: shape[axis])
        if axes.shape.count == Dims.capacity { throw .tooManyDimensions(Dims.capacity + 1) }
        if extent.count > 0 { plan.start += extent.start * strides[axis] }
        axes.shape.append(extent.count)
        axes.strides.append(extent.count > 1 ? extent.step * strides[axis] : strides[axis])
        axis += 1
      case .newAxis:
        if sawChooser { sawGap = true }
        if axes.shape.count == Dims.capacity { throw .tooManyDimensions(Dims.capacity + 1) }
        axes.shape.append(1)
        axes.strides.append(0)
      case .ellipsis:
        // Already expanded to whole slices; what is left of it still separates.
        if sawChooser { sawGap = true }
      }
    }
    guard isAdvanced else {
      plan.shape = axes.shape
      plan.after = axes
      plan.isElement =
        plan.shape.count == 0
        && given.allSatisfy { index in
          switch index {
          case .at, .integers: true
          default: false
          }
        }
      if plan.shape.contains(0) { plan.start = 0 }
      return plan
    }
    if isApart { place = 0 }
    var common = Dims()
    for chooser in choosers {
      common = try Dims.broadcast(common, chooser.indices.shape, operation: "indexing")
    }
    if let outside, !common.contains(0) { throw outside }
    if axes.shape.count + common.count > Dims.capacity { throw .tooManyDimensions(axes.shape.count + common.count) }
    for i in 0..<place {
      plan.before.shape.append(axes.shape[i])
      plan.before.strides.append(axes.strides[i])
    }
    for i in place..<axes.shape.count {
      plan.after.shape.append(axes.shape[i])
      plan.after.strides.append(axes.strides[i])
    }
    plan.shape = Dims(Array(plan.before.shape) + Array(common) + Array(plan.after.shape))
    guard NDArray.isCountable(plan.shape) else { throw .tooLarge(shape: Array(plan.shape)) }
    plan.chosen = try combine(choosers, common)
    return plan
  }

  /// Replaces the ellipsis by whole slices and adds those that were left out at the end.
  private func expand(_ given: [ArrayIndex]) throws(ArrayError) -> [ArrayIndex] {
    var used = 0
    var ellipses = 0
    for index in given {
      switch index {
      case .at, .slice, .integers: used += 1
      case .mask(let mask): used += mask.dimensions
      case .newAxis: break
      case .ellipsis: ellipses += 1
      }
    }
    if used > dimensions { throw .tooManyIndices(given: used, dimensions: dimensions) }
    if ellipses > 1 { throw .badValue("an index can only have a single ellipsis ('...')") }
    let missing = [ArrayIndex](repeating: .slice(start: nil, stop: nil, step: nil), count: dimensions - used)
    guard ellipses == 1 else { return missing.isEmpty ? given : given + missing }
    var result: [ArrayIndex] = []
    for index in given {
      result.append(index)
      if case .ellipsis = index { result += missing }
    }
    return result
  }

  /// The indices as a contiguous int64 array of positions on an axis of `size`.
  private func indicesChecked(size: Int, axis: Int) throws(ArrayError) -> NDArray {
    if count == 0 { return try NDArray.allocate(shape, .int64) }
    guard dtype == .int64 else { throw .badIndex(dtype: dtype) }
    let result = try copy()
    try Cancellation.inBlocks(count) { block throws(ArrayError) in
      for i in block {
        let index = result.ints[i]
        let position = index < 0 ? index &+ size : index
        guard position >= 0 && position < size else { throw .indexOutOfRange(index: index, axis: axis, size: size) }
        result.ints[i] = position
      }
    }
    return result
  }

  /// The sums of index · stride over all index arrays, in C order of their common shape.
  private func combine(_ choosers: [Chooser], _ common: Dims) throws(ArrayError) -> NDArray {
    let result = try NDArray.allocate(common, .int64, zeroed: true)
    let sums = result.ints
    for chooser in choosers {
      let (source, stride) = (chooser.indices.ints, chooser.stride)
      let strides = chooser.indices.strides(broadcastTo: common)!
      try walkRows(common, common.contiguousStrides, strides) { to, from, count, toStep, fromStep in
        for i in 0..<count { sums[to &+ i &* toStep] &+= source[from &+ i &* fromStep] &* stride }
      }
    }
    return result
  }
}
