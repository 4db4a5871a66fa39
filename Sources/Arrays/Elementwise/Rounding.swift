import Glibc

extension NDArray {
  /// `np.round(a, decimals)`: halves go to the even neighbour; scaled by a power of ten, rounded, scaled back, as NumPy does it.
  public static func round(_ a: NDArray, decimals: Int = 0) throws(ArrayError) -> NDArray {
    if a.dtype != .float64 && decimals >= 0 { return try a.widenedCopy(max(a.dtype, .int64)) }
    if decimals == 0 { return try apply(.rint, a) }
    let scale = Scalar.float(pow(10, Double(decimals.magnitude)))
    let (there, back): (ArrayOperation, ArrayOperation) = decimals > 0 ? (.multiply, .divide) : (.divide, .multiply)
    let scaled = try apply(there, a, scale)
    try applyInPlace(.rint, scaled)
    try applyInPlace(back, scaled, scale)
    if a.dtype == .float64 { return scaled }
    let result = try allocate(a.shape, .int64)
    for i in 0..<result.count { result.ints[i] = Int(exactly: scaled.doubles[i]) ?? 0 }
    return result
  }
}
