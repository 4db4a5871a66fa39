import Arrays

/// Reads one array in NumPy's `.npy` format. Floats become float64, integers int64.
public func readNpy(_ path: String) throws -> NDArray {
  try damagedFile(path) { try decodeNpy(try FileSource(path)) }
}

/// Runs `body`; what it finds damaged is an error of this file.
func damagedFile<Result>(_ path: String, entry: String? = nil, _ body: () throws -> Result) throws -> Result {
  do { return try body() } catch let damage as NpyHeader.Damage {
    throw DatasetError.badArrayFile(path: path, entry: entry, reason: damage.reason)
  }
}

/// The array in these bytes, its numbers as float64 if that is wanted. Sizes are checked against the bytes there are and the memory before
/// anything is allocated.
func decodeNpy(_ source: some ByteSource, asFloats: Bool = false) throws -> NDArray {
  let header = try NpyHeader(source)
  let type = try header.elementType()
  let count = header.shape.product
  let dtype = asFloats ? DType.float64 : type.dtype
  guard count * dtype.itemSize <= max(Memory.available() / 4 * 3, 1 << 20) else {
    throw NpyHeader.Damage(reason: "its \(count) elements do not fit in memory")
  }
  let array = try NDArray.allocate(header.shape, dtype)
  var places = Places(header.shape, isFortran: header.isFortran)
  // A multiple of every element's size.
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  defer { buffer.deallocate() }
  var done = 0
  while done < count {
    try Cancellation.check()
    let wanted = min(count - done, buffer.count / type.size)
    let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(wanted * type.size)])
    guard try source.read(into: piece) == piece.count else {
      throw NpyHeader.Damage(reason: "the elements are cut off")
    }
    for i in 0..<wanted {
      let place = places.isIdentity ? done + i : places.next()
      try type.convert(UnsafeRawBufferPointer(piece), i * type.size, array, place)
    }
    done += wanted
  }
  // Whatever follows belongs to the checksum.
  while source.rest > 0, try source.read(into: buffer) > 0 {}
  return array
}

/// For each element in the order of the file, its place in C order.
private struct Places {
  let isIdentity: Bool
  private let shape: Dims
  private let strides: Dims
  private var index: Dims
  private var place = 0

  init(_ shape: Dims, isFortran: Bool) {
    isIdentity = !isFortran || shape.count < 2
    self.shape = shape
    strides = shape.contiguousStrides
    index = Dims(repeating: 0, count: shape.count)
  }

  /// The place of the present element; the first index moves fastest.
  mutating func next() -> Int {
    defer {
      for axis in 0..<shape.count {
        index[axis] += 1
        place += strides[axis]
        if index[axis] < shape[axis] { break }
        place -= strides[axis] * shape[axis]
        index[axis] = 0
      }
    }
    return place
  }
}
