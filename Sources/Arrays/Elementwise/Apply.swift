extension NDArray {
  /// `a op b`, broadcast, in the dtype both promote to. `into` is an array nobody else refers to: if it fits, it takes the result.
  public static func apply(
    _ op: ArrayOperation, _ a: NDArray, _ b: NDArray, into target: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    let type = try op.computation(max(a.dtype, b.dtype))
    let x = try a.widened(type)
    let y = try b.widened(type)
    defer { keepAlive(x, y) }
    let shape = x.shape == y.shape ? x.shape : try Dims.broadcast(a.shape, b.shape, operation: op.text)
    if op == .power && type == .int64 && shape.product > 0 { try y.refuseNegativeExponents() }
    let result = try destination(shape, op.result(type), target, x, y)
    if result.count == 0 { return result }
    let loop = ElementLoop(over: shape, x, y, result)
    compute(op, type, loop, x.bytes, y.bytes, result.bytes)
    return result
  }

  /// `a op b` with a number.
  public static func apply(
    _ op: ArrayOperation, _ a: NDArray, _ b: Scalar, into target: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    let type = try op.computation(max(a.dtype, b.dtype))
    if op == .power {
      if type == .int64, case .int(let exponent) = b, exponent < 0, a.count > 0 { throw .negativeExponent }
      if type == .float64, a.dtype == .float64, let result = try simplePower(a, b.double, into: target) {
        return result
      }
    }
    let x = try a.widened(type)
    defer { keepAlive(x) }
    let result = try destination(x.shape, op.result(type), target, x, nil)
    if result.count == 0 { return result }
    return withElement(b, type) { y in
      compute(op, type, ElementLoop(over: x, result, scalarOnTheLeft: false), x.bytes, y, result.bytes)
      return result
    }
  }

  /// `a op b` of a number and an array.
  public static func apply(
    _ op: ArrayOperation, _ a: Scalar, _ b: NDArray, into target: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    let type = try op.computation(max(a.dtype, b.dtype))
    let y = try b.widened(type)
    defer { keepAlive(y) }
    if op == .power && type == .int64 { try y.refuseNegativeExponents() }
    let result = try destination(y.shape, op.result(type), target, y, nil)
    if result.count == 0 { return result }
    return withElement(a, type) { x in
      compute(op, type, ElementLoop(over: y, result, scalarOnTheLeft: true), x, y.bytes, result.bytes)
      return result
    }
  }

  /// `a op b` of NumPy's scalars.
  public static func apply(_ op: ArrayOperation, _ a: Scalar, _ b: Scalar) throws(ArrayError) -> Scalar {
    let type = try op.computation(max(a.dtype, b.dtype))
    if op == .power && type == .int64, b.double < 0 { throw .negativeExponent }
    return withElement(a, type) { x in
      withElement(b, type) { y in
        compute(op, type, ElementLoop(flat: 1, stepA: 1, stepB: 1), x, y, x)
        return Scalar(op.result(type), at: x)
      }
    }
  }

  /// `f(a)`. `into` is an array nobody else refers to: if it fits, it takes the result.
  public static func apply(
    _ function: UnaryFunction, _ a: NDArray, into target: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    let type = try function.computation(a.dtype)
    let x = try a.widened(type)
    defer { keepAlive(x) }
    let result = try destination(x.shape, function.result(type), target, x, nil)
    if result.count == 0 { return result }
    compute(function, type, ElementLoop(over: x, result, scalarOnTheLeft: false), x.bytes, result.bytes)
    return result
  }

  /// `f(a)` of NumPy's scalar.
  public static func apply(_ function: UnaryFunction, _ a: Scalar) throws(ArrayError) -> Scalar {
    let type = try function.computation(a.dtype)
    return withElement(a, type) { x in
      compute(function, type, ElementLoop(flat: 1, stepA: 1, stepB: 1), x, x)
      return Scalar(function.result(type), at: x)
    }
  }

  /// `x ** 2` and the like, for which NumPy does not call `pow`.
  private static func simplePower(_ a: NDArray, _ exponent: Double, into target: NDArray?) throws(ArrayError)
    -> NDArray?
  {
    switch exponent {
    case 2: try apply(.square, a, into: target)
    case 0.5: try apply(.sqrt, a, into: target)
    case 1: try apply(.positive, a, into: target)
    case -1: try apply(.reciprocal, a, into: target)
    default: nil
    }
  }

  func refuseNegativeExponents() throws(ArrayError) {
    var negative = false
    forEachOffset { if ints[$0] < 0 { negative = true } }
    if negative { throw .negativeExponent }
  }

  /// Where a result goes: `target` if it is fit to take it, else a new array.
  @inline(__always)
  static func destination(
    _ shape: Dims, _ dtype: DType, _ target: NDArray?, _ x: NDArray, _ y: NDArray?
  ) throws(ArrayError) -> NDArray {
    if let target, target.dtype == dtype, target.isContiguous, !target.isReadOnly, target.shape == shape,
      target === x || !target.overlaps(x), y == nil || target === y || !target.overlaps(y!)
    {
      return target
    }
    return try allocate(shape, dtype)
  }
}

extension ArrayError {
  static var negativeExponent: ArrayError { .badValue("ints to negative int powers are not allowed") }
}

extension ElementLoop {
  /// Two operands and a result of `shape`, contiguous.
  @inline(__always)
  init(over shape: Dims, _ a: NDArray, _ b: NDArray, _ result: NDArray) {
    if a.isContiguous && b.isContiguous && a.count == result.count && b.count == result.count {
      self.init(flat: result.count, stepA: 1, stepB: 1)
    } else {
      self.init(shape, a: a.strides(broadcastTo: shape)!, b: b.strides(broadcastTo: shape)!, out: result.strides)
    }
  }

  /// One array, of the result's shape, and a number.
  @inline(__always)
  init(over a: NDArray, _ result: NDArray, scalarOnTheLeft: Bool) {
    if a.isContiguous && result.isContiguous {
      self.init(flat: result.count, stepA: scalarOnTheLeft ? 0 : 1, stepB: scalarOnTheLeft ? 1 : 0)
    } else {
      let none = Dims(repeating: 0, count: a.shape.count)
      self.init(
        a.shape, a: scalarOnTheLeft ? none : a.strides, b: scalarOnTheLeft ? a.strides : none, out: result.strides)
    }
  }
}

@inline(__always)
func compute(
  _ op: ArrayOperation, _ type: DType, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer,
  _ b: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) {
  switch type {
  case .bool: computeBools(op, loop, a, b, out)
  case .int64: computeInts(op, loop, a, b, out)
  case .float64: computeFloats(op, loop, a, b, out)
  }
}

@inline(__always)
func compute(
  _ function: UnaryFunction, _ type: DType, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer,
  _ out: UnsafeMutableRawPointer
) {
  switch type {
  case .bool: computeBools(function, loop, a, out)
  case .int64: computeInts(function, loop, a, out)
  case .float64: computeFloats(function, loop, a, out)
  }
}
