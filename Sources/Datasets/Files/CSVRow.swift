/// One row of a table: the bytes of its cells one after the other.
struct CSVRow {
  var bytes: [UInt8] = []
  /// Where each cell ends.
  var ends: [Int] = []
  /// The line of the file it begins at, from 1.
  var line = 1

  var count: Int { ends.count }

  subscript(cell: Int) -> ArraySlice<UInt8> { bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]] }

  /// A cell without spaces around it.
  func text(_ cell: Int) -> String { String(decoding: trimmed(self[cell]), as: UTF8.self) }

  func isBlank(_ cell: Int) -> Bool { self[cell].allSatisfy(isSpace) }

  /// Whether there are several cells and the last is empty: the row ends in a separator.
  var endsEmpty: Bool { count > 1 && isBlank(count - 1) }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
