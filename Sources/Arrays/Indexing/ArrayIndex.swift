/// One of the indices between the brackets of `a[…]`.
public enum ArrayIndex {
  case at(Int)
  case slice(start: Int?, stop: Int?, step: Int?)
  case newAxis
  case ellipsis
  /// An int64 array, or an empty one of any dtype.
  case integers(NDArray)
  case mask(NDArray)
}

/// The elements a slice takes from an axis: the first, the step, how many. Python's clipping.
public struct SliceExtent: Equatable {
  public let start: Int
  public let step: Int
  public let count: Int

  /// `start:stop:step` of an axis of `size` elements.
  public init(start: Int?, stop: Int?, step: Int?, size: Int) throws(ArrayError) {
    let step = step ?? 1
    if step == 0 { throw .badValue("the step of a slice must not be 0") }
    func clip(_ index: Int, _ low: Int, _ high: Int) -> Int {
      let position = index < 0 ? index + size : index
      return Swift.min(Swift.max(position, low), high)
    }
    self.step = step
    if step > 0 {
      let first = start.map { clip($0, 0, size) } ?? 0
      let end = stop.map { clip($0, 0, size) } ?? size
      self.start = first
      count = end > first ? (end - first - 1) / step + 1 : 0
    } else {
      let first = start.map { clip($0, -1, size - 1) } ?? size - 1
      let end = stop.map { clip($0, -1, size - 1) } ?? -1
      self.start = first
      count = end < first ? Int((first - end - 1).magnitude / step.magnitude) + 1 : 0
    }
  }
}
