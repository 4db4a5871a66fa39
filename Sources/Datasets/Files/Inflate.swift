import CZlib

/// Unpacks raw deflate data piece by piece.
final class Inflate {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let packed: [UInt8]
  /// Packed bytes given to zlib so far.
  private var given: Int
  private let end: Int

  /// Nil if zlib has no memory.
  init?(_ packed: [UInt8], _ range: Range<Int>) {
    self.packed = packed
    given = range.lowerBound
    end = range.upperBound
    stream.initialize(to: z_stream())
    // Negative window bits: no zlib header.
    guard inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next bytes, fewer than asked for only at the end; nil if the data are damaged.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    var count = 0
    while count < buffer.count {
      // zlib counts in 32 bits.
      let room = min(buffer.count - count, 1 << 30)
      let piece = min(end - given, 1 << 30)
      let status = packed.withUnsafeBufferPointer { source in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress! + given)
        stream.pointee.avail_in = UInt32(piece)
        stream.pointee.next_out = (buffer.baseAddress! + count).assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        return CZlib.inflate(stream, Z_NO_FLUSH)
      }
      given += piece - Int(stream.pointee.avail_in)
      count += room - Int(stream.pointee.avail_out)
      if status == Z_STREAM_END { return count }
      guard status == Z_OK else { return nil }
    }
    return count
  }
}
