import Arrays
import CZlib

/// Unpacks raw deflate data that make exactly `size` bytes; nil if they do not.
func inflate(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
  // Deflate cannot pack tighter than 1032 to 1, so a larger size is a lie, and no memory is spent on it.
  guard size <= packed.count * 1032 + 64, size <= Memory.bytes / 4 else { return nil }
  // Sizes in an archive are below 4 GB, what zlib can count.
  guard let packedCount = UInt32(exactly: packed.count), let capacity = UInt32(exactly: size) else { return nil }
  var stream = z_stream()
  // Negative window bits: no zlib header.
  guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var isComplete = false
  let unpacked = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { buffer, count in
    packed.withUnsafeBufferPointer { source in
      stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.avail_in = packedCount
      stream.next_out = buffer.baseAddress
      stream.avail_out = capacity
      let status = CZlib.inflate(&stream, Z_FINISH)
      count = size - Int(stream.avail_out)
      isComplete = status == Z_STREAM_END && stream.avail_out == 0
    }
  }
  return isComplete ? unpacked : nil
}

/// The CRC-32 that zip archives keep.
func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
  bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
}
