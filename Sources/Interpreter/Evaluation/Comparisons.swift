import Arrays
import Syntax

/// `a op b`: a bool for Python's values, NumPy's bool or a bool array where NumPy's values take part.
func compare(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws -> Value {
  switch op {
  case .isSame: return .bool(isSame(a, b))
  case .isNotSame: return .bool(!isSame(a, b))
  case .isIn: return .bool(try contains(b, a))
  case .isNotIn: return .bool(try !contains(b, a))
  default: break
  }
  if let x = PythonNumber(a), let y = PythonNumber(b) { return .bool(order(op, x, y)) }
  switch (a, b) {
  case (.string(let x), .string(let y)): return .bool(orderStrings(op, x.string, y.string))
  case (.array(let x), .array(let y)): return .numpy(try NDArray.compare(op.arrayComparison, x, y))
  case (.array(let x), _):
    if let y = b.asScalar { return .numpy(try NDArray.compare(op.arrayComparison, x, y)) }
  case (_, .array(let y)):
    if let x = a.asScalar { return .numpy(try NDArray.compare(op.arrayComparison, x, y)) }
  default:
    if let x = a.asScalar, let y = b.asScalar {
      return .numpyBool(order(op, PythonNumber(scalar: x), PythonNumber(scalar: y)))
    }
  }
  let isEquality = op == .equal || op == .notEqual
  switch (a, b) {
  case (.array, .list), (.list, .array), (.array, .tuple), (.tuple, .array), (.array, .range), (.range, .array):
    return .numpy(try NDArray.compare(op.arrayComparison, makeArray(a), makeArray(b)))
  case (.array(let x), _) where isEquality, (_, .array(let x)) where isEquality:
    // No element equals None, a string or a dict.
    return .numpy(try NDArray.full(Array(x.shape), .bool(op == .notEqual), .bool))
  case (.list, .list), (.tuple, .tuple):
    if isEquality { return .bool(try isEqual(a, b) == (op == .equal)) }
    let ordering = try compareSequences(a, b)
    switch op {
    case .less: return .bool(ordering < 0)
    case .lessEqual: return .bool(ordering <= 0)
    case .greater: return .bool(ordering > 0)
    default: return .bool(ordering >= 0)
    }
  case (.list, _) where !isEquality && b.asScalar != nil, (_, .list) where !isEquality && a.asScalar != nil:
    return .numpy(try NDArray.compare(op.arrayComparison, makeArray(a), makeArray(b)))
  default: break
  }
  if isEquality { return .bool(try isEqual(a, b) == (op == .equal)) }
  throw Fault(.type, "\(a.typeName) \(op.rawValue) \(b.typeName) is not defined")
}

extension ComparisonOperator {
  var arrayComparison: ArrayComparison {
    switch self {
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    default: .equal
    }
  }
}

extension PythonNumber {
  init(scalar: Scalar) {
    switch scalar {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .float(let value): self = .float(value)
    }
  }

  /// -1, 0, 1; nil if one is not a number. An int and a float are compared exactly.
  func ordering(_ other: PythonNumber) -> Int? {
    switch (self, other) {
    case (.float(let x), .float(let y)): return x < y ? -1 : x > y ? 1 : x == y ? 0 : nil
    case (.float, _): return other.ordering(self).map { -$0 }
    case (_, .float(let y)):
      if y.isNaN { return nil }
      guard let x = integer else { return nil }
      if y >= 9.3e18 { return -1 }
      if y <= -9.3e18 { return 1 }
      let floor = y.rounded(.down)
      guard let whole = Int(exactly: floor) else { return y > 0 ? -1 : 1 }
      if x != whole { return x < whole ? -1 : 1 }
      return y > floor ? -1 : 0
    default:
      guard let x = integer, let y = other.integer else { return nil }
      return x < y ? -1 : x > y ? 1 : 0
    }
  }

  private var integer: Int? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): value
    case .float: nil
    }
  }
}

private func order(_ op: ComparisonOperator, _ x: PythonNumber, _ y: PythonNumber) -> Bool {
  guard let ordering = x.ordering(y) else { return op == .notEqual }
  return holds(op, ordering)
}

private func holds(_ op: ComparisonOperator, _ ordering: Int) -> Bool {
  switch op {
  case .less: ordering < 0
  case .lessEqual: ordering <= 0
  case .greater: ordering > 0
  case .greaterEqual: ordering >= 0
  case .notEqual: ordering != 0
  default: ordering == 0
  }
}

/// Python orders strings by code points, which is the order of their UTF-8 bytes; Swift's `<` goes by canonical equivalence.
private func orderStrings(_ op: ComparisonOperator, _ x: String, _ y: String) -> Bool {
  if op == .equal { return isSameText(x, y) }
  return holds(op, orderOfCodePoints(x, y))
}

