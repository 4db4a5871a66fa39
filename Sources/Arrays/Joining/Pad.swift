/// How `np.pad` fills the border.
public enum PadMode: String, CaseIterable, Sendable {
  case constant, edge, reflect, symmetric, wrap
}

extension NDArray {
  /// `np.pad`: a border of `widths[axis]` elements before and after each axis.
  public func padded(_ widths: [(before: Int, after: Int)], mode: PadMode, value: Scalar = .int(0)) throws(ArrayError)
    -> NDArray
  {
    precondition(widths.count == dimensions)
    var shape = shape
    for (axis, width) in widths.enumerated() {
      if width.before < 0 || width.after < 0 {
        throw .badValue("index can't contain negative values: the widths of the border")
      }
      let (sum, overflow) = shape[axis].addingReportingOverflow(width.before)
      let (total, overflowToo) = sum.addingReportingOverflow(width.after)
      if overflow || overflowToo { throw .tooLarge(shape: Array(shape)) }
      shape[axis] = total
    }
    if mode == .constant {
      let result = try NDArray.allocate(shape, dtype)
      try result.fill(value)
      var offset = 0
      for axis in 0..<dimensions { offset += widths[axis].before * result.strides[axis] }
      if count > 0 {
        try NDArray(viewing: result, shape: self.shape, strides: result.strides, offset: offset).write(
          self, strides: strides)
      }
      return result
    }
    _ = try NDArray.allocate(shape, dtype)
    var result = self
    for (axis, width) in widths.enumerated() where width.before > 0 || width.after > 0 {
      let extent = self.shape[axis]
      if extent == 0 { throw .badValue("an empty axis has no values to pad with; use mode='constant'") }
      result = try result.taking(shape[axis], axis: axis) { mode.source($0 - width.before, extent) }
    }
    return result.root === root ? try result.copy() : result
  }
}

extension PadMode {
  /// The position on an axis of `extent` elements that stands at `position`, which may lie outside.
  fileprivate func source(_ position: Int, _ extent: Int) -> Int {
    func modulo(_ value: Int, _ by: Int) -> Int { (value % by + by) % by }
    switch self {
    case .constant, .edge: return min(max(position, 0), extent - 1)
    case .wrap: return modulo(position, extent)
    case .symmetric:
      let folded = modulo(position, 2 * extent)
      return folded < extent ? folded : 2 * extent - 1 - folded
    case .reflect:
      if extent == 1 { return 0 }
      let folded = modulo(position, 2 * extent - 2)
      return folded < extent ? folded : 2 * extent - 2 - folded
    }
  }
}
