extension NDArray {
  /// `a op b`, broadcast, in the dtype both promote to. `into` is an array nobody else refers to: if it fits, it takes the result.
  public static func apply(
    _ op: ArrayOperation, _ a: NDArray, _ b: NDArray, into target: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    let type = try op.computation(max(a.dtype, b.dtype))
    if a.dtype == type && b.dtype == type { return try combine(op, type, a, b, target) }
    return try combine(op, type, a.widened(type), b.widened(type), target)
  }

  /// Not inlined: the caller holds converted operands while their memory is read.
  @inline(never)
  private static func combine(
    _ op: ArrayOperation, _ type: DType, _ x: NDArray, _ y: NDArray, _ target: NDArray?
  ) throws(ArrayError) -> NDArray {
    let result: NDArray
    let isSameShape = x.shape == y.shape
    if target == nil && isSameShape {
      result = try allocate(like: x, op.result(type))
    } else {
      let shape = isSameShape ? x.shape : try Dims.broadcast(x.shape, y.shape, operation: op.text)
      result = try destination(shape, op.result(type), target, x, y)
    }
    if result.count == 0 { return result }
    if op == .power && type == .int64 { try y.refuseNegativeExponents() }
    try compute(op, type, ElementLoop(over: result.shape, x, y, result), x.bytes, y.bytes, result.bytes)
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
    if a.dtype == type { return try combine(op, type, a, b, scalarOnTheLeft: false, target) }
    return try combine(op, type, a.widened(type), b, scalarOnTheLeft: false, target)
  }

  @inline(never)
  private static func combine(
    _ op: ArrayOperation, _ type: DType, _ array: NDArray, _ number: Scalar, scalarOnTheLeft: Bool, _ target: NDArray?
  ) throws(ArrayError) -> NDArray {
    let result = try destination(like: array, op.result(type), target)
    if result.count == 0 { return result }
    let loop = ElementLoop(over: array, result, scalarOnTheLeft: scalarOnTheLeft)
    try withElement(number, type) { element throws(ArrayError) in
      let (x, y) = scalarOnTheLeft ? (element, array.bytes) : (array.bytes, element)
      try compute(op, type, loop, x, y, result.bytes)
    }
    return result
  }

  /// `a op b` of a number and an array.
  public static func apply(
    _ op: ArrayOperation, _ a: Scalar, _ b: NDArray, into target: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    let type = try op.computation(max(a.dtype, b.dtype))
    if op == .power && type == .int64 && b.dtype == .int64 { try b.refuseNegativeExponents() }
    if b.dtype == type { return try combine(op, type, b, a, scalarOnTheLeft: true, target) }
    return try combine(op, type, b.widened(type), a, scalarOnTheLeft: true, target)
  }

  /// `a op b` of NumPy's scalars.
  public static func apply(_ op: ArrayOperation, _ a: Scalar, _ b: Scalar) throws(ArrayError) -> Scalar {
    let type = try op.computation(max(a.dtype, b.dtype))
    if op == .power && type == .int64, b.double < 0 { throw .negativeExponent }
    return try withElement(a, type) { x throws(ArrayError) in
      try withElement(b, type) { y throws(ArrayError) in
        try compute(op, type, ElementLoop(flat: 1, stepA: 1, stepB: 1), x, y, x)
        return Scalar(op.result(type), at: x)
      }
    }
  }

  /// `f(a)`. `into` is an array nobody else refers to: if it fits, it takes the result.
  public static func apply(
    _ function: UnaryFunction, _ a: NDArray, into target: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    let type = try function.computation(a.dtype)
    if a.dtype == type { return try map(function, type, a, target) }
    return try map(function, type, a.widened(type), target)
  }

  @inline(never)
  private static func map(
    _ function: UnaryFunction, _ type: DType, _ x: NDArray, _ target: NDArray?
  ) throws(ArrayError) -> NDArray {
    let result = try destination(like: x, function.result(type), target)
    if result.count == 0 { return result }
    try compute(function, type, ElementLoop(over: x, result, scalarOnTheLeft: false), x.bytes, result.bytes)
    return result
  }

  /// `f(a)` of NumPy's scalar.
  public static func apply(_ function: UnaryFunction, _ a: Scalar) throws(ArrayError) -> Scalar {
    let type = try function.computation(a.dtype)
    return try withElement(a, type) { x throws(ArrayError) in
      try compute(function, type, ElementLoop(flat: 1, stepA: 1, stepB: 1), x, x)
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
    try walkRows(shape, strides, strides) { start, _, count, step, _ throws(ArrayError) in
      for i in 0..<count where ints[start &+ i &* step] < 0 { throw .negativeExponent }
    }
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

  /// The same for a result of the operand's shape.
  @inline(__always)
  static func destination(like x: NDArray, _ dtype: DType, _ target: NDArray?) throws(ArrayError) -> NDArray {
    target == nil ? try allocate(like: x, dtype) : try destination(x.shape, dtype, target, x, nil)
  }
}

extension ArrayError {
  static var negativeExponent: ArrayError { .badValue("ints to negative int powers are not allowed") }
}

extension ElementLoop {
  /// Two operands that broadcast to `shape`, the result's.
  @inline(__always)
  init(over shape: Dims, _ a: NDArray, _ b: NDArray, _ result: NDArray) {
    if a.isContiguous && b.isContiguous && result.isContiguous && a.count == result.count && b.count == result.count {
      self.init(flat: result.count, stepA: 1, stepB: 1)
    } else if shape.count == 2 {
      self.init(
        rows: shape[0], columns: shape[1], a: a.matrixSteps, b: b.matrixSteps,
        out: (result.strides[0], result.strides[1]))
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

extension NDArray {
  /// The steps between rows and between columns with which this array is read as a matrix it broadcasts to.
  @inline(__always)
  var matrixSteps: (Int, Int) {
    switch shape.count {
    case 2: (shape[0] == 1 ? 0 : strides[0], shape[1] == 1 ? 0 : strides[1])
    case 1: (0, shape[0] == 1 ? 0 : strides[0])
    default: (0, 0)
    }
  }
}

@inline(__always)
func compute(
  _ op: ArrayOperation, _ type: DType, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer,
  _ b: UnsafeMutableRawPointer, _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch type {
  case .bool: try computeBools(op, loop, a, b, out)
  case .int64: try computeInts(op, loop, a, b, out)
  case .float64: try computeFloats(op, loop, a, b, out)
  }
}

@inline(__always)
func compute(
  _ function: UnaryFunction, _ type: DType, _ loop: ElementLoop, _ a: UnsafeMutableRawPointer,
  _ out: UnsafeMutableRawPointer
) throws(ArrayError) {
  switch type {
  case .bool: try computeBools(function, loop, a, out)
  case .int64: try computeInts(function, loop, a, out)
  case .float64: try computeFloats(function, loop, a, out)
  }
}
