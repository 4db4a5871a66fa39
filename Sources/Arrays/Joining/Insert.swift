extension NDArray {
  /// `np.append`: `values` behind this array along an axis; without one, both flattened.
  public func appending(_ values: NDArray, axis: Int? = nil) throws(ArrayError) -> NDArray {
    try NDArray.concatenate([self, values], axis: axis)
  }

  /// `np.delete`: a copy without the positions along an axis (of the flattened array without one).
  public func deleting(_ positions: [Int], axis: Int? = nil) throws(ArrayError) -> NDArray {
    guard let axis else { return try raveled().deleting(positions, axis: 0) }
    let along = try NDArray.axis(axis, of: dimensions)
    let isKept = try NDArray.full([shape[along]], .bool(true), .bool)
    for position in positions {
      let index = position < 0 ? position + shape[along] : position
      guard index >= 0 && index < shape[along] else {
        throw .indexOutOfRange(index: position, axis: along, size: shape[along])
      }
      isKept.bools[index] = false
    }
    return try taking(isKept.flatNonzero(), axis: along)
  }

  /// `np.insert`: a copy with `values` inserted before the positions along an axis (of the flattened array without one). One position takes all
  /// the values; several take one each.
  public func inserting(_ values: NDArray, at positions: [Int], axis: Int? = nil) throws(ArrayError) -> NDArray {
    guard let axis else { return try raveled().inserting(values, at: positions, axis: 0) }
    let along = try NDArray.axis(axis, of: dimensions)
    let extent = shape[along]
    var targets: [Int] = []
    for position in positions {
      let index = position < 0 ? position + extent : position
      guard index >= 0 && index <= extent else { throw .indexOutOfRange(index: position, axis: along, size: extent) }
      targets.append(index)
    }
    var values = try values.elements(of: dtype)
    var inserted = targets.count
    if positions.count == 1 {
      // A vector inserted at one place fills the new slice; with an axis first, it is that many slices.
      if values.dimensions == 0 { values = try values.reshaped([1]) }
      if dimensions == 1 {
        inserted = values.count
      } else if values.dimensions < dimensions {
        values = try values.expanded([0]).movingAxes([0], to: [Swift.min(along, values.dimensions)])
        inserted = 1
      } else {
        inserted = values.shape[values.dimensions - dimensions + along]
      }
      targets = [Int](repeating: targets[0], count: inserted)
    }
    let order = targets.indices.sorted { (targets[$0], $0) < (targets[$1], $1) }
    let isNew = try NDArray.allocate([extent + inserted], .bool, zeroed: true)
    var places = [Int](repeating: 0, count: inserted)
    for (rank, i) in order.enumerated() {
      places[i] = targets[i] + rank
      isNew.bools[places[i]] = true
    }
    var shape = shape
    shape[along] = extent + inserted
    let result = try NDArray.allocate(shape, dtype)
    let whole = [ArrayIndex](repeating: .slice(start: nil, stop: nil, step: nil), count: along)
    try result.setItem(whole + [.integers(NDArray.apply(.logicalNot, isNew).flatNonzero())], to: self)
    try result.setItem(whole + [.integers(NDArray(places))], to: values)
    return result
  }
}
