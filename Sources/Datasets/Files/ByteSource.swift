import Arrays
import CZlib
import Support

/// Bytes of an array, from a file or out of an archive, in their order.
protocol ByteSource: AnyObject {
  /// How many are still to come, as the file says.
  var rest: Int { get }
  /// Fills the buffer, unless the bytes end before.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ByteSource {
  /// The next bytes; fewer at the end.
  func bytes(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(count, max(rest, 0)))
    let got = try bytes.withUnsafeMutableBytes { try read(into: $0) }
    return Array(bytes[..<got])
  }
}

/// A whole file.
final class FileSource: ByteSource {
  private let file: FileReader
  private(set) var rest: Int

  init(_ path: String) throws {
    file = try openData(path)
    rest = file.size
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var count = 0
    while count < buffer.count {
      let got = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      if got == 0 { break }
      count += got
    }
    rest -= count
    return count
  }
}

/// An entry of an archive: its checksum is compared when its last byte is read.
final class EntrySource: ByteSource {
  private let entry: NpzArchive.Entry
  private let packed: [UInt8]
  private var position: Int
  private let inflate: Inflate?
  private var sum: UInt = 0
  private(set) var rest: Int

  /// - Parameter range: where the entry's bytes lie in the archive.
  init(_ entry: NpzArchive.Entry, _ packed: [UInt8], _ range: Range<Int>) throws {
    self.entry = entry
    self.packed = packed
    position = range.lowerBound
    rest = entry.size
    switch entry.method {
    case 0:
      guard range.count == entry.size else { throw NpyHeader.Damage(reason: "its sizes do not agree") }
      inflate = nil
    case 8:
      // Deflate cannot pack tighter than 1032 to 1, so a larger size is a lie, and no memory is spent on it. What is packed nearly so tightly
      // is one number all over; much of it is made to fill the memory.
      guard entry.size <= range.count * 1032 + 64 else { throw NpyHeader.Damage(reason: "its size cannot be true") }
      if entry.size > 1 << 30, entry.size / 500 > range.count {
        throw NpyHeader.Damage(
          reason: "it would unpack \(range.count / 1_000_000) MB to \(entry.size / 1_000_000) MB of one value")
      }
      guard let inflate = Inflate(packed, range) else { throw NpyHeader.Damage(reason: "zlib has no memory for it") }
      self.inflate = inflate
    default: throw NpyHeader.Damage(reason: "compression method \(entry.method) is not supported")
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try Cancellation.check()
    let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, rest)])
    if wanted.count == 0 { return 0 }
    if let inflate {
      guard inflate.read(into: wanted) == wanted.count else {
        throw NpyHeader.Damage(reason: "its compressed data are damaged")
      }
    } else {
      packed.withUnsafeBytes {
        wanted.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<(position + wanted.count)]))
      }
      position += wanted.count
    }
    rest -= wanted.count
    sum = crc32_z(sum, wanted.baseAddress!.assumingMemoryBound(to: UInt8.self), wanted.count)
    if rest == 0 {
      if let inflate {
        let more = withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { byte in inflate.read(into: byte) }
        guard more == 0 else { throw NpyHeader.Damage(reason: "its compressed data are damaged") }
      }
      guard sum == UInt(entry.checksum) else { throw NpyHeader.Damage(reason: "its checksum is wrong") }
    }
    return wanted.count
  }
}
