import Arrays
import Glibc

/// Reads an array in the idx format of the MNIST collection: big-endian, http://yann.lecun.com/exdb/mnist. Whole numbers become int64, or
/// float64 if that is wanted.
func readIdx(_ path: String, asFloats: Bool = false) throws -> NDArray {
  try damagedFile(path) {
    let source = try FileSource(path)
    let header = try IdxHeader(source)
    let isFloat = header.type == 0x0d || header.type == 0x0e
    let array = try NDArray.allocate(header.shape, isFloat || asFloats ? .float64 : .int64)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var done = 0
    while done < array.count {
      try Cancellation.check()
      let count = min(array.count - done, buffer.count / header.size)
      let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(count * header.size)])
      guard try source.read(into: piece) == piece.count else {
        throw NpyHeader.Damage(reason: "the elements are cut off")
      }
      for i in 0..<count { header.convert(UnsafeRawBufferPointer(piece), i, array, done + i) }
      done += count
    }
    return array
  }
}

/// Whether these bytes begin an idx file.
func isIdx(_ start: [UInt8]) -> Bool {
  start.count >= 4 && start[0] == 0 && start[1] == 0 && IdxHeader.sizes[start[2]] != nil && start[3] > 0
}

private struct IdxHeader {
  /// Bytes of an element by the format's numbers of types: uint8, int8, int16, int32, float, double.
  static let sizes: [UInt8: Int] = [0x08: 1, 0x09: 1, 0x0b: 2, 0x0c: 4, 0x0d: 4, 0x0e: 8]

  let type: UInt8
  let size: Int
  private(set) var shape: Dims = []

  init(_ source: FileSource) throws {
    let start = try source.bytes(4)
    guard start.count == 4, let size = IdxHeader.sizes[start[2]] else {
      throw NpyHeader.Damage(reason: "it is no idx file")
    }
    guard start[3] <= Dims.capacity else { throw NpyHeader.Damage(reason: "more than \(Dims.capacity) dimensions") }
    type = start[2]
    self.size = size
    let extents = try source.bytes(4 * Int(start[3]))
    guard extents.count == 4 * Int(start[3]) else { throw NpyHeader.Damage(reason: "the header is cut off") }
    var count = 1
    for i in 0..<Int(start[3]) {
      let extent = extents[4 * i..<4 * i + 4].reduce(0) { $0 << 8 | Int($1) }
      shape.append(extent)
      // With an extent of zero the others could still be too large to multiply.
      let (product, overflow) = count.multipliedReportingOverflow(by: max(extent, 1))
      if overflow || product > 1 << 48 { throw NpyHeader.Damage(reason: "the shape is larger than the file") }
      count = product
    }
    guard shape.product * size == source.rest else {
      throw NpyHeader.Damage(
        reason: "its shape \(shape.product * size < source.rest ? "is smaller" : "is larger") than the file")
    }
    guard count * 8 <= max(Memory.available() / 4 * 3, 1 << 20) else {
      throw NpyHeader.Damage(reason: "its \(count) elements do not fit in memory")
    }
  }

  /// Copies element `from` of the bytes to the array's element `to`.
  @inline(__always)
  func convert(_ raw: UnsafeRawBufferPointer, _ from: Int, _ array: NDArray, _ to: Int) {
    let at = from * size
    switch type {
    case 0x08: put(Int(raw[at]), array, to)
    case 0x09: put(Int(Int8(bitPattern: raw[at])), array, to)
    case 0x0b: put(Int(Int16(bigEndian: raw.loadUnaligned(fromByteOffset: at, as: Int16.self))), array, to)
    case 0x0c: put(Int(Int32(bigEndian: raw.loadUnaligned(fromByteOffset: at, as: Int32.self))), array, to)
    case 0x0d:
      let bits = UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      array.doubles[to] = Double(Float(bitPattern: bits))
    default:
      let bits = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      array.doubles[to] = Double(bitPattern: bits)
    }
  }

  @inline(__always)
  private func put(_ value: Int, _ array: NDArray, _ to: Int) {
    if array.dtype == .float64 { array.doubles[to] = Double(value) } else { array.ints[to] = value }
  }
}
