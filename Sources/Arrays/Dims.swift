/// The extents (or strides) of an array: up to ``Dims/capacity`` integers kept inline, so that a shape never allocates.
public struct Dims: RandomAccessCollection, MutableCollection, Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The most dimensions an array may have.
  public static let capacity = 8

  @usableFromInline var items: InlineArray<8, Int>
  public private(set) var count: Int

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  public init() {
    items = InlineArray(repeating: 0)
    count = 0
  }

  public init(arrayLiteral elements: Int...) {
    self.init(elements)
  }

  /// At most ``capacity`` elements; callers that take a user's shape check that first.
  public init(_ elements: some Sequence<Int>) {
    self.init()
    for element in elements { append(element) }
  }

  /// Of a matrix.
  @inline(__always)
  init(_ rows: Int, _ columns: Int) {
    items = InlineArray(repeating: 0)
    items[0] = rows
    items[1] = columns
    count = 2
  }

  public init(repeating value: Int, count: Int) {
    self.init()
    for _ in 0..<count { append(value) }
  }

  @inlinable public subscript(index: Int) -> Int {
    get { items[index] }
    set { items[index] = newValue }
  }

  public mutating func append(_ value: Int) {
    precondition(count < Dims.capacity, "more dimensions than Dims.capacity")
    items[count] = value
    count += 1
  }

  public mutating func insert(_ value: Int, at index: Int) {
    append(value)
    var i = count - 1
    while i > index {
      items[i] = items[i - 1]
      i -= 1
    }
    items[index] = value
  }

  @discardableResult public mutating func remove(at index: Int) -> Int {
    let value = items[index]
    for i in index..<(count - 1) { items[i] = items[i + 1] }
    count -= 1
    return value
  }

  /// Number of elements of an array of this shape (1 for no dimensions).
  @inlinable public var product: Int {
    var result = 1
    for i in 0..<count { result *= items[i] }
    return result
  }

  /// The strides, in elements, of a contiguous C-ordered array of this shape.
  public var contiguousStrides: Dims {
    var strides = self
    var step = 1
    var i = count - 1
    while i >= 0 {
      strides.items[i] = step
      step *= Swift.max(items[i], 1)
      i -= 1
    }
    return strides
  }

  /// As Python writes a tuple: `(800, 2)`, `(3,)`, `()`.
  public var text: String {
    if count == 1 { return "(\(items[0]),)" }
    return "(" + map(String.init).joined(separator: ", ") + ")"
  }

  public static func == (left: Dims, right: Dims) -> Bool {
    guard left.count == right.count else { return false }
    for i in 0..<left.count where left.items[i] != right.items[i] { return false }
    return true
  }

  public func hash(into hasher: inout Hasher) {
    for i in 0..<count { hasher.combine(items[i]) }
  }
}
