/// The axes a reduction goes over.
public struct AxisSet: Sendable, Equatable {
  private var bits: UInt8 = 0

  /// All axes of an array of `dimensions`.
  public init(all dimensions: Int) { bits = UInt8(truncatingIfNeeded: (1 << dimensions) - 1) }

  /// One axis; negative ones count from the end.
  public init(_ axis: Int, of dimensions: Int) throws(ArrayError) {
    bits = 1 << UInt8(try NDArray.axis(axis, of: dimensions))
  }

  /// Several axes, nil for all.
  public init(_ axes: [Int]?, of dimensions: Int) throws(ArrayError) {
    guard let axes else {
      self.init(all: dimensions)
      return
    }
    self.init()
    for axis in axes {
      let bit: UInt8 = 1 << UInt8(try NDArray.axis(axis, of: dimensions))
      if bits & bit != 0 { throw .badValue("axis \(axis) is given twice") }
      bits |= bit
    }
  }

  private init() {}

  @inline(__always) public func contains(_ axis: Int) -> Bool { bits & (1 << UInt8(truncatingIfNeeded: axis)) != 0 }

  /// The same axes, if axis `order[i]` is called `i`.
  func permuted(_ order: [Int]) -> AxisSet {
    var result = AxisSet()
    for (i, axis) in order.enumerated() where contains(axis) { result.bits |= 1 << UInt8(i) }
    return result
  }

  /// The shape that remains of `shape`.
  func remaining(_ shape: Dims, keepdims: Bool) -> Dims {
    var result = Dims()
    for i in 0..<shape.count {
      if !contains(i) { result.append(shape[i]) } else if keepdims { result.append(1) }
    }
    return result
  }

  /// Number of elements that become one.
  public func extent(_ shape: Dims) -> Int {
    var result = 1
    for i in 0..<shape.count where contains(i) { result *= shape[i] }
    return result
  }
}
