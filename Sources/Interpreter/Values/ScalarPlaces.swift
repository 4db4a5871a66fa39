/// Where the scalars of a text begin: every 32nd one's byte, the others are found from there.
final class ScalarPlaces: @unchecked Sendable {
  private static let stride = 32
  private var offsets: [Int] = []
  /// How far the text was read: bytes, and scalars that begin among them.
  private var bytesRead = 0
  private var scalarsRead = 0

  init(_ string: String) { read(string) }

  /// To be called only by the one who alone refers to this.
  func extend(to string: String) { read(string) }

  private func read(_ string: String) {
    string.utf8.withContiguousStorageIfAvailable { bytes in
      offsets.reserveCapacity(bytes.count / ScalarPlaces.stride + 1)
      for i in bytesRead..<bytes.count where bytes[i] & 0xC0 != 0x80 {
        if scalarsRead % ScalarPlaces.stride == 0 { offsets.append(i) }
        scalarsRead += 1
      }
      bytesRead = bytes.count
    }
  }

  func offset(of index: Int, in text: Text) -> Int {
    guard index < scalarsRead else { return bytesRead }
    return text.bytes { bytes in
      var place = offsets[index / ScalarPlaces.stride]
      for _ in 0..<(index % ScalarPlaces.stride) {
        place += 1
        while bytes[place] & 0xC0 == 0x80 { place += 1 }
      }
      return place
    }
  }

  func index(ofByte offset: Int, in text: Text) -> Int {
    // The last of the known ones that does not lie behind it.
    var (low, high) = (0, offsets.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle } else { high = middle }
    }
    return text.bytes { bytes in
      low * ScalarPlaces.stride + scalarCount(UnsafeBufferPointer(rebasing: bytes[offsets[low]..<offset]))
    }
  }
}
