extension RandomState {
  /// A number in [0, 1): `random_sample`, `random`, `rand`.
  public func randomSample() -> Double { state.twister.nextDouble() }

  /// Numbers in [0, 1).
  public func randomSample(_ shape: Dims) throws -> NDArray {
    try fill(shape) { $0.twister.nextDouble() }
  }

  /// A number in [0, 1).
  public func uniform() -> Double { randomSample() }

  /// A number in [low, high), from `low + (high − low)·u`.
  public func uniform(_ low: Double, _ high: Double) throws -> Double {
    let range = try checkedRange(low, high)
    return low + range * randomSample()
  }

  public func uniform(_ low: Double = 0, _ high: Double = 1, size shape: Dims) throws -> NDArray {
    let range = try checkedRange(low, high)
    return try fill(shape) { low + range * $0.twister.nextDouble() }
  }

  private func checkedRange(_ low: Double, _ high: Double) throws -> Double {
    guard (high - low).isFinite else { throw ArrayError.badValue("Range exceeds valid bounds") }
    return high - low
  }

  /// An array filled with draws in C order.
  @inline(__always)
  func fill(_ shape: Dims, _ draw: (inout State) -> Double) throws -> NDArray {
    let array = try result(shape, .float64)
    let out = array.doubles
    // The state is moved out and back, so that its words are not copied and access is not checked at each draw.
    var local = state
    state.twister.key = []
    defer { state = local }
    try Cancellation.inBlocks(array.count) { block in for i in block { out[i] = draw(&local) } }
    return array
  }
}
