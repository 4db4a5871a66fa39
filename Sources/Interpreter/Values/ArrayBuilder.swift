import Arrays

/// Builds an array from nested sequences, as `np.array` does: the shape from the first elements, the dtype from all of them.
struct ArrayBuilder {
  private var scalars: [Scalar] = []
  private var dtype: DType = .bool
  private var shape: [Int] = []
  private let top: Value
  private var isEmpty = true

  init(_ value: Value) throws {
    top = value
    shape = try ArrayBuilder.shape(of: value)
    if shape.count > Dims.capacity { throw ArrayError.tooManyDimensions(shape.count) }
    try collect(value, depth: 0)
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

  private mutating func collect(_ value: Value, depth: Int) throws {
    func expect(_ count: Int) throws {
      guard depth < shape.count, shape[depth] == count else { throw ragged(depth) }
    }
    switch value {
    case .list(let list):
      try expect(list.items.count)
      for item in list.items { try collect(item, depth: depth + 1) }
    case .tuple(let tuple):
      try expect(tuple.items.count)
      for item in tuple.items { try collect(item, depth: depth + 1) }
    case .range(let range):
      try expect(range.count)
      guard depth + 1 == shape.count else { throw ragged(depth) }
      try reserve(range.count)
      for i in 0..<range.count {
        if i & (Cancellation.stride - 1) == 0 { try Pace.check() }
        try add(.int(range.start + i * range.step))
      }
    case .array(let array):
      guard depth + array.dimensions == shape.count else { throw ragged(depth) }
      for (i, extent) in array.shape.enumerated() where shape[depth + i] != extent { throw ragged(depth + i) }
      try reserve(array.count)
      array.forEachElement { scalars.append($0) }
      dtype = max(dtype, array.dtype)
      isEmpty = false
    default:
      guard let scalar = value.asScalar else {
        throw Fault(
          .type, "an array cannot hold \(value.typeName)", hint: "arrays hold numbers: float64, int64 or bool")
      }
      guard depth == shape.count else { throw ragged(depth) }
      try add(scalar)
    }
  }

  /// Makes room for so many more, or throws.
  private mutating func reserve(_ count: Int) throws {
    let (total, overflow) = scalars.count.addingReportingOverflow(count)
    try MemoryBudget.spend(
      overflow ? .max : total, of: MemoryLayout<Scalar>.stride, for: "an array of shape \(Dims(shape).text)")
    scalars.reserveCapacity(max(total, 2 * scalars.count))
  }

  private mutating func add(_ scalar: Scalar) throws {
    if scalars.count == scalars.capacity { try reserve(scalars.count + 4) }
    if scalars.count & (Pace.stride - 1) == 0 { try Pace.check() }
    scalars.append(scalar)
    if scalar.dtype > dtype { dtype = scalar.dtype }
    isEmpty = false
  }

  /// The array; nothing at all is float64, as in NumPy.
  func build(dtype wanted: DType?) throws -> NDArray {
    let dtype = wanted ?? (isEmpty ? .float64 : self.dtype)
    let result = try NDArray.allocate(Dims(shape), dtype)
    switch dtype {
    case .float64:
      for (i, scalar) in scalars.enumerated() { result.doubles[i] = scalar.double }
    case .int64:
      for (i, scalar) in scalars.enumerated() { result.ints[i] = try scalar.truncated() }
    case .bool:
      for (i, scalar) in scalars.enumerated() { result.bools[i] = scalar.double != 0 }
    }
    return result
  }
}

extension Scalar {
  /// `int(x)`: towards zero; not a number and infinity are errors.
  public func truncated() throws -> Int {
    switch self {
    case .bool(let value): return value ? 1 : 0
    case .int(let value): return value
    case .float(let value):
      guard let int = Int(exactly: value.rounded(.towardZero)) else {
        throw Fault(.value, "cannot convert \(value) to an int")
      }
      return int
    }
  }
}
