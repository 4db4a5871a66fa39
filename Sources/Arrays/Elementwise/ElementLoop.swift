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
  /// The axes outside of the rows, outermost first.
  var outer = Outer()

  struct Outer {
    var shape = Dims()
    var a = Dims()
    var b = Dims()
    var out = Dims()
  }

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
    for i in stride(from: kept - 1, to: 1, by: -1) {
      outer.shape.append(extents[i])
      outer.a.append(sa[i])
      outer.b.append(sb[i])
      outer.out.append(so[i])
    }
  }

  /// Calls `body` with the offsets of every plane of rows.
  @inline(__always)
  private func forEachPlane(_ body: (Int, Int, Int) -> Void) {
    var index = Dims(repeating: 0, count: outer.shape.count)
    var (a, b, out) = (0, 0, 0)
    while true {
      body(a, b, out)
      var axis = index.count - 1
      while axis >= 0 {
        index[axis] += 1
        a += outer.a[axis]
        b += outer.b[axis]
        out += outer.out[axis]
        let extent = outer.shape[axis]
        if index[axis] < extent { break }
        a -= outer.a[axis] * extent
        b -= outer.b[axis] * extent
        out -= outer.out[axis] * extent
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }

  /// `out = f(a, b)`, element by element.
  @inline(__always)
  func binary<T, R>(
    _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer, _ f: (T, T) -> R
  ) {
    let a = a.assumingMemoryBound(to: T.self)
    let b = b.assumingMemoryBound(to: T.self)
    let out = out.assumingMemoryBound(to: R.self)
    forEachPlane { offsetA, offsetB, offsetOut in
      var (pa, pb, po) = (a + offsetA, b + offsetB, out + offsetOut)
      for _ in 0..<rows {
        // The steps that matter have loops of their own, which the compiler turns into vector code.
        if stepOut == 1 && stepA == 1 && stepB == 1 {
          for i in 0..<n { po[i] = f(pa[i], pb[i]) }
        } else if stepOut == 1 && stepA == 1 && stepB == 0 {
          let y = pb[0]
          for i in 0..<n { po[i] = f(pa[i], y) }
        } else if stepOut == 1 && stepA == 0 && stepB == 1 {
          let x = pa[0]
          for i in 0..<n { po[i] = f(x, pb[i]) }
        } else {
          for i in 0..<n { po[i &* stepOut] = f(pa[i &* stepA], pb[i &* stepB]) }
        }
        pa += rowA
        pb += rowB
        po += rowOut
      }
    }
  }

  /// `out = f(a)`, element by element.
  @inline(__always)
  func unary<T, R>(_ a: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer, _ f: (T) -> R) {
    let a = a.assumingMemoryBound(to: T.self)
    let out = out.assumingMemoryBound(to: R.self)
    forEachPlane { offsetA, _, offsetOut in
      var (pa, po) = (a + offsetA, out + offsetOut)
      for _ in 0..<rows {
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
