import Arrays
import CKernels
import Glibc

/// Searching and cutting texts by their UTF-8 bytes: what is found between two bytes of valid UTF-8 begins and ends where scalars do.
extension Text {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// How many bytes are searched between two looks at Ctrl-C.
  private static let searchStride = 16 << 20

  /// The byte at which `part` first stands in the bytes `start..<end`.
  func place(of part: Text, from start: Int, to end: Int) throws -> Int? {
    try bytes { whole in try part.bytes { try Text.find($0, in: whole, from: start, to: end) } }
  }

  /// The byte at which `part` last stands in the bytes `start..<end`.
  func lastPlace(of part: Text, from start: Int, to end: Int) throws -> Int? {
    try bytes { whole in try part.bytes { try Text.findLast($0, in: whole, from: start, to: end) } }
  }

  static func find(_ part: Bytes, in whole: Bytes, from start: Int, to end: Int) throws -> Int? {
    guard start <= end, end - start >= part.count else { return nil }
    guard let needle = part.baseAddress, part.count > 0 else { return start }
    guard let text = whole.baseAddress else { return nil }
    var from = start
    while from + part.count <= end {
      let last = min(end, from + max(searchStride, part.count))
      if let found = nn_find(text + from, last - from, needle, part.count) {
        return text.distance(to: found.assumingMemoryBound(to: UInt8.self))
      }
      if last == end { return nil }
      from = last - part.count + 1
      try Pace.check()
    }
    return nil
  }

  static func findLast(_ part: Bytes, in whole: Bytes, from start: Int, to end: Int) throws -> Int? {
    guard start <= end, end - start >= part.count else { return nil }
    guard let needle = part.baseAddress, part.count > 0 else { return end }
    guard let text = whole.baseAddress else { return nil }
    var last = end - part.count
    // Comparing at each place is quick for texts as they are; where much of the part stands everywhere, the search goes over mirrored copies.
    var work = 4 * (end - start) / part.count + 1000
    while last >= start, work > 0 {
      let low = max(start, last + 1 - searchStride)
      guard let found = nn_find_last(text + low, Int32(part[0]), last + 1 - low) else {
        last = low - 1
        try Pace.check()
        continue
      }
      last = text.distance(to: found.assumingMemoryBound(to: UInt8.self))
      if memcmp(found, needle, part.count) == 0 { return last }
      last -= 1
      work -= 1
    }
    if last < start { return nil }
    let mirrored = Array(whole[start..<(last + part.count)].reversed())
    return try Array(part.reversed()).withUnsafeBufferPointer { part in
      try mirrored.withUnsafeBufferPointer { whole in
        try find(part, in: whole, from: 0, to: whole.count).map { start + mirrored.count - $0 - part.count }
      }
    }
  }

  /// The bytes `start..<end`, which begin and end between scalars.
  func cut(_ start: Int, _ end: Int) throws -> Text {
    if start == 0, end == string.utf8.count { return self }
    if start == end { return Text.empty }
    try checkSize(ofText: end - start)
    return bytes { bytes in
      let part = bytes[start..<end]
      return Text(part, count: isASCII ? end - start : scalarCount(UnsafeBufferPointer(rebasing: part)))
    }
  }

  /// The scalar that begins at a byte, and its length.
  static func scalar(_ bytes: Bytes, at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[place])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(length))
    for i in 1..<length { value = value << 6 | UInt32(bytes[place + i] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar that ends before a byte, and its length.
  static func scalar(_ bytes: Bytes, before place: Int) -> (scalar: Unicode.Scalar, length: Int) {
    var start = place - 1
    while bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(bytes, at: start)
  }
}

extension Value {
  /// A text from bytes that `body` appends, valid UTF-8 together.
  static func text(building capacity: Int, _ body: (inout [UInt8]) throws -> Void) throws -> Value {
    try checkSize(ofText: capacity)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity)
    try body(&bytes)
    return bytes.withUnsafeBufferPointer { .string(Text($0[...], count: scalarCount($0))) }
  }
}

extension Call {
  func text(_ index: Int) throws -> Text {
    if case .string(let text)? = values[index] { return text }
    _ = try string(index)
    return Text.empty
  }
}
