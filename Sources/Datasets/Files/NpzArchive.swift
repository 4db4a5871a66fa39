import Arrays

/// Reads a `.npz` archive of NumPy (`np.savez`, `np.savez_compressed`): its arrays in their order.
public func readNpz(_ path: String) throws -> [(name: String, array: NDArray)] {
  let archive = try NpzArchive(path)
  // Many entries may share the same packed bytes.
  let total = archive.entries.reduce(0) { $0 + $1.size }
  guard total <= Memory.bytes / 4 else {
    throw DatasetError.badArrayFile(path: path, entry: nil, reason: "it is larger than memory")
  }
  return try archive.entries.map { ($0.name, try archive.array($0)) }
}

/// A zip archive of `.npy` files. What its directory says is checked against the bytes there are.
struct NpzArchive {
  static let magic: [UInt8] = Array("PK".utf8)

  struct Entry {
    /// Without `.npy`.
    let name: String
    let method: Int
    let isEncrypted: Bool
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    let headerStart: Int
  }

  let path: String
  private let bytes: [UInt8]
  private(set) var entries: [Entry] = []

  init(_ path: String) throws {
    self.path = path
    bytes = try openData(path).readAll()
    try readDirectory()
  }

  /// The central directory at the end of the file. Its end record is 22 bytes and a comment of up to 65535.
  private mutating func readDirectory() throws {
    guard bytes.count >= 22 else { throw damage("it is no zip archive") }
    let lowest = max(0, bytes.count - 22 - 65535)
    guard let end = (lowest...(bytes.count - 22)).last(where: { word(at: $0, 4) == 0x0605_4b50 }) else {
      throw damage("it has no directory: is it cut off?")
    }
    let count = word(at: end + 10, 2)
    var at = word(at: end + 16, 4)
    if count == 0xffff || at == 0xffff_ffff { throw damage("archives of more than 4 GB are not supported") }
    for _ in 0..<count {
      guard at + 46 <= bytes.count, word(at: at, 4) == 0x0201_4b50 else { throw damage("its directory is damaged") }
      let nameLength = word(at: at + 28, 2)
      let next = at + 46 + nameLength + word(at: at + 30, 2) + word(at: at + 32, 2)
      guard next <= bytes.count else { throw damage("its directory is damaged") }
      let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      if name.hasSuffix(".npy") {
        entries.append(
          Entry(
            name: String(name.dropLast(4)), method: word(at: at + 10, 2), isEncrypted: word(at: at + 8, 2) & 1 == 1,
            checksum: UInt32(word(at: at + 16, 4)), packedSize: word(at: at + 20, 4), size: word(at: at + 24, 4),
            headerStart: word(at: at + 42, 4)))
      }
      at = next
    }
    guard !entries.isEmpty else { throw damage("it holds no arrays") }
  }

  /// The array of an entry.
  func array(_ entry: Entry) throws -> NDArray {
    let start = entry.headerStart
    guard !entry.isEncrypted else { throw damage("it is encrypted", entry) }
    guard start + 30 <= bytes.count, word(at: start, 4) == 0x0403_4b50 else { throw damage("it is damaged", entry) }
    let from = start + 30 + word(at: start + 26, 2) + word(at: start + 28, 2)
    guard from <= bytes.count, entry.packedSize <= bytes.count - from else { throw damage("it is cut off", entry) }
    let packed = bytes[from..<(from + entry.packedSize)]
    let content: ArraySlice<UInt8>
    switch entry.method {
    case 0: content = packed
    case 8:
      guard let unpacked = inflate(packed, size: entry.size) else {
        throw damage("its compressed data are damaged", entry)
      }
      content = unpacked[...]
    default: throw damage("compression method \(entry.method) is not supported", entry)
    }
    guard checksum(content) == entry.checksum else { throw damage("its checksum is wrong", entry) }
    do {
      return try decodeNpy(content)
    } catch let damage as NpyHeader.Damage {
      throw self.damage(damage.reason, entry)
    }
  }

  private func damage(_ reason: String, _ entry: Entry? = nil) -> DatasetError {
    .badArrayFile(path: path, entry: entry?.name, reason: reason)
  }

  /// A little-endian number; the caller has checked that it lies in the file.
  private func word(at position: Int, _ size: Int) -> Int {
    (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[position + $1]) }
  }
}
