extension MersenneTwister {
  /// The smallest 2ᵏ−1 that is at least `limit`.
  @inline(__always)
  static func mask(_ limit: UInt64) -> UInt64 { limit == 0 ? 0 : UInt64.max >> UInt64(limit.leadingZeroBitCount) }

  /// An integer in 0...limit: bits under the mask are drawn until they are at most `limit`, 32 at a time where that is enough.
  @inline(__always)
  mutating func next(upTo limit: UInt64, mask: UInt64) -> UInt64 {
    if limit == 0 { return 0 }
    var value: UInt64
    if limit <= 0xffff_ffff {
      repeat { value = UInt64(next32()) & mask } while value > limit
    } else {
      repeat { value = next64() & mask } while value > limit
    }
    return value
  }

  mutating func next(upTo limit: Int) -> Int {
    Int(next(upTo: UInt64(limit), mask: MersenneTwister.mask(UInt64(limit))))
  }
}

extension RandomState {
  /// An integer in low..<high. Throws if there is none.
  public func randint(_ low: Int, _ high: Int) throws -> Int {
    let limit = try span(low, high)
    return low &+ Int(truncatingIfNeeded: state.twister.next(upTo: limit, mask: MersenneTwister.mask(limit)))
  }

  /// Integers in low..<high, int64.
  public func randint(_ low: Int, _ high: Int, size shape: Dims) throws -> NDArray {
    let array = try result(shape, .int64)
    if array.count == 0 { return array }
    let limit = try span(low, high)
    let mask = MersenneTwister.mask(limit)
    let out = array.ints
    var twister = state.twister
    state.twister.key = []
    defer { state.twister = twister }
    try Cancellation.inBlocks(array.count) { block in
      for i in block { out[i] = low &+ Int(truncatingIfNeeded: twister.next(upTo: limit, mask: mask)) }
    }
    return array
  }

  private func span(_ low: Int, _ high: Int) throws -> UInt64 {
    guard low < high else { throw ArrayError.badValue("low >= high") }
    return UInt64(bitPattern: Int64(high &- 1 &- low))
  }
}
