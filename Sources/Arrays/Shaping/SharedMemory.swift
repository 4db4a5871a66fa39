extension NDArray {
  /// `np.shares_memory`: whether an element of one lies where an element of the other does.
  public func sharesMemory(_ other: NDArray) throws(ArrayError) -> Bool {
    guard overlaps(other) else { return false }
    // Where the elements lie, in bytes from the first of the owner: sorted, so that the other's can be looked for.
    let places = try places().sorted(axis: 0)
    let found = try other.places().isIn(places)
    return try NDArray.reduce(.any, found) == .bool(true)
  }

  private func places() throws(ArrayError) -> NDArray {
    let offsets = try ElementOffsets(shape, strides).array()
    let start = bytes - root.bytes
    return try NDArray.apply(.add, NDArray.apply(.multiply, offsets, .int(dtype.itemSize)), .int(start))
  }
}
