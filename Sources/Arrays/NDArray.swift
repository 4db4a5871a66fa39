import Glibc

/// An n-dimensional array with NumPy's meaning: a name refers to an array, basic slices are views that share memory.
///
/// An array either owns its memory (`base == nil`, freed with it) or is a view into the memory of `base`, which is always an owner.
/// Elements are `Bool` (one byte), `Int` or `Double`, at `bytes + (Σ index·stride) · itemSize`; strides count elements and may be 0 or negative.
public final class NDArray: @unchecked Sendable {
  public let dtype: DType
  public let shape: Dims
  /// In elements, one per dimension.
  public let strides: Dims
  /// The first element.
  public let bytes: UnsafeMutableRawPointer
  /// The owner of the memory, nil if this array owns it.
  public let base: NDArray?
  /// Number of elements.
  public let count: Int
  /// Whether the elements lie one after the other in C order.
  public let isContiguous: Bool
  /// Whether writing is refused (a broadcast view).
  public let isReadOnly: Bool
  /// Who saves the memory before it is written; nil as long as the statement runs in which it was made. Counts in the memory's owner only.
  @exclusivity(unchecked) public var journal: WriteJournal?
  /// When the memory was last saved, on the journal's clock.
  @exclusivity(unchecked) public var stamp: UInt64 = 0

  /// A new array of unset elements. For results that are written whole.
  public init(uninitialized shape: Dims, _ dtype: DType) {
    self.dtype = dtype
    self.shape = shape
    strides = shape.contiguousStrides
    count = shape.product
    bytes = malloc(Swift.max(count * dtype.itemSize, 1))!
    base = nil
    isContiguous = true
    isReadOnly = false
  }

  /// A view of `array`'s memory, starting `offset` elements after its first element.
  public init(viewing array: NDArray, shape: Dims, strides: Dims, offset: Int, isReadOnly: Bool = false) {
    dtype = array.dtype
    self.shape = shape
    self.strides = strides
    count = shape.product
    bytes = array.bytes + offset * array.dtype.itemSize
    base = array.base ?? array
    isContiguous = NDArray.areContiguous(shape, strides)
    self.isReadOnly = isReadOnly || array.isReadOnly
  }

  /// A new array of zeros (false for bool); large ones are zeroed lazily by the system.
  public init(zeros shape: Dims, _ dtype: DType = .float64) {
    self.dtype = dtype
    self.shape = shape
    strides = shape.contiguousStrides
    count = shape.product
    bytes = calloc(Swift.max(count * dtype.itemSize, 1), 1)!
    base = nil
    isContiguous = true
    isReadOnly = false
  }

  /// An array that owns `bytes`, which `malloc` gave and which hold the shape's elements.
  init(adopting bytes: UnsafeMutableRawPointer, shape: Dims, _ dtype: DType) {
    self.dtype = dtype
    self.shape = shape
    strides = shape.contiguousStrides
    count = shape.product
    self.bytes = bytes
    base = nil
    isContiguous = true
    isReadOnly = false
  }

  /// An array of the shape of `array`, which is contiguous, that owns `bytes`. (An operation on small arrays takes no longer than this.)
  init(adopting bytes: UnsafeMutableRawPointer, like array: NDArray, _ dtype: DType) {
    self.dtype = dtype
    shape = array.shape
    strides = array.strides
    count = array.count
    self.bytes = bytes
    base = nil
    isContiguous = true
    isReadOnly = false
  }

  /// A matrix that owns `bytes`.
  init(adopting bytes: UnsafeMutableRawPointer, rows: Int, columns: Int, _ dtype: DType) {
    self.dtype = dtype
    shape = Dims(rows, columns)
    strides = Dims(Swift.max(columns, 1), 1)
    count = rows * columns
    self.bytes = bytes
    base = nil
    isContiguous = true
    isReadOnly = false
  }

  deinit {
    if base == nil { free(bytes) }
  }

  /// The owner of the memory: this array or its base.
  public var root: NDArray { base ?? self }
  public var dimensions: Int { shape.count }

  @inlinable public var doubles: UnsafeMutablePointer<Double> { bytes.assumingMemoryBound(to: Double.self) }
  @inlinable public var ints: UnsafeMutablePointer<Int> { bytes.assumingMemoryBound(to: Int.self) }
  @inlinable public var bools: UnsafeMutablePointer<Bool> { bytes.assumingMemoryBound(to: Bool.self) }

  static func areContiguous(_ shape: Dims, _ strides: Dims) -> Bool {
    var step = 1
    var i = shape.count - 1
    while i >= 0 {
      if shape[i] == 0 { return true }
      if shape[i] != 1 && strides[i] != step { return false }
      step *= shape[i]
      i -= 1
    }
    return true
  }
}

extension NDArray {
  /// A 1-D float64 array of these numbers.
  public convenience init(_ values: [Double]) {
    self.init(values, shape: [values.count])
  }

  /// A float64 array of `values` in C order; `values.count` is the shape's product.
  public convenience init(_ values: [Double], shape: Dims) {
    precondition(values.count == shape.product)
    self.init(uninitialized: shape, .float64)
    for i in 0..<values.count { doubles[i] = values[i] }
  }

  public convenience init(_ values: [Int], shape: Dims? = nil) {
    let shape = shape ?? [values.count]
    precondition(values.count == shape.product)
    self.init(uninitialized: shape, .int64)
    for i in 0..<values.count { ints[i] = values[i] }
  }

  public convenience init(_ values: [Bool], shape: Dims? = nil) {
    let shape = shape ?? [values.count]
    precondition(values.count == shape.product)
    self.init(uninitialized: shape, .bool)
    for i in 0..<values.count { bools[i] = values[i] }
  }

  /// A 0-d array.
  public convenience init(scalar: Scalar) {
    switch scalar {
    case .bool(let value): self.init([value], shape: [])
    case .int(let value): self.init([value], shape: [])
    case .float(let value): self.init([value], shape: [])
    }
  }
}

extension NDArray {
  /// Calls `body` with every element in C order; not with the rest of them if the work is asked to stop. For cold paths; hot loops are written on the
  /// buffers.
  public func forEachElement(_ body: (Scalar) -> Void) {
    forEachOffset { offset in
      switch dtype {
      case .bool: body(.bool(bools[offset]))
      case .int64: body(.int(ints[offset]))
      case .float64: body(.float(doubles[offset]))
      }
    }
  }

  /// Likewise with the element offset of every element.
  public func forEachOffset(_ body: (Int) -> Void) {
    try? walkRows(shape, strides, strides) { start, _, count, step, _ in
      for i in 0..<count { body(start &+ i &* step) }
    }
  }
}
