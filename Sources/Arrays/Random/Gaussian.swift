import Glibc

extension RandomState.State {
  /// A standard normal number by Marsaglia's polar method; every second one is the partner of the one before.
  mutating func nextGauss() -> Double {
    if let kept = gauss {
      gauss = nil
      return kept
    }
    var x1: Double
    var x2: Double
    var square: Double
    repeat {
      x1 = 2.0 * twister.nextDouble() - 1.0
      x2 = 2.0 * twister.nextDouble() - 1.0
      square = x1 * x1 + x2 * x2
    } while square >= 1.0 || square == 0.0
    let factor = sqrt(-2.0 * log(square) / square)
    gauss = factor * x1
    return factor * x2
  }
}

extension RandomState {
  /// A standard normal number: `randn`, `standard_normal`.
  public func standardNormal() -> Double { state.nextGauss() }

  public func standardNormal(_ shape: Dims) throws -> NDArray {
    try fill(shape) { $0.nextGauss() }
  }

  /// `loc + scale · gauss`. Throws if `scale` is negative.
  public func normal(_ loc: Double = 0, _ scale: Double = 1) throws -> Double {
    try check(scale: scale)
    return loc + scale * state.nextGauss()
  }

  public func normal(_ loc: Double = 0, _ scale: Double = 1, size shape: Dims) throws -> NDArray {
    try check(scale: scale)
    return try fill(shape) { loc + scale * $0.nextGauss() }
  }

  /// An exponential number of mean `scale`: `−scale · log(1 − u)`.
  public func exponential(_ scale: Double = 1) throws -> Double {
    try check(scale: scale)
    return scale * -log(1.0 - randomSample())
  }

  public func exponential(_ scale: Double = 1, size shape: Dims) throws -> NDArray {
    try check(scale: scale)
    return try fill(shape) { scale * -log(1.0 - $0.twister.nextDouble()) }
  }

  private func check(scale: Double) throws {
    // NaN passes, a negative zero does not, as in NumPy.
    if scale.sign == .minus && !scale.isNaN { throw ArrayError.badValue("scale < 0") }
  }
}
