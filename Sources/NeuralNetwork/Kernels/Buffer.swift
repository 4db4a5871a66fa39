import Arrays
import Glibc

/// Numbers of one precision in memory of their own, or in that of an array.
final class Buffer: @unchecked Sendable {
  let bytes: UnsafeMutableRawPointer
  let count: Int
  let precision: Precision
  /// The array whose memory this is.
  let array: NDArray?
  /// What is freed in the end.
  private let block: UnsafeMutableRawPointer

  /// Unset numbers.
  init(_ count: Int, _ precision: Precision) {
    self.count = count
    self.precision = precision
    array = nil
    var memory: UnsafeMutableRawPointer?
    // A new vector starts on a line of the cache.
    precondition(posix_memalign(&memory, 64, max(count * precision.itemSize, 64)) == 0, "out of memory")
    bytes = memory!
    block = bytes
  }

  /// Zeros. The system zeroes those of a large buffer when they are first used.
  init(zeros count: Int, _ precision: Precision) {
    self.count = count
    self.precision = precision
    array = nil
    guard let memory = calloc(count * precision.itemSize + 128, 1) else { preconditionFailure("out of memory") }
    block = memory
    bytes = memory.alignedUp(toMultipleOf: 64)
  }

  /// The same numbers in memory of its own.
  convenience init(copying other: Buffer, threads: Int = 1) {
    self.init(other.count, other.precision)
    take(other, threads: threads)
  }

  /// The memory of a contiguous float64 array.
  init(sharing array: NDArray) {
    bytes = array.bytes
    count = array.count
    precision = .float64
    self.array = array
    block = bytes
  }

  deinit { if array == nil { free(block) } }

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

  func write(to target: UnsafeMutablePointer<Double>?, _ count: Int, threads: Int = 1) {
    guard let target else { return }
    switch precision {
    case .float64: target.update(from: doubles, count: count)
    case .float32:
      let floats = floats
      Share.each(of: count, threads: threads) { for i in $0 { target[i] = Double(floats[i]) } }
    }
  }

  /// Takes `count` numbers. Whether all of them are the same here, bit for bit, and none was rounded.
  @discardableResult
  func read(from source: UnsafePointer<Double>, _ count: Int, threads: Int = 1) -> Bool {
    switch precision {
    case .float64:
      doubles.update(from: source, count: count)
      return true
    case .float32:
      let floats = floats
      return Share.all(of: count, threads: threads) {
        var difference: UInt64 = 0
        for i in $0 {
          let number = Float(source[i])
          floats[i] = number
          difference |= Double(number).bitPattern ^ source[i].bitPattern
        }
        return difference == 0
      }
    }
  }

  /// Whether all numbers are those, bit for bit.
  func holds(_ numbers: UnsafePointer<Double>) -> Bool {
    switch precision {
    case .float64: return memcmp(bytes, numbers, count * 8) == 0
    case .float32: return (0..<count).allSatisfy { Double(floats[$0]).bitPattern == numbers[$0].bitPattern }
    }
  }

  /// Only of a float64 buffer.
  func roundToFloat32() {
    for i in 0..<count { doubles[i] = Double(Float(doubles[i])) }
  }

  func fill(_ numbers: [Double]) {
    numbers.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { read(from: base, min(count, source.count)) }
    }
  }

  /// Takes as many numbers of any precision.
  func take(_ other: Buffer, threads: Int = 1) {
    precondition(other.count == count)
    if precision == other.precision {
      let size = precision.itemSize
      Share.each(of: count, threads: threads) { [self] in
        memcpy(bytes + $0.lowerBound * size, other.bytes + $0.lowerBound * size, $0.count * size)
      }
    } else if precision == .float32 {
      read(from: other.doubles, count, threads: threads)
    } else {
      other.write(to: doubles, count, threads: threads)
    }
  }

  /// The first `rows` rows as a fresh float64 array.
  func matrix(_ rows: Int, _ columns: Int) -> NDArray {
    let result = NDArray(uninitialized: [rows, columns], .float64)
    write(to: result.doubles, rows * columns)
    return result
  }
}
