extension NDArray {
  /// The sum of all elements that lie in several runs. NumPy copies them into a buffer of 8192, which it fills with whole inner
  /// axes, and sums buffer by buffer; so does this, for the same order of additions.
  static func scatteredSum(_ a: NDArray, _ loop: ReduceLoop) throws(ArrayError) -> Double {
    var (shape, strides) = (loop.outer, loop.outerIn)
    shape.append(loop.rows)
    shape.append(loop.n)
    strides.append(loop.rowIn)
    strides.append(loop.stepIn)
    let copy = try NDArray(viewing: a, shape: shape, strides: strides, offset: 0).widenedCopy(.float64)
    defer { keepAlive(copy) }
    var core = 1
    for extent in shape.reversed() {
      if core > 1 && core * extent > 8192 { break }
      core *= extent
    }
    let chunk = core >= 8192 ? core : 8192 / core * core
    var sum = 0.0
    var start = 0
    while start < copy.count {
      sum += try pairwiseSum(copy.doubles + start, min(chunk, copy.count - start), 1)
      start += chunk
    }
    return sum
  }
}
