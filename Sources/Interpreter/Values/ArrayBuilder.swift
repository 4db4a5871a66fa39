import Arrays

/// Builds an array from nested sequences, as `np.array` does: the shape from the first elements, the dtype from all of them. It walks the sequences
/// twice, to check them and to copy the numbers, so that nothing but the array takes memory.
struct ArrayBuilder {
  private let top: Value
  private let shape: [Int]
  private var dtype: DType = .bool
  private var isEmpty = true
  private var pace = Cancellation.Pace()

  init(_ value: Value) throws {
    top = value
    shape = try ArrayBuilder.shape(of: value)
    if shape.count > Dims.capacity { throw ArrayError.tooManyDimensions(shape.count) }
    try check(value, depth: 0)
  }

  /// The extents, following first elements.
  private static func shape(of value: Value) throws -> [Int] {
    var shape: [Int] = []
    var current = value
    while true {
      switch current {
      case .list(let list):
        shape.append(list.items.count)
        guard let first = list.items.first else { return shape }
        current = first
      case .tuple(let tuple):
        shape.append(tuple.items.count)
        guard let first = tuple.items.first else { return shape }
        current = first
      case .range(let range):
        return shape + [range.count]
      case .array(let array):
        return shape + Array(array.shape)
      default:
        return shape
      }
      if shape.count > Dims.capacity { throw ArrayError.tooManyDimensions(shape.count) }
    }
  }

  private func ragged(_ depth: Int) -> Fault {
    Fault(
      .value, "the rows of the array differ in length at depth \(depth)",
      hint: "every row of a list of lists must have the same length")
  }

  /// Whether a value fits where it stands; notes its dtype.
  private mutating func check(_ value: Value, depth: Int) throws {
    try pace.step()
    func expect(_ count: Int) throws {
      guard depth < shape.count, shape[depth] == count else { throw ragged(depth) }
    }
    switch value {
    case .list(let list):
      try expect(list.items.count)
      for item in list.items { try check(item, depth: depth + 1) }
    case .tuple(let tuple):
      try expect(tuple.items.count)
      for item in tuple.items { try check(item, depth: depth + 1) }
    case .range(let range):
      try expect(range.count)
      guard depth + 1 == shape.count else { throw ragged(depth) }
      if range.count > 0 { note(.int64) }
    case .array(let array):
      guard depth + array.dimensions == shape.count else { throw ragged(depth) }
      for (i, extent) in array.shape.enumerated() where shape[depth + i] != extent { throw ragged(depth + i) }
      note(array.dtype)
    default:
      guard let scalar = value.asScalar else {
        throw Fault(
          .type, "an array cannot hold \(value.typeName)", hint: "arrays hold numbers: float64, int64 or bool")
      }
      guard depth == shape.count else { throw ragged(depth) }
      note(scalar.dtype)
    }
  }

  private mutating func note(_ found: DType) {
    dtype = max(dtype, found)
    isEmpty = false
  }

  /// The array; nothing at all is float64, as in NumPy.
  mutating func build(dtype wanted: DType?) throws -> NDArray {
    let result = try NDArray.allocate(shape, wanted ?? (isEmpty ? .float64 : dtype))
    var next = 0
    try copy(top, to: result, &next)
    return result
  }

  private mutating func copy(_ value: Value, to result: NDArray, _ next: inout Int) throws {
    try pace.step()
    switch value {
    case .list(let list): for item in list.items { try copy(item, to: result, &next) }
    case .tuple(let tuple): for item in tuple.items { try copy(item, to: result, &next) }
    case .range(let range):
      let numbers = try NDArray.arange(range.start, range.stop, step: range.step)
      try place(numbers, in: result, &next)
    case .array(let array): try place(array, in: result, &next)
    default:
      try result.setElementValue(value.asScalar!, at: next)
      next += 1
    }
  }

  private func place(_ array: NDArray, in result: NDArray, _ next: inout Int) throws {
    if array.count == 0 { return }
    try NDArray(viewing: result, shape: array.shape, strides: array.shape.contiguousStrides, offset: next).assign(array)
    next += array.count
  }
}

extension Scalar {
  /// `int(x)`: towards zero; not a number and infinity are errors.
  public func truncated() throws -> Int {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): value
    case .float(let value): try checkedInt(value)
    }
  }
}
