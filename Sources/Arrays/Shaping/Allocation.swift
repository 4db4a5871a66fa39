import Glibc

extension NDArray {
  /// The most bytes one array may take: half of the machine's memory, so that a result can be filled and looked at.
  public static let memoryLimit = Memory.bytes / 2

  /// Whether the number of elements, and the products of extents that strides are made of, can be counted in an `Int`.
  static func isCountable(_ shape: Dims) -> Bool {
    var result = 1
    for extent in shape where extent > 1 {
      let (product, overflow) = result.multipliedReportingOverflow(by: extent)
      if overflow || product > 1 << 58 { return false }
      result = product
    }
    return true
  }

  /// A new array of unset elements (of zeros if `zeroed`). A shape that memory cannot hold is an error, whatever its size.
  public static func allocate(_ shape: Dims, _ dtype: DType, zeroed: Bool = false) throws(ArrayError) -> NDArray {
    for axis in 0..<shape.count where shape[axis] < 0 {
      throw .badValue("negative dimensions are not allowed: \(shape[axis])")
    }
    guard isCountable(shape) else { throw .tooLarge(shape: Array(shape)) }
    let size = Swift.max(shape.product * dtype.itemSize, 1)
    guard size <= memoryLimit, let bytes = zeroed ? calloc(size, 1) : malloc(size) else {
      throw .tooLarge(shape: Array(shape))
    }
    return NDArray(adopting: bytes, shape: shape, dtype)
  }

  /// A new matrix of unset elements; small ones, of which a loop of lines makes many, take no detour.
  @inline(__always)
  static func allocateMatrix(_ rows: Int, _ columns: Int, _ dtype: DType) throws(ArrayError) -> NDArray {
    guard rows < smallExtent, columns < smallExtent, let bytes = malloc(Swift.max(rows * columns * dtype.itemSize, 1))
    else { return try allocate(Dims(rows, columns), dtype) }
    return NDArray(adopting: bytes, rows: rows, columns: columns, dtype)
  }

  /// Extents below it make no matrix that memory could not hold.
  private static var smallExtent: Int { 1024 }

  /// A new array of unset elements, of the shape of `array`.
  @inline(__always)
  static func allocate(like array: NDArray, _ dtype: DType) throws(ArrayError) -> NDArray {
    if !array.isContiguous { return try allocate(array.shape, dtype) }
    let size = Swift.max(array.count * dtype.itemSize, 1)
    guard size <= 1 << 20 || size <= memoryLimit, let bytes = malloc(size) else {
      throw .tooLarge(shape: Array(array.shape))
    }
    return NDArray(adopting: bytes, like: array, dtype)
  }

  /// As above, from a shape that a user gave.
  public static func allocate(_ shape: [Int], _ dtype: DType, zeroed: Bool = false) throws(ArrayError) -> NDArray {
    try allocate(checked(shape), dtype, zeroed: zeroed)
  }

  /// A user's shape as ``Dims``.
  static func checked(_ shape: [Int]) throws(ArrayError) -> Dims {
    if shape.count > Dims.capacity { throw .tooManyDimensions(shape.count) }
    return Dims(shape)
  }

  /// An axis counted from the front: `-1` is the last.
  public static func axis(_ axis: Int, of dimensions: Int) throws(ArrayError) -> Int {
    guard axis >= -dimensions && axis < dimensions else {
      throw .axisOutOfRange(axis: axis, dimensions: dimensions)
    }
    return axis < 0 ? axis + dimensions : axis
  }
}