/// `a is b`.
func isSame(_ a: Value, _ b: Value) -> Bool {
  switch (a, b) {
  case (.none, .none), (.ellipsis, .ellipsis): true
  case (.bool(let x), .bool(let y)): x == y
  case (.int(let x), .int(let y)): x == y
  // By their bits, which say which NaN a NaN is: `np.nan in [np.nan]`.
  case (.float(let x), .float(let y)), (.numpyFloat(let x), .numpyFloat(let y)): x.bitPattern == y.bitPattern
  case (.numpyInt(let x), .numpyInt(let y)): x == y
  case (.numpyBool(let x), .numpyBool(let y)): x == y
  case (.string(let x), .string(let y)): x == y
  case (.array(let x), .array(let y)): x === y
  case (.list(let x), .list(let y)): x === y
  case (.tuple(let x), .tuple(let y)): x === y
  case (.dictionary(let x), .dictionary(let y)): x === y
  case (.function(let x), .function(let y)): x === y
  case (.builtin(let x), .builtin(let y)): x === y
  case (.module(let x), .module(let y)): x === y
  case (.type(let x), .type(let y)): x === y
  case (.range(let x), .range(let y)): x === y
  case (.generator(let x), .generator(let y)): x === y
  case (.iterator(let x), .iterator(let y)): x === y
  case (.slice(let x), .slice(let y)): x === y
  case (.method(let x), .method(let y)): x === y
  case (.dictionaryView(let x), .dictionaryView(let y)): x === y
  default: false
  }
}

/// The truth of `a == b`. An array equals another value if all its elements do; that is asked of containers' elements only.
func isEqual(_ a: Value, _ b: Value) throws -> Bool {
  if let x = a.pythonOrNumPyNumber, let y = b.pythonOrNumPyNumber { return x.ordering(y) == 0 }
  switch (a, b) {
  case (.string(let x), .string(let y)): return x == y
  case (.array, _), (_, .array): return try isTrue(compare(.equal, a, b))
  case (.list(let x), .list(let y)): return try areEqual(x.items, y.items)
  case (.tuple(let x), .tuple(let y)): return try areEqual(x.items, y.items)
  case (.range(let x), .range(let y)):
    return x.count == y.count && (x.count == 0 || (x.start == y.start && (x.count == 1 || x.step == y.step)))
  case (.dictionary(let x), .dictionary(let y)):
    return try areEqual(x, y)
  // What `a.dtype` gives equals the types and names that mean it: np.float64, float, "float64".
  case (.type(let x), .type(let y)) where NumPyTypes.isDType(x) || NumPyTypes.isDType(y):
    return x.dtype != nil && x.dtype == y.dtype
  case (.type(let x), .string), (.string, .type(let x)):
    guard NumPyTypes.isDType(x), let named = try? makeDType(b.isString ? b : a) else { return false }
    return x.dtype == named
  case (.dictionaryView, .dictionaryView):
    return try areEqual(materialize(a), materialize(b))
  default: return isSame(a, b)
  }
}

private func areEqual(_ x: [Value], _ y: [Value]) throws -> Bool {
  guard x.count == y.count else { return false }
  try checkStack()
  var pace = PaceCounter()
  for (a, b) in zip(x, y) {
    try pace.step()
    if try !isSameOrEqual(a, b) { return false }
  }
  return true
}

private func areEqual(_ x: DictionaryObject, _ y: DictionaryObject) throws -> Bool {
  guard x.count == y.count else { return false }
  try checkStack()
  var pace = PaceCounter()
  var place = 0
  while let entry = x.entry(from: &place) {
    try pace.step()
    guard let other = y[try dictionaryKey(entry.key)], try isSameOrEqual(entry.value, other) else { return false }
  }
  return true
}

/// How containers compare what they hold: the same object is equal to itself, whatever `==` says of it.
func isSameOrEqual(_ a: Value, _ b: Value) throws -> Bool { try isSame(a, b) || isEqual(a, b) }

/// The truth of `a < b`, as sorting and `max` ask it.
func isLess(_ a: Value, _ b: Value) throws -> Bool {
  if let x = a.pythonOrNumPyNumber, let y = b.pythonOrNumPyNumber { return (x.ordering(y) ?? 1) < 0 }
  return try isTrue(compare(.less, a, b))
}

extension Value {
  /// Python's and NumPy's scalars, no arrays.
  var pythonOrNumPyNumber: PythonNumber? {
    if case .array = self { return nil }
    return asScalar.map(PythonNumber.init(scalar:))
  }
}

extension Value {
  fileprivate var isString: Bool {
    if case .string = self { return true }
    return false
  }
}
