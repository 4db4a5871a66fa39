import Arrays

/// Reads a `.npz` archive of NumPy (`np.savez`, `np.savez_compressed`): its arrays in their order.
public func readNpz(_ path: String) throws -> [(name: String, array: NDArray)] {
  let archive = try NpzArchive(path)
  try archive.checkSize(of: archive.entries)
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
        let extra = (at + 46 + nameLength)..<(at + 46 + nameLength + word(at: at + 30, 2))
        let sizes = try largeSizes([word(at: at + 24, 4), word(at: at + 20, 4), word(at: at + 42, 4)], extra)
        entries.append(
          Entry(
            name: String(name.dropLast(4)), method: word(at: at + 10, 2), isEncrypted: word(at: at + 8, 2) & 1 == 1,
            checksum: UInt32(word(at: at + 16, 4)), packedSize: sizes[1], size: sizes[0], headerStart: sizes[2]))
      }
      at = next
    }
    guard !entries.isEmpty else { throw damage("it holds no arrays") }
  }

  /// Numbers of 32 bits that are all ones stand in the extra field of zip64, in their order.
  private func largeSizes(_ sizes: [Int], _ extra: Range<Int>) throws -> [Int] {
    guard sizes.contains(0xffff_ffff) else { return sizes }
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound, word(at: field, 2) != 1 { field += 4 + word(at: field + 2, 2) }
    var at = field + 4
    return try sizes.map { size in
      guard size == 0xffff_ffff else { return size }
      guard at + 8 <= extra.upperBound, word(at: at, 8) >= 0 else { throw damage("its directory is damaged") }
      defer { at += 8 }
      return word(at: at, 8)
    }
  }

  /// The array of an entry.
  func array(_ entry: Entry, asFloats: Bool = false) throws -> NDArray {
    try damagedFile(path, entry: entry.name) { try decodeNpy(try source(entry), asFloats: asFloats) }
  }

  /// The shape of an entry's array; its elements are not read.
  func shape(_ entry: Entry) throws -> Dims {
    try damagedFile(path, entry: entry.name) {
      let header = try NpyHeader(try source(entry))
      _ = try header.elementType()
      return header.shape
    }
  }

  /// Throws unless the memory holds all these together: many entries may share the same packed bytes.
  func checkSize(of entries: [Entry]) throws {
    let limit = max(Memory.available() / 2, 1 << 20)
    guard entries.reduce(0, { min($0 + min($1.size, limit + 1), limit + 1) }) <= limit else {
      throw damage("its arrays do not fit in memory")
    }
  }

  private func source(_ entry: Entry) throws -> EntrySource {
    let start = entry.headerStart
    guard !entry.isEncrypted else { throw NpyHeader.Damage(reason: "it is encrypted") }
    guard start <= bytes.count - 30, word(at: start, 4) == 0x0403_4b50 else {
      throw NpyHeader.Damage(reason: "it is damaged")
    }
    let from = start + 30 + word(at: start + 26, 2) + word(at: start + 28, 2)
    guard from <= bytes.count, entry.packedSize <= bytes.count - from else {
      throw NpyHeader.Damage(reason: "it is cut off")
    }
    return try EntrySource(entry, bytes, from..<(from + entry.packedSize))
  }

  private func damage(_ reason: String) -> DatasetError {
    .badArrayFile(path: path, entry: nil, reason: reason)
  }

  /// A little-endian number; the caller has checked that it lies in the file.
  private func word(at position: Int, _ size: Int) -> Int {
    (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[position + $1]) }
  }
}
