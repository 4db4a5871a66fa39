import Glibc
import Synchronization

/// A Python string: Unicode scalars, compared and hashed one by one. (Swift's `String` compares by canonical equivalence, for which "é" may be one
/// scalar or two; no user's text is compared that way, see also ``isSameText(_:_:)``.)
///
/// Kept as UTF-8. Positions count scalars, as Python's do; where they are not bytes too, ``ScalarPlaces`` finds them.
public final class Text: Hashable, @unchecked Sendable {
  @exclusivity(unchecked) public private(set) var string: String
  /// Number of Unicode scalars.
  public let count: Int
  /// Made when a position is first asked for; by whichever thread does so first.
  private let places = AtomicLazyReference<ScalarPlaces>()

  public init(_ string: String) {
    self.string = string
    count = string.utf8.withContiguousStorageIfAvailable(scalarCount)!
  }

  /// - Parameter count: the number of scalars, where it is known.
  init(_ string: String, count: Int, places: ScalarPlaces? = nil) {
    self.string = string
    self.count = count
    if let places { _ = self.places.storeIfNil(places) }
  }

  convenience init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, count: Int) {
    self.init(String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self), count: count)
  }

  public static func == (left: Text, right: Text) -> Bool {
    left === right || (left.count == right.count && isSameText(left.string, right.string))
  }

  public func hash(into hasher: inout Hasher) { bytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) } }

  /// Whether every scalar is one byte, so that positions are too.
  @inline(__always) var isASCII: Bool { count == string.utf8.count }

  @inline(__always)
  func bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try string.utf8.withContiguousStorageIfAvailable(body)!
  }

  /// This text and another after it, in the memory of this one, which nobody else refers to and which is empty afterwards.
  func extended(by other: Text) -> Text {
    var longer = string
    string = ""
    longer += other.string
    let known = isASCII || other.count == 0 ? nil : places.load()
    known?.extend(to: longer)
    return Text(longer, count: count + other.count, places: known)
  }

  // MARK: Positions

  /// The byte at which scalar `index` begins, 0 ≤ index ≤ count.
  func offset(of index: Int) -> Int { isASCII ? index : table.offset(of: index, in: self) }

  /// The scalar that begins at a byte.
  func index(ofByte offset: Int) -> Int { isASCII ? offset : table.index(ofByte: offset, in: self) }

  private var table: ScalarPlaces { places.load() ?? places.storeIfNil(ScalarPlaces(string)) }

  /// The scalars `start..<end`.
  func part(_ start: Int, _ end: Int) throws -> Text {
    if start == 0 && end == count { return self }
    if end - start == 1 { return character(start) }
    let (first, last) = (offset(of: start), offset(of: end))
    try checkSize(ofText: last - first)
    return bytes { Text($0[first..<last], count: end - start) }
  }

  /// The scalar at a position, as a text of its own.
  func character(_ index: Int) -> Text {
    let start = offset(of: index)
    return bytes { bytes in
      let byte = bytes[start]
      if byte < 0x80 { return Text.characters[Int(byte)] }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return Text(bytes[start..<(start + length)], count: 1)
    }
  }

  static let empty = Text("", count: 0)

  /// The 128 texts of one ASCII character.
  private static let characters = (0..<128).map { Text(String(Unicode.Scalar(UInt8($0))), count: 1) }

  static func character(_ scalar: Unicode.Scalar) -> Text {
    scalar.isASCII ? characters[Int(scalar.value)] : Text(String(scalar), count: 1)
  }
}

/// Whether two strings are the same code points.
package func isSameText(_ a: String, _ b: String) -> Bool {
  guard a.utf8.count == b.utf8.count else { return false }
  return a.utf8.withContiguousStorageIfAvailable { x in
    b.utf8.withContiguousStorageIfAvailable { y in x.count == 0 || memcmp(x.baseAddress!, y.baseAddress!, x.count) == 0
    }!
  }!
}

/// How many scalars the UTF-8 bytes hold: those that continue none.
func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var count = 0
  for byte in bytes { count &+= byte & 0xC0 == 0x80 ? 0 : 1 }
  return count
}

/// The order of two strings by code points: negative, 0 or positive.
func orderOfCodePoints(_ a: String, _ b: String) -> Int {
  a.utf8.withContiguousStorageIfAvailable { x in
    b.utf8.withContiguousStorageIfAvailable { y in
      let common = min(x.count, y.count)
      let order = common == 0 ? 0 : memcmp(x.baseAddress!, y.baseAddress!, common)
      return order == 0 ? x.count - y.count : Int(order)
    }!
  }!
}
