import Arrays

/// Reads one array in NumPy's `.npy` format. Floats become float64, integers int64.
public func readNpy(_ path: String) throws -> NDArray {
  let bytes = try openData(path).readAll()
  do {
    return try decodeNpy(bytes[...])
  } catch let damage as NpyHeader.Damage {
    throw DatasetError.badArrayFile(path: path, entry: nil, reason: damage.reason)
  }
}

/// The array in these bytes. Sizes are checked against the bytes there are before anything is allocated.
func decodeNpy(_ bytes: ArraySlice<UInt8>) throws -> NDArray {
  let header = try NpyHeader(bytes)
  guard let type = NpyType(header.type) else { throw NpyHeader.Damage(reason: NpyType.refusal(header.type)) }
  // With an extent of zero the others could still be too large to multiply.
  var cells = 1
  for extent in header.shape {
    let (product, overflow) = cells.multipliedReportingOverflow(by: max(extent, 1))
    if overflow || product > 1 << 48 { throw NpyHeader.Damage(reason: "the shape is larger than the file") }
    cells = product
  }
  let count = header.shape.product
  guard count <= (bytes.count - header.start) / type.size else {
    throw NpyHeader.Damage(reason: "the elements are cut off")
  }
  let array = NDArray(uninitialized: header.shape, type.dtype)
  let order = header.isFortran ? fortranOrder(header.shape) : nil
  try bytes.withUnsafeBytes { raw in
    for i in 0..<count {
      let from = header.start + i * type.size
      try type.convert(raw, from, array, order.map { $0[i] } ?? i)
    }
  }
  return array
}

/// For each element in the order of the file (first index fastest), its place in C order.
private func fortranOrder(_ shape: Dims) -> [Int] {
  var places = [0]
  let strides = shape.contiguousStrides
  for axis in 0..<shape.count {
    // Places so far are repeated for each index of this axis, which moves slower than those before.
    var next: [Int] = []
    next.reserveCapacity(places.count * shape[axis])
    for i in 0..<shape[axis] { for place in places { next.append(place + i * strides[axis]) } }
    places = next
  }
  return places
}

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
    guard order == "<" || order == "|" || (order == "=" && size > 0) else { return nil }
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
    if text.first == ">" { return "big-endian elements (\(text)) are not supported" }
    if text.contains("O") { return "object arrays (pickled) are not supported" }
    if text.contains("U") || text.contains("S") { return "string arrays are not supported" }
    return "elements of type \(text) are not supported"
  }

  /// Copies the element at byte `from` to the array's element `to`.
  @inline(__always)
  func convert(_ raw: UnsafeRawBufferPointer, _ from: Int, _ array: NDArray, _ to: Int) throws {
    switch (kind, size) {
    case (.float, 8): array.doubles[to] = raw.loadUnaligned(fromByteOffset: from, as: Double.self)
    case (.float, 4): array.doubles[to] = Double(raw.loadUnaligned(fromByteOffset: from, as: Float.self))
    case (.float, _): array.doubles[to] = Double(raw.loadUnaligned(fromByteOffset: from, as: Float16.self))
    case (.bool, _): array.bools[to] = raw[from] != 0
    case (.int, 8): array.ints[to] = raw.loadUnaligned(fromByteOffset: from, as: Int.self)
    case (.int, 4): array.ints[to] = Int(raw.loadUnaligned(fromByteOffset: from, as: Int32.self))
    case (.int, 2): array.ints[to] = Int(raw.loadUnaligned(fromByteOffset: from, as: Int16.self))
    case (.int, _): array.ints[to] = Int(Int8(bitPattern: raw[from]))
    case (.unsigned, 8):
      guard let value = Int(exactly: raw.loadUnaligned(fromByteOffset: from, as: UInt.self)) else {
        throw NpyHeader.Damage(reason: "an unsigned element does not fit int64")
      }
      array.ints[to] = value
    case (.unsigned, 4): array.ints[to] = Int(raw.loadUnaligned(fromByteOffset: from, as: UInt32.self))
    case (.unsigned, 2): array.ints[to] = Int(raw.loadUnaligned(fromByteOffset: from, as: UInt16.self))
    case (.unsigned, _): array.ints[to] = Int(raw[from])
    }
  }
}
