import Arrays
import Syntax

/// Facts about arrays as sentences.
extension ArrayError {
  /// - Parameter text: the expression as typed, for a shape mismatch.
  func sentence(in text: String?) -> String {
    switch self {
    case .shapeMismatch(let left, let right, let operation):
      "shapes \(left.text) and \(right.text) do not fit in \(text ?? operation)"
    case .cannotReshape(let count, let shape):
      "\(count) element\(count == 1 ? "" : "s") cannot take the shape \(shape.text)"
    case .axisOutOfRange(let axis, let dimensions):
      "axis \(axis) does not exist in an array of \(dimensions) dimension\(dimensions == 1 ? "" : "s")"
    case .indexOutOfRange(let index, let axis, let size):
      "index \(index) is out of range: axis \(axis) has \(size) element\(size == 1 ? "" : "s")"
    case .tooManyIndices(let given, let dimensions):
      "\(given) indices for an array of \(dimensions) dimension\(dimensions == 1 ? "" : "s")"
    case .maskMismatch(let mask, let array, _):
      "a mask of shape \(mask.text) does not fit an array of shape \(array.text)"
    case .badIndex(let dtype): "an array of \(dtype.name) cannot be an index"
    case .tooManyDimensions(let count): "\(count) dimensions are too many, an array has at most \(Dims.capacity)"
    case .tooLarge(let shape): "an array of shape \(shapeText(shape)) does not fit in memory"
    case .readOnly: "this array is a broadcast view and cannot be written to"
    case .cannotCast(let from, let to, let operation):
      "the result of \(operation) is \(from.name) and cannot be kept in an array of \(to.name)"
    case .unsupported(let operation, let dtype): "\(operation) is not defined for arrays of \(dtype.name)"
    case .emptyReduction(let operation): "\(operation) of an empty array is not defined"
    case .cannotJoin(let first, let other, let index, let axis):
      "array \(index) of shape \(other.text) cannot be joined to one of shape \(first.text) along axis \(axis)"
    case .singularMatrix: "the matrix is singular"
    case .notSquare(let shape): "a square matrix is needed, this one has shape \(shape.text)"
    case .notAnInt(let value):
      value.isNaN
        ? "cannot convert float NaN to integer"
        : value.isInfinite ? "cannot convert float infinity to integer" : "Python int too large to convert to C long"
    case .badValue(let words): words
    case .interrupted: "interrupted"
    }
  }

  var hint: Hint? {
    switch self {
    case .shapeMismatch(let left, let right, let operation): mismatchHint(left, right, operation)
    case .cannotReshape(let count, _): "the product of the extents must be \(count); -1 leaves one extent open"
    case .indexOutOfRange(_, _, let size): size == 0 ? "it is empty" : "indices go from 0 to \(size - 1)"
    case .badIndex: "astype(int) makes indices of it; a comparison makes a mask"
    case .readOnly: "copy() gives an array of your own"
    case .cannotCast(_, let to, _): to == .int64 ? "make it float first: a = a.astype(float)" : nil
    case .notAnInt(let value):
      value.isFinite
        ? "an int64 goes from -2**63 to 2**63 - 1" : "only floats can be nan or inf"
    case .singularMatrix: "a row is a combination of others: no inverse exists"
    case .tooManyIndices: "a[i, j] needs two dimensions; a.shape tells how many there are"
    default: nil
    }
  }

  private func shapeText(_ shape: [Int]) -> String {
    "(" + shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
  }

  private func mismatchHint(_ left: Dims, _ right: Dims, _ operation: String) -> Hint? {
    if operation == "@" || operation.hasSuffix("matmul") || operation.hasSuffix("dot") {
      guard left.count > 0, right.count > 0 else { return "@ multiplies matrices, and a number is none" }
      let inner = left[left.count - 1]
      let rows = right.count >= 2 ? right[right.count - 2] : right[0]
      if left.count == 2, right.count == 2 {
        if left[1] == right[1] { return "the second matrix transposed would fit: … @ B.T" }
        if left[0] == right[0] { return "the first matrix transposed would fit: A.T @ …" }
      }
      return
        "the first has \(inner) column\(inner == 1 ? "" : "s"), the second \(rows) row\(rows == 1 ? "" : "s"): the two must be equal"
    }
    if left.count == 1 || right.count == 1 { return "reshape(-1, 1) makes a column of a 1-D array" }
    return "extents must be equal, or one of them 1"
  }
}
