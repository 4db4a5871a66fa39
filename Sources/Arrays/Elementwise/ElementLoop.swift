/// The order in which an elementwise operation walks its operands and its result: a small odometer over the outer axes, then
/// `rows` times an inner loop of `n` elements. Axes that lie one after the other in all three are joined; strides count elements.
struct ElementLoop {
  var n: Int
  var stepA: Int
  var stepB: Int
  var stepOut: Int
  var rows = 1
  var rowA = 0
  var rowB = 0
  var rowOut = 0
  /// How many times that is done, once for every position on the axes outside of the rows.
  var planes = 1
  var outer: OuterAxes?

  /// One run over `n` elements that lie one after the other in the result; an operand's step is 1, or 0 for a scalar.
  @inline(__always)
  init(flat n: Int, stepA: Int, stepB: Int) {
    self.n = n
    self.stepA = stepA
    self.stepB = stepB
    stepOut = 1
  }

  /// A walk over `shape`. The strides are those of each operand, broadcast to it.
  init(_ shape: Dims, a: Dims, b: Dims, out: Dims) {
    var kept = 0
    var extents = Dims(repeating: 0, count: shape.count)
    var (sa, sb, so) = (extents, extents, extents)
    // Innermost first.
    for axis in stride(from: shape.count - 1, through: 0, by: -1) {
      let extent = shape[axis]
      if extent == 1 { continue }
      if kept > 0 {
        let last = kept - 1
        let size = extents[last]
        if sa[last] * size == a[axis] && sb[last] * size == b[axis] && so[last] * size == out[axis] {
          extents[last] = size * extent
          continue
        }
      }
      extents[kept] = extent
      sa[kept] = a[axis]
      sb[kept] = b[axis]
      so[kept] = out[axis]
      kept += 1
    }
    (n, stepA, stepB, stepOut) = kept > 0 ? (extents[0], sa[0], sb[0], so[0]) : (1, 1, 1, 1)
    if kept > 1 { (rows, rowA, rowB, rowOut) = (extents[1], sa[1], sb[1], so[1]) }
    if kept > 2 {
      let axes = OuterAxes()
      for i in stride(from: kept - 1, to: 1, by: -1) { axes.append(extents[i], sa[i], sb[i], so[i]) }
      planes = axes.shape.product
      outer = axes
    }
  }

  /// A walk over a matrix; the steps are those between rows and between columns, 0 where an operand is repeated.
  @inline(__always)
  init(rows m: Int, columns: Int, a: (Int, Int), b: (Int, Int), out: (Int, Int)) {
    if columns == 1 {
      (n, stepA, stepB, stepOut) = (m, a.0, b.0, out.0)
    } else {
      (n, stepA, stepB, stepOut) = (columns, a.1, b.1, out.1)
      if m == 1 { return }
      if a.0 == a.1 &* columns && b.0 == b.1 &* columns && out.0 == out.1 &* columns {
        n = m &* columns
      } else {
        (rows, rowA, rowB, rowOut) = (m, a.0, b.0, out.0)
      }
    }
  }

  /// Calls `body` with the offsets at which parts of the walk begin: `height` rows of `count` elements each.
  @inline(__always)
  private func forEachPart(
    _ body: (_ a: Int, _ b: Int, _ out: Int, _ height: Int, _ count: Int) -> Void
  ) throws(ArrayError) {
    var offsets = (0, 0, 0)
    var pace = Cancellation.Pace()
    for plane in 0..<planes {
      try Cancellation.inParts(rows: rows, n) { row, start, height, count in
        body(
          offsets.0 &+ row &* rowA &+ start &* stepA, offsets.1 &+ row &* rowB &+ start &* stepB,
          offsets.2 &+ row &* rowOut &+ start &* stepOut, height, count)
      }
      if plane &+ 1 < planes {
        offsets = outer!.advance()
        try pace.step(rows &* n)
      }
    }
  }

  /// `out = f(a, b)`, element by element.
  @inline(__always)
  func binary<T, R>(
    _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer, _ f: (T, T) -> R
  ) throws(ArrayError) {
    let a = a.assumingMemoryBound(to: T.self)
    let b = b.assumingMemoryBound(to: T.self)
    let out = out.assumingMemoryBound(to: R.self)
    try forEachPart { offsetA, offsetB, offsetOut, height, n in
      var (pa, pb, po) = (a + offsetA, b + offsetB, out + offsetOut)
      func nextRow() {
        pa += rowA
        pb += rowB
        po += rowOut
      }
      // The steps that matter have loops of their own, which the compiler turns into vector code.
      if stepOut == 1 && stepA == 1 && stepB == 1 {
        for _ in 0..<height {
          for i in 0..<n { po[i] = f(pa[i], pb[i]) }
          nextRow()
        }
      } else if stepOut == 1 && stepA == 1 && stepB == 0 {
        for _ in 0..<height {
          let y = pb[0]
          for i in 0..<n { po[i] = f(pa[i], y) }
          nextRow()
        }
      } else if stepOut == 1 && stepA == 0 && stepB == 1 {
        for _ in 0..<height {
          let x = pa[0]
          for i in 0..<n { po[i] = f(x, pb[i]) }
          nextRow()
        }
      } else {
        for _ in 0..<height {
          for i in 0..<n { po[i &* stepOut] = f(pa[i &* stepA], pb[i &* stepB]) }
          nextRow()
        }
      }
    }
  }

  /// `out = f(a)`, element by element.
  @inline(__always)
  func unary<T, R>(
    _ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer, _ f: (T) -> R
  ) throws(ArrayError) {
    let a = a.assumingMemoryBound(to: T.self)
    let out = out.assumingMemoryBound(to: R.self)
    try forEachPart { offsetA, _, offsetOut, height, n in
      var (pa, po) = (a + offsetA, out + offsetOut)
      for _ in 0..<height {
        if stepOut == 1 && stepA == 1 {
          for i in 0..<n { po[i] = f(pa[i]) }
        } else {
          for i in 0..<n { po[i &* stepOut] = f(pa[i &* stepA]) }
        }
        pa += rowA
        po += rowOut
      }
    }
  }
}
