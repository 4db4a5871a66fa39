/// The order in which a reduction walks its array: that of the memory, largest stride outside, as NumPy's iterator sorts it.
/// Axes that lie one after the other in array and result are joined.
struct ReduceLoop {
  /// Outermost first; 0 in `out` marks a reduced axis.
  var outer = Dims()
  var outerIn = Dims()
  var outerOut = Dims()
  /// `rows` times `n` elements are the two inner levels.
  var rows = 1
  var rowIn = 0
  var rowOut = 0
  var n = 1
  var stepIn = 1
  var stepOut = 0
  /// Number of elements of the result.
  let count: Int
  let isEmpty: Bool

  init(_ a: NDArray, _ axes: AxisSet, _ result: NDArray, keepdims: Bool) {
    count = result.count
    isEmpty = a.count == 0
    // The axes, innermost first.
    var extents = Dims()
    var ins = Dims()
    var outs = Dims()
    var position = result.dimensions - 1
    for axis in stride(from: a.dimensions - 1, through: 0, by: -1) {
      let reduced = axes.contains(axis)
      if a.shape[axis] != 1 {
        extents.append(a.shape[axis])
        ins.append(a.strides[axis])
        outs.append(reduced ? 0 : result.strides[position])
      }
      if !reduced || keepdims { position -= 1 }
    }
    if a.dimensions > 1 { ReduceLoop.sort(&extents, &ins, &outs) }
    var kept = 0
    for i in 0..<extents.count {
      if kept > 0, ins[kept - 1] * extents[kept - 1] == ins[i], outs[kept - 1] * extents[kept - 1] == outs[i] {
        extents[kept - 1] *= extents[i]
        continue
      }
      (extents[kept], ins[kept], outs[kept]) = (extents[i], ins[i], outs[i])
      kept += 1
    }
    if kept > 0 { (n, stepIn, stepOut) = (extents[0], ins[0], outs[0]) }
    if kept > 1 { (rows, rowIn, rowOut) = (extents[1], ins[1], outs[1]) }
    for i in stride(from: kept - 1, to: 1, by: -1) {
      outer.append(extents[i])
      outerIn.append(ins[i])
      outerOut.append(outs[i])
    }
  }

  /// Insertion sort by stride, smallest first; a stride of 0 compares with none.
  private static func sort(_ extents: inout Dims, _ ins: inout Dims, _ outs: inout Dims) {
    for i in 1..<Swift.max(extents.count, 1) {
      var target = i
      for j in stride(from: i - 1, through: 0, by: -1) {
        if ins[i] == 0 || ins[j] == 0 { continue }
        if ins[i].magnitude >= ins[j].magnitude { break }
        target = j
      }
      for j in stride(from: i, to: target, by: -1) {
        extents.swapAt(j, j - 1)
        ins.swapAt(j, j - 1)
        outs.swapAt(j, j - 1)
      }
    }
  }

  /// Reduces. `run` folds the elements of a reduced inner axis into a value, at most `longest` of them at once; `fold` one element into the value so far.
  @inline(__always)
  func reduce<T, R>(
    _ a: UnsafeMutableRawPointer, _ result: UnsafeMutableRawPointer, from start: R, longest: Int = Cancellation.stride,
    run: (R, UnsafeMutablePointer<T>, Int, Int) throws(ArrayError) -> R,
    fold: (R, T) -> R
  ) throws(ArrayError) {
    let a = a.assumingMemoryBound(to: T.self)
    let result = result.assumingMemoryBound(to: R.self)
    for i in 0..<count { result[i] = start }
    if isEmpty { return }
    var index = Dims(repeating: 0, count: outer.count)
    var (pa, po) = (a, result)
    var pace = Cancellation.Pace()
    while true {
      try Cancellation.inParts(rows: rows, n, longest: stepOut == 0 ? longest : Cancellation.stride) {
        row, start, height, count throws(ArrayError) in
        var from = pa + (row &* rowIn &+ start &* stepIn)
        var to = po + (row &* rowOut &+ start &* stepOut)
        if stepOut == 0 {
          for _ in 0..<height {
            to[0] = try run(to[0], from, count, stepIn)
            from += rowIn
            to += rowOut
          }
        } else if stepOut == 1 && stepIn == 1 {
          for _ in 0..<height {
            for i in 0..<count { to[i] = fold(to[i], from[i]) }
            from += rowIn
            to += rowOut
          }
        } else {
          for _ in 0..<height {
            for i in 0..<count { to[i &* stepOut] = fold(to[i &* stepOut], from[i &* stepIn]) }
            from += rowIn
            to += rowOut
          }
        }
      }
      var axis = index.count - 1
      while axis >= 0 {
        index[axis] += 1
        pa += outerIn[axis]
        po += outerOut[axis]
        if index[axis] < outer[axis] { break }
        pa -= outerIn[axis] * outer[axis]
        po -= outerOut[axis] * outer[axis]
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
      try pace.step(rows &* n)
    }
  }
}
