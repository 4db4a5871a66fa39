import Glibc

/// Float64 numbers that come one by one and become an array without a copy: a table read line by line takes no more memory than its array.
public final class GrowingArray {
  public private(set) var count = 0
  private var capacity = 0
  private var memory: UnsafeMutablePointer<Double>?

  public init() {}

  deinit { free(memory) }

  /// False if the memory does not hold it.
  @inlinable public func append(_ number: Double) -> Bool {
    guard let place = nextPlace() else { return false }
    place.pointee = number
    return true
  }

  @usableFromInline func nextPlace() -> UnsafeMutablePointer<Double>? {
    if count == capacity, !grow() { return nil }
    count += 1
    return memory! + (count - 1)
  }

  private func grow() -> Bool {
    // The system moves large pieces without copying them, and memory that nobody has written takes no room.
    let larger = max(1024, capacity + capacity / 2)
    guard larger * MemoryLayout<Double>.size <= NDArray.memoryLimit * 3 / 2,
      let moved = realloc(memory, larger * MemoryLayout<Double>.size)
    else { return false }
    memory = moved.assumingMemoryBound(to: Double.self)
    capacity = larger
    return true
  }

  /// The array of a shape with ``count`` elements; what is appended afterwards begins another.
  public func finish(_ shape: Dims) -> NDArray {
    precondition(shape.product == count)
    let bytes = realloc(memory, max(count, 1) * MemoryLayout<Double>.size)!
    (memory, count, capacity) = (nil, 0, 0)
    return NDArray(adopting: bytes, shape: shape, .float64)
  }
}
