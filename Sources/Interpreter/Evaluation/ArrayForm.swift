import Arrays

/// What a function of NumPy does with arrays, when that is all it does: `np.exp`, `np.maximum`, `a.dot`.
enum ArrayForm: Sendable {
  case function(UnaryFunction)
  case operation(ArrayOperation)
  case dot

  /// How many arguments it takes.
  var operandCount: Int {
    switch self {
    case .function: 1
    case .operation, .dot: 2
    }
  }

  /// The result for operands of which at least one is an array and none needs to be made one; nil for others, and for results without
  /// dimensions, which are no arrays.
  func apply(_ a: Operand, _ b: Operand?) throws -> NDArray? {
    switch self {
    case .function(let function):
      guard case .array(let x) = a.value, x.dimensions > 0 else { return nil }
      return try NDArray.apply(function, x, into: a.isNew ? x : nil)
    case .operation(let operation):
      return try combine(operation, a, b!)
    case .dot:
      guard case .array(let x) = a.value, case .array(let y) = b!.value, x.dimensions > 1, y.dimensions > 0 else {
        return nil
      }
      return try NDArray.dot(x, y)
    }
  }
}

/// An operand of an operation on arrays.
struct Operand {
  var value: Value
  /// Whether the value is an array that nothing refers to but this: the result may take its memory.
  var isNew = false
}

extension Node {
  @inline(__always)
  final func operand(_ frame: Frame) throws -> Operand {
    var isNew = false
    let value = try evaluate(frame, isNew: &isNew)
    return Operand(value: value, isNew: isNew)
  }
}

/// `a op b` if one is an array of at least one dimension and the other an array or a number, else nil.
func combine(_ op: ArrayOperation, _ a: Operand, _ b: Operand) throws -> NDArray? {
  // One after the other: a pattern over both would copy both.
  if case .array(let x) = a.value {
    if case .array(let y) = b.value {
      if x.dimensions == 0 && y.dimensions == 0 { return nil }
      let target = a.isNew && (!b.isNew || x.count >= y.count) ? x : b.isNew ? y : nil
      return try NDArray.apply(op, x, y, into: target)
    }
    guard x.dimensions > 0, let y = b.value.asScalar else { return nil }
    return try NDArray.apply(op, x, y, into: a.isNew ? x : nil)
  }
  guard case .array(let y) = b.value, y.dimensions > 0, let x = a.value.asScalar else { return nil }
  return try NDArray.apply(op, x, y, into: b.isNew ? y : nil)
}
