import Arrays
import Glibc

/// Numbers of one precision in memory of their own, or in that of an array.
final class Buffer: @unchecked Sendable {
  let bytes: UnsafeMutableRawPointer
  let count: Int
  let precision: Precision
  /// The array whose memory this is.
  let array: NDArray?

  /// Unset numbers.
  init(_ count: Int, _ precision: Precision) {
    self.count = count
    self.precision = precision
    array = nil
    var memory: UnsafeMutableRawPointer?
    // A new vector starts on a line of the cache.
    precondition(posix_memalign(&memory, 64, max(count * precision.itemSize, 64)) == 0, "out of memory")
    bytes = memory!
  }

  /// Zeros.
  convenience init(zeros count: Int, _ precision: Precision) {
    self.init(count, precision)
    clear()
  }

  /// The memory of a contiguous float64 array.
  init(sharing array: NDArray) {
    bytes = array.bytes
    count = array.count
    precision = .float64
    self.array = array
  }

  deinit { if array == nil { free(bytes) } }

  func clear() { memset(bytes, 0, count * precision.itemSize) }

  /// Only of a float64 buffer.
  var doubles: UnsafeMutablePointer<Double> { bytes.assumingMemoryBound(to: Double.self) }
  private var floats: UnsafeMutablePointer<Float> { bytes.assumingMemoryBound(to: Float.self) }

  subscript(index: Int) -> Double {
    switch precision {
    case .float64: doubles[index]
    case .float32: Double(floats[index])
    }
  }

  /// All numbers as Double.
  var numbers: [Double] {
    [Double](unsafeUninitializedCapacity: count) { target, written in
      write(to: target.baseAddress, count)
      written = count
    }
  }

  func write(to target: UnsafeMutablePointer<Double>?, _ count: Int) {
    guard let target else { return }
    switch precision {
    case .float64: target.update(from: doubles, count: count)
    case .float32: for i in 0..<count { target[i] = Double(floats[i]) }
    }
  }

  func read(from source: UnsafePointer<Double>, _ count: Int) {
    switch precision {
    case .float64: doubles.update(from: source, count: count)
    case .float32: for i in 0..<count { floats[i] = Float(source[i]) }
    }
  }

  func fill(_ numbers: [Double]) {
    numbers.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { read(from: base, min(count, source.count)) }
    }
  }

  /// The first `rows` rows as a fresh float64 array.
  func matrix(_ rows: Int, _ columns: Int) -> NDArray {
    let result = NDArray(uninitialized: [rows, columns], .float64)
    write(to: result.doubles, rows * columns)
    return result
  }
}
