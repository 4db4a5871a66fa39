import Arrays

/// What the start of a `.npy` file says: NumPy's format, versions 1 to 3.
struct NpyHeader {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// As NumPy writes a type: `<f8`, `|b1`.
  var type = ""
  var isFortran = false
  var shape: Dims = []
  /// Throws a reason in words.
  struct Damage: Error { let reason: String }

  /// More is no header: one names a type and up to eight extents.
  private static let longest = 1 << 20

  /// Reads the header; the elements come next.
  init(_ source: some ByteSource) throws {
    let start = try source.bytes(8)
    guard start.count == 8, start.starts(with: NpyHeader.magic) else { throw Damage(reason: "it is no .npy file") }
    let version = start[6]
    guard (1...3).contains(version) else { throw Damage(reason: "version \(version) of the format is unknown") }
    let lengthBytes = try source.bytes(version == 1 ? 2 : 4)
    let length = lengthBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard lengthBytes.count == (version == 1 ? 2 : 4), length <= min(source.rest, NpyHeader.longest) else {
      throw Damage(reason: "the header is cut off")
    }
    let text = try source.bytes(length)
    var words = Words(text: text[...])
    try read(&words)
    try checkShape()
    rest = source.rest
  }

  /// Bytes behind the header.
  private var rest = 0

  /// With an extent of zero the others could still be too large to multiply.
  private func checkShape() throws {
    var cells = 1
    for extent in shape {
      let (product, overflow) = cells.multipliedReportingOverflow(by: max(extent, 1))
      if overflow || product > 1 << 48 { throw Damage(reason: "the shape is larger than the file") }
      cells = product
    }
  }

  /// The type of the elements, all of which must be there.
  func elementType() throws -> NpyType {
    guard let type = NpyType(type) else { throw Damage(reason: NpyType.refusal(self.type)) }
    guard shape.product <= rest / type.size else { throw Damage(reason: "the elements are cut off") }
    return type
  }

  /// `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`.
  private mutating func read(_ words: inout Words) throws {
    var seen: Set<String> = []
    guard words.next() == "{" else { throw Damage(reason: "the header is no dictionary") }
    while let key = words.next(), key != "}" {
      if key == "," { continue }
      guard words.next() == ":", let value = words.next() else { throw Damage(reason: "the header is damaged") }
      seen.insert(key)
      switch key {
      case "'descr'":
        guard value.first == "'" || value.first == "\"" else {
          throw Damage(reason: "structured arrays are not supported")
        }
        type = String(value.dropFirst().dropLast())
      case "'fortran_order'": isFortran = value == "True"
      case "'shape'":
        guard value == "(" else { throw Damage(reason: "the header has no shape") }
        while let extent = words.next(), extent != ")" {
          if extent == "," { continue }
          guard let number = Int(extent), number >= 0 else { throw Damage(reason: "the shape is damaged") }
          guard shape.count < Dims.capacity else { throw Damage(reason: "more than \(Dims.capacity) dimensions") }
          shape.append(number)
        }
      default: throw Damage(reason: "the header is damaged")
      }
    }
    guard seen.count == 3 else { throw Damage(reason: "the header is damaged") }
  }

  /// Cuts the header into strings, words and signs.
  private struct Words {
    var text: ArraySlice<UInt8>

    mutating func next() -> String? {
      text = text.drop { $0 <= 32 }
      guard let first = text.first else { return nil }
      var length = 1
      if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
        guard let close = text.dropFirst().firstIndex(of: first) else { return nil }
        length = close - text.startIndex + 1
      } else if isWord(first) {
        length = text.prefix(while: isWord).count
      }
      defer { text = text.dropFirst(length) }
      return String(decoding: text.prefix(length), as: UTF8.self)
    }

    private func isWord(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-")
    }
  }
}
