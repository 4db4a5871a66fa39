import Arrays

/// `f(x)` of a value: an array's elements, or a number, which stays one.
func applyElementwise(_ function: UnaryFunction, _ x: Value) throws -> Value {
  if case .array(let array) = x { return .numpy(try NDArray.apply(function, array)) }
  if let scalar = x.asScalar { return .numpy(try NDArray.apply(function, scalar)) }
  return .numpy(try NDArray.apply(function, makeArray(x)))
}

/// `op(a, b)` of two values; numbers stay numbers.
func applyElementwise(_ op: ArrayOperation, _ a: Value, _ b: Value) throws -> Value {
  let (x, y) = (try ElementwiseOperand(a), try ElementwiseOperand(b))
  switch (x, y) {
  case (.array(let x), .array(let y)): return .numpy(try NDArray.apply(op, x, y))
  case (.array(let x), .scalar(let y)): return .numpy(try NDArray.apply(op, x, y))
  case (.scalar(let x), .array(let y)): return .numpy(try NDArray.apply(op, x, y))
  case (.scalar(let x), .scalar(let y)): return .numpy(try NDArray.apply(op, x, y))
  }
}

/// `a op b` of two values, as bools.
func compareElementwise(_ op: ArrayComparison, _ a: Value, _ b: Value) throws -> Value {
  let (x, y) = (try ElementwiseOperand(a), try ElementwiseOperand(b))
  switch (x, y) {
  case (.array(let x), .array(let y)): return .numpy(try NDArray.compare(op, x, y))
  case (.array(let x), .scalar(let y)): return .numpy(try NDArray.compare(op, x, y))
  case (.scalar(let x), .array(let y)): return .numpy(try NDArray.compare(op, x, y))
  case (.scalar(let x), .scalar(let y)): return .numpy(try NDArray.compare(op, NDArray(scalar: x), y))
  }
}

/// What an elementwise function takes.
private enum ElementwiseOperand {
  case array(NDArray)
  case scalar(Scalar)

  init(_ value: Value) throws {
    if case .array(let array) = value {
      self = .array(array)
    } else if let scalar = value.asScalar {
      self = .scalar(scalar)
    } else {
      self = .array(try makeArray(value))
    }
  }
}

extension Call {
  /// The result, written into the array given as `out=` if there is one.
  func delivering(_ result: Value, out index: Int) throws -> Value {
    guard let out = optional(index) else { return result }
    guard case .array(let target) = out else {
      throw Fault(.type, "\(builtin.name): out must be an array, not \(out.typeName)")
    }
    let array = try makeArray(result)
    guard array.dtype <= target.dtype else {
      throw ArrayError.cannotCast(from: array.dtype, to: target.dtype, operation: builtin.name)
    }
    guard array.shape == target.shape else {
      throw ArrayError.shapeMismatch(left: target.shape, right: array.shape, operation: builtin.name)
    }
    try target.assign(array)
    return out
  }
}
