import Arrays
import Syntax

/// `a op b`, with the meaning it has in Python for Python's values and in NumPy for NumPy's. A list that meets an operator Python does not
/// have for it is taken as an array.
func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
  if let x = PythonNumber(a), let y = PythonNumber(b) { return try PythonNumber.apply(op, x, y) }
  switch (a, b) {
  case (.array(let x), .array(let y)):
    return .numpy(try arrayBinary(op, x, y))
  case (.array(let x), _):
    if let y = b.asScalar { return .numpy(try arrayBinary(op, x, y)) }
  case (_, .array(let y)):
    if let x = a.asScalar { return .numpy(try arrayBinary(op, x, y)) }
  default:
    if let x = a.asScalar, let y = b.asScalar { return try numpyScalarBinary(op, x, y) }
  }
  if let result = try sequenceBinary(op, a, b) { return result }
  if isArrayLike(a) && isArrayLike(b) && involvesListOrArray(a, b) {
    return .numpy(try arrayBinary(op, makeArray(a), makeArray(b)))
  }
  throw Fault(.type, "\(a.typeName) \(op.rawValue) \(b.typeName) is not defined", hint: operatorHint(op, a, b))
}

private func operatorHint(_ op: BinaryOperator, _ a: Value, _ b: Value) -> String? {
  switch (op, a, b) {
  case (.add, .string, _): "str(…) or an f-string turns the value into text"
  case (.add, _, .string): "str(…) or an f-string turns the value into text"
  case (_, .none, _), (_, _, .none): "a function without return gives None"
  case (_, .function(let function), _), (_, _, .function(let function)): "\(function.name)(…) calls the function"
  default: nil
  }
}

/// Strings, lists, tuples and dicts: what Python defines for them; nil where it defines nothing.
private func sequenceBinary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
  switch (op, a, b) {
  case (.remainder, .string(let template), _):
    return .text(try percentFormat(template.string, b, options: .init()))
  case (.add, .string, .string), (.add, .list, .list), (.add, .tuple, .tuple):
    return try concatenate(a, b)
  case (.multiply, .string, _), (.multiply, .list, _), (.multiply, .tuple, _):
    if let count = b.asIndex, !isArray(b) { return try repeated(a, count) }
  case (.multiply, _, .string), (.multiply, _, .list), (.multiply, _, .tuple):
    if let count = a.asIndex, !isArray(a) { return try repeated(b, count) }
  case (.bitOr, .type, .type), (.bitOr, .type, .none), (.bitOr, .none, .type): return .type(union(a, b))
  case (.bitOr, .dictionary(let left), .dictionary(let right)):
    let merged = left.copy()
    try merged.store(right)
    return .dictionary(merged)
  default: break
  }
  return nil
}

private func isArray(_ value: Value) -> Bool {
  if case .array = value { return true }
  return false
}

private func isArrayLike(_ value: Value) -> Bool {
  switch value {
  case .array, .list, .tuple, .range: true
  default: value.asScalar != nil
  }
}

private func involvesListOrArray(_ a: Value, _ b: Value) -> Bool {
  switch (a, b) {
  case (.list, _), (_, .list), (.array, _), (_, .array): true
  // NumPy's scalars turn the tuple beside them into an array.
  case (.numpyFloat, _), (.numpyInt, _), (_, .numpyFloat), (_, .numpyInt): true
  default: false
  }
}

extension BinaryOperator {
  /// The elementwise operation of arrays; nil for the matrix product.
  var arrayOperation: ArrayOperation? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .remainder: .remainder
    case .power: .power
    case .bitAnd: .bitAnd
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    case .matrixMultiply: nil
    }
  }
}

func arrayBinary(_ op: BinaryOperator, _ a: NDArray, _ b: NDArray) throws -> NDArray {
  guard let operation = op.arrayOperation else { return try NDArray.matmul(a, b) }
  return try NDArray.apply(operation, a, b)
}

private func arrayBinary(_ op: BinaryOperator, _ a: NDArray, _ b: Scalar) throws -> NDArray {
  guard let operation = op.arrayOperation else { throw scalarProduct() }
  return try NDArray.apply(operation, a, b)
}

private func arrayBinary(_ op: BinaryOperator, _ a: Scalar, _ b: NDArray) throws -> NDArray {
  guard let operation = op.arrayOperation else { throw scalarProduct() }
  return try NDArray.apply(operation, a, b)
}

private func scalarProduct() -> Fault {
  Fault(.value, "@ multiplies matrices, and a number is none", hint: "* multiplies by a number")
}

/// Two scalars of which at least one is NumPy's.
private func numpyScalarBinary(_ op: BinaryOperator, _ x: Scalar, _ y: Scalar) throws -> Value {
  if x.dtype == .float64 || y.dtype == .float64 {
    let (p, q) = (x.double, y.double)
    switch op {
    case .add: return .newNumPyFloat(p + q)
    case .subtract: return .newNumPyFloat(p - q)
    case .multiply: return .newNumPyFloat(p * q)
    case .divide: return .newNumPyFloat(p / q)
    default: break
    }
  } else if case .int(let p) = x, case .int(let q) = y {
    switch op {
    case .add: return .numpyInt(p &+ q)
    case .subtract: return .numpyInt(p &- q)
    case .multiply: return .numpyInt(p &* q)
    default: break
    }
  }
  guard let operation = op.arrayOperation else { throw scalarProduct() }
  return .numpy(try NDArray.apply(operation, x, y))
}

/// `-a`, `+a`, `~a`.
func unary(_ op: UnaryOperator, _ value: Value) throws -> Value {
  switch (op, value) {
  case (.minus, .int(let x)):
    guard x != .min else { throw integerOverflow("-(\(x))") }
    return .int(-x)
  case (.minus, .float(let x)): return .newFloat(-x)
  case (.minus, .bool(let x)): return .int(x ? -1 : 0)
  case (.plus, .int), (.plus, .float): return value
  case (.plus, .bool(let x)): return .int(x ? 1 : 0)
  case (.invert, .int(let x)): return .int(~x)
  case (.invert, .bool(let x)): return .int(x ? -2 : -1)
  case (.minus, .numpyFloat(let x)): return .newNumPyFloat(-x)
  case (.minus, .numpyInt(let x)): return .numpyInt(0 &- x)
  case (.plus, .numpyFloat), (.plus, .numpyInt): return value
  case (.invert, .numpyInt(let x)): return .numpyInt(~x)
  case (.invert, .numpyBool(let x)): return .numpyBool(!x)
  case (_, .array(let array)): return .numpy(try applyUnary(op, array))
  case (_, .list): return .numpy(try applyUnary(op, makeArray(value)))
  case (_, .numpyBool(let x)): return .numpy(try applyUnary(op, NDArray(scalar: .bool(x))))
  default: throw Fault(.type, "\(op.rawValue) of \(article(value.typeName)) is not defined")
  }
}

private func applyUnary(_ op: UnaryOperator, _ array: NDArray) throws -> NDArray {
  switch op {
  case .minus: try NDArray.apply(.negative, array)
  case .plus: try NDArray.apply(.positive, array)
  case .invert: try NDArray.apply(.invert, array)
  }
}

func integerOverflow(_ what: String) -> Fault {
  Fault(
    .overflow, "\(what) does not fit in 64 bits", hint: "ints are 64-bit here; a float holds larger numbers: 2.0**100")
}
