/// The random numbers the engine draws. NumPy's legacy generator is one.
public protocol RandomSource: AnyObject {
  /// One draw of the normal distribution with mean 0 and deviation 1.
  func standardNormal() -> Double
  /// One draw from [0, 1).
  func uniform() -> Double
  /// The numbers `0 ..< count` in random order.
  func permutation(_ count: Int) -> [Int]
}
