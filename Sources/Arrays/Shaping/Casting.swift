/// Whether a float, cut off at the point, is an int64: NaN, infinities and larger numbers are none.
@inlinable @inline(__always)
public func fitsInt(_ value: Double) -> Bool { value >= -0x1p63 && value < 0x1p63 }

/// What `astype` makes of a float: towards zero; NaN and what does not fit are the smallest int, as x86 and NumPy have it. Everything else converts
/// with ``checkedInt(_:)``, which refuses them.
@inlinable @inline(__always)
public func castToInt(_ value: Double) -> Int { fitsInt(value) ? Int(value) : Int.min }

/// A float as an int64, towards zero: as an element of an int array, a size, a position.
@inlinable @inline(__always)
public func checkedInt(_ value: Double) throws(ArrayError) -> Int {
  guard fitsInt(value) else { throw .notAnInt(value) }
  return Int(value)
}

extension Scalar {
  /// The value as an element of `dtype`, as an assignment into such an array converts it.
  public func element(of dtype: DType) throws(ArrayError) -> Scalar {
    switch (self, dtype) {
    case (.bool, .bool), (.int, .int64), (.float, .float64): self
    case (.bool(let value), .int64): .int(value ? 1 : 0)
    case (.int(let value), .bool): .bool(value != 0)
    case (.float(let value), .int64): .int(try checkedInt(value))
    case (.float(let value), .bool): .bool(value != 0)
    case (_, .float64): .float(double)
    }
  }
}

extension NDArray {
  /// `astype`: a new contiguous array of the same values. NaN and infinities become the smallest int, as in NumPy.
  public func cast(to dtype: DType) throws(ArrayError) -> NDArray {
    let result = try NDArray.allocate(shape, dtype)
    try result.write(self, strides: strides)
    return result
  }

  /// As elements of an array of `dtype`: what ``cast(to:)`` gives, but floats that are no ints are refused.
  public func elements(of dtype: DType) throws(ArrayError) -> NDArray {
    try checkElements(of: dtype)
    return try casting(to: dtype)
  }

  /// Refuses floats that cannot be elements of an array of `dtype`.
  func checkElements(of dtype: DType) throws(ArrayError) {
    guard self.dtype == .float64 && dtype == .int64 else { return }
    try walkRows(shape, strides, strides) { start, _, count, step, _ throws(ArrayError) in
      for i in 0..<count where !fitsInt(doubles[start &+ i &* step]) { throw .notAnInt(doubles[start &+ i &* step]) }
    }
  }

  /// The array itself if it has this dtype, else a cast copy.
  public func casting(to dtype: DType) throws(ArrayError) -> NDArray {
    self.dtype == dtype ? self : try cast(to: dtype)
  }

  /// A new contiguous array of the same values.
  public func copy() throws(ArrayError) -> NDArray { try cast(to: dtype) }

  /// The array itself if its elements lie in C order, else a copy.
  public func contiguous() throws(ArrayError) -> NDArray { isContiguous ? self : try copy() }

  /// Writes every element of this array from `source`, read with `strides` at this array's shape. The memory must not overlap.
  func write(_ source: NDArray, strides: Dims) throws(ArrayError) {
    switch (source.dtype, dtype) {
    case (.bool, .bool): try convert(source.bools, strides, bools) { $0 }
    case (.bool, .int64): try convert(source.bools, strides, ints) { $0 ? 1 : 0 }
    case (.bool, .float64): try convert(source.bools, strides, doubles) { $0 ? 1 : 0 }
    case (.int64, .bool): try convert(source.ints, strides, bools) { $0 != 0 }
    case (.int64, .int64): try convert(source.ints, strides, ints) { $0 }
    case (.int64, .float64): try convert(source.ints, strides, doubles) { Double($0) }
    case (.float64, .bool): try convert(source.doubles, strides, bools) { $0 != 0 }
    case (.float64, .int64): try convert(source.doubles, strides, ints) { castToInt($0) }
    case (.float64, .float64): try convert(source.doubles, strides, doubles) { $0 }
    }
  }

  @inline(__always)
  private func convert<S, D>(
    _ source: UnsafeMutablePointer<S>, _ sourceStrides: Dims, _ target: UnsafeMutablePointer<D>, _ body: (S) -> D
  ) throws(ArrayError) {
    try walkRows(shape, sourceStrides, strides) { from, to, count, fromStep, toStep in
      let (source, target) = (source + from, target + to)
      if fromStep == 1 && toStep == 1 {
        for i in 0..<count { target[i] = body(source[i]) }
      } else if fromStep == 0 && toStep == 1 {
        let value = body(source[0])
        for i in 0..<count { target[i] = value }
      } else {
        for i in 0..<count { target[i &* toStep] = body(source[i &* fromStep]) }
      }
    }
  }
}
