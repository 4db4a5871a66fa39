/// What a float is as an int64: towards zero; NaN and what does not fit are the smallest int, as x86 and NumPy have it.
@inlinable @inline(__always)
public func castToInt(_ value: Double) -> Int {
  value >= -9223372036854775808.0 && value < 9223372036854775808.0 ? Int(value) : Int.min
}

extension Scalar {
  /// The value as an element of `dtype`, as an assignment into such an array converts it.
  public func cast(to dtype: DType) -> Scalar {
    switch (self, dtype) {
    case (.bool, .bool), (.int, .int64), (.float, .float64): self
    case (.bool(let value), .int64): .int(value ? 1 : 0)
    case (.int(let value), .bool): .bool(value != 0)
    case (.float(let value), .int64): .int(castToInt(value))
    case (.float(let value), .bool): .bool(value != 0)
    case (_, .float64): .float(double)
    }
  }
}

extension NDArray {
  /// `astype`: a new contiguous array of the same values. NaN and infinities become the smallest int, as in NumPy.
  public func cast(to dtype: DType) throws(ArrayError) -> NDArray {
    let result = try NDArray.allocate(shape, dtype)
    result.write(self, strides: strides)
    return result
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
  func write(_ source: NDArray, strides: Dims) {
    switch (source.dtype, dtype) {
    case (.bool, .bool): convert(source.bools, strides, bools) { $0 }
    case (.bool, .int64): convert(source.bools, strides, ints) { $0 ? 1 : 0 }
    case (.bool, .float64): convert(source.bools, strides, doubles) { $0 ? 1 : 0 }
    case (.int64, .bool): convert(source.ints, strides, bools) { $0 != 0 }
    case (.int64, .int64): convert(source.ints, strides, ints) { $0 }
    case (.int64, .float64): convert(source.ints, strides, doubles) { Double($0) }
    case (.float64, .bool): convert(source.doubles, strides, bools) { $0 != 0 }
    case (.float64, .int64): convert(source.doubles, strides, ints) { castToInt($0) }
    case (.float64, .float64): convert(source.doubles, strides, doubles) { $0 }
    }
  }

  @inline(__always)
  private func convert<S, D>(
    _ source: UnsafeMutablePointer<S>, _ sourceStrides: Dims, _ target: UnsafeMutablePointer<D>, _ body: (S) -> D
  ) {
    walkRows(shape, sourceStrides, strides) { from, to, count, fromStep, toStep in
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
