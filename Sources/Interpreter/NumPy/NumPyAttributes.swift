import Arrays

extension NumPyNamespace {
  /// The names ``attribute(_:of:)`` knows.
  public static let attributeNames = [
    "T", "shape", "ndim", "size", "dtype", "itemsize", "nbytes", "flat", "real", "base", "strides",
  ]

  /// `a.T`, `a.shape`, …; nil for a name that is no attribute (it may be a method).
  public static func attribute(_ name: String, of array: NDArray) -> Value? {
    switch name {
    case "T": .array(array.transposed)
    case "shape": shapeValue(array.shape)
    case "ndim": .int(array.dimensions)
    case "size": .int(array.count)
    case "dtype": .type(NumPyTypes.object(of: array.dtype))
    case "itemsize": .int(array.dtype.itemSize)
    case "nbytes": .int(array.count * array.dtype.itemSize)
    case "flat": (try? array.raveled()).map { .array($0) }
    case "real": .array(array)
    case "base": array.base.map { .array($0) } ?? Value.none
    case "strides": shapeValue(Dims(array.strides.map { $0 * array.dtype.itemSize }))
    default: nil
    }
  }
}
