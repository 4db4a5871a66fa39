/// What can be wrong with an array operation: facts, without text positions. The interpreter makes the sentence.
public enum ArrayError: Error, Equatable {
  /// Operands that do not broadcast, or a product whose inner extents differ. `operation` is as typed: `+`, `@`, `np.where`.
  case shapeMismatch(left: Dims, right: Dims, operation: String)
  /// `reshape` to a shape with another number of elements.
  case cannotReshape(count: Int, shape: Dims)
  case axisOutOfRange(axis: Int, dimensions: Int)
  case indexOutOfRange(index: Int, axis: Int, size: Int)
  case tooManyIndices(given: Int, dimensions: Int)
  /// A mask whose shape is not that of the axes it selects from.
  case maskMismatch(mask: Dims, array: Dims, axis: Int)
  /// An index of a type that cannot index (a float array).
  case badIndex(dtype: DType)
  case tooManyDimensions(Int)
  /// More elements than memory can hold.
  case tooLarge(shape: [Int])
  /// Writing into a broadcast view.
  case readOnly
  /// A result that does not fit the array it is written into: `int64 += float64`.
  case cannotCast(from: DType, to: DType, operation: String)
  /// An operation a dtype does not have: `-` of bools.
  case unsupported(operation: String, dtype: DType)
  /// A reduction without identity over nothing: `max` of an empty array.
  case emptyReduction(operation: String)
  /// Arrays to be joined that differ elsewhere than on the axis.
  case cannotJoin(first: Dims, other: Dims, index: Int, axis: Int)
  case singularMatrix
  case notSquare(shape: Dims)
  /// A float that an int64 cannot be: NaN, an infinity, a number of 2**63 or more.
  case notAnInt(Double)
  /// A value an operation cannot take, in words: a negative repeat, a step of zero.
  case badValue(String)
  /// The operation was asked to stop: ``Cancellation``.
  case interrupted
}
