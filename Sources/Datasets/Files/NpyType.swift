import Arrays

/// An element type of a file.
struct NpyType {
  enum Kind { case float, int, unsigned, bool }
  let kind: Kind
  let size: Int

  /// nil for types that nn does not read.
  init?(_ text: String) {
    guard let order = text.first, let kind = text.dropFirst().first, let size = Int(text.dropFirst(2)) else {
      return nil
    }
    guard order == "<" || order == "|" || order == "=" else { return nil }
    self.size = size
    switch (kind, size) {
    case ("f", 2), ("f", 4), ("f", 8): self.kind = .float
    case ("i", 1), ("i", 2), ("i", 4), ("i", 8): self.kind = .int
    case ("u", 1), ("u", 2), ("u", 4), ("u", 8): self.kind = .unsigned
    case ("b", 1): self.kind = .bool
    default: return nil
    }
  }

  var dtype: DType {
    switch kind {
    case .float: .float64
    case .int, .unsigned: .int64
    case .bool: .bool
    }
  }

  /// Why a type is not read.
  static func refusal(_ text: String) -> String {
    let kind = text.dropFirst().first
    if text.first == ">" { return "big-endian elements (\(text)) are not supported" }
    let name: String? =
      switch kind {
      case "O": "object arrays (pickled)"
      case "U", "S", "a": "string arrays"
      case "c": "complex arrays (\(text))"
      case "M": "arrays of dates (\(text))"
      case "m": "arrays of durations (\(text))"
      case "V": "arrays of raw bytes (\(text))"
      case "f": "floats of more than 8 bytes (\(text))"
      default: nil
      }
    return name.map { "\($0) are not supported" } ?? "elements of type \(text) are not supported"
  }

  /// Copies the element at byte `from` to the array's element `to`.
  @inline(__always)
  func convert(_ raw: UnsafeRawBufferPointer, _ from: Int, _ array: NDArray, _ to: Int) throws {
    switch (kind, size) {
    case (.float, 8): array.doubles[to] = raw.loadUnaligned(fromByteOffset: from, as: Double.self)
    case (.float, 4): array.doubles[to] = Double(raw.loadUnaligned(fromByteOffset: from, as: Float.self))
    case (.float, _): array.doubles[to] = Double(raw.loadUnaligned(fromByteOffset: from, as: Float16.self))
    case (.bool, _):
      if array.dtype == .bool { array.bools[to] = raw[from] != 0 } else { array.doubles[to] = raw[from] != 0 ? 1 : 0 }
    case (.int, 8): put(raw.loadUnaligned(fromByteOffset: from, as: Int.self), array, to)
    case (.int, 4): put(Int(raw.loadUnaligned(fromByteOffset: from, as: Int32.self)), array, to)
    case (.int, 2): put(Int(raw.loadUnaligned(fromByteOffset: from, as: Int16.self)), array, to)
    case (.int, _): put(Int(Int8(bitPattern: raw[from])), array, to)
    case (.unsigned, 8):
      let value = raw.loadUnaligned(fromByteOffset: from, as: UInt.self)
      guard let int = Int(exactly: value) else {
        if array.dtype == .float64 {
          array.doubles[to] = Double(value)
          return
        }
        throw NpyHeader.Damage(reason: "an unsigned element does not fit int64")
      }
      put(int, array, to)
    case (.unsigned, 4): put(Int(raw.loadUnaligned(fromByteOffset: from, as: UInt32.self)), array, to)
    case (.unsigned, 2): put(Int(raw.loadUnaligned(fromByteOffset: from, as: UInt16.self)), array, to)
    case (.unsigned, _): put(Int(raw[from]), array, to)
    }
  }

  @inline(__always)
  private func put(_ value: Int, _ array: NDArray, _ to: Int) {
    if array.dtype == .float64 { array.doubles[to] = Double(value) } else { array.ints[to] = value }
  }
}
