import Arrays

/// The dropout on a layer's input: `A = X · mask / (1 - rate)`, and `dX = dA · mask / (1 - rate)` with the same mask.
enum Dropout {
  /// Draws a mask of 0 and 1/(1-rate) and applies it.
  static func forward(
    _ x: UnsafePointer<Double>, _ mask: UnsafeMutablePointer<Double>, _ a: UnsafeMutablePointer<Double>, count: Int,
    rate: Double, random: RandomState
  ) {
    let scale = 1 / (1 - rate)
    for i in 0..<count {
      mask[i] = random.randomSample() < rate ? 0 : scale
      a[i] = x[i] * mask[i]
    }
  }

  static func backward(_ mask: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { dx[i] *= mask[i] }
  }
}
