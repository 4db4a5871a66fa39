/// Whether bytes that come in pieces are UTF-8.
struct UTF8Check {
  /// How many bytes of a character are still to come, and between what bounds the next one lies.
  private var pending = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xbf

  /// Whether no character is open.
  var isComplete: Bool { pending == 0 }

  /// Where the first byte stands that cannot be there; nil if all can.
  mutating func firstBad(in bytes: UnsafeRawBufferPointer) -> Int? {
    var i = 0
    while i < bytes.count {
      if pending == 0 {
        while i + 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          i += 8
        }
        guard i < bytes.count else { return nil }
      }
      guard take(bytes[i]) else { return i }
      i += 1
    }
    return nil
  }

  /// The Unicode Standard's table of well-formed sequences.
  private mutating func take(_ byte: UInt8) -> Bool {
    if pending > 0 {
      guard byte >= low && byte <= high else { return false }
      pending -= 1
      (low, high) = (0x80, 0xbf)
      return true
    }
    switch byte {
    case 0...0x7f: return true
    case 0xc2...0xdf: pending = 1
    case 0xe0: (pending, low) = (2, 0xa0)
    case 0xed: (pending, high) = (2, 0x9f)
    case 0xe1...0xef: pending = 2
    case 0xf0: (pending, low) = (3, 0x90)
    case 0xf1...0xf3: pending = 3
    case 0xf4: (pending, high) = (3, 0x8f)
    default: return false
    }
    return true
  }
}
