import Arrays

/// What values are to a builtin that asks for an int, an array, a word: the conversions Python and NumPy make silently, and the error they raise.
extension Value {
  /// `int`, `float`, `numpy.ndarray`, …: the name of the value's type, as `type(x).__name__`.
  public var typeName: String {
    switch self {
    case .none: "NoneType"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .numpyBool: "numpy.bool"
    case .numpyInt: "numpy.int64"
    case .numpyFloat: "numpy.float64"
    case .string: "str"
    case .array: "numpy.ndarray"
    case .list: "list"
    case .tuple: "tuple"
    case .dictionary: "dict"
    case .range: "range"
    case .slice: "slice"
    case .ellipsis: "ellipsis"
    case .function, .method: "function"
    case .builtin: "builtin_function_or_method"
    case .module: "module"
    case .type: "type"
    case .iterator(let iterator): iterator.name
    case .generator: "RandomState"
    case .dictionaryView(let view):
      switch view.kind {
      case .keys: "dict_keys"
      case .values: "dict_values"
      case .items: "dict_items"
      }
    }
  }

  /// The value as an int where Python's `__index__` gives one: int, bool, NumPy's ints, 0-d int arrays; nil otherwise.
  public var asIndex: Int? {
    switch self {
    case .int(let value), .numpyInt(let value): value
    case .bool(let value): value ? 1 : 0
    case .array(let array) where array.count == 1 && array.dimensions == 0 && array.dtype == .int64: array.ints[0]
    default: nil
    }
  }

  /// The value as a number if it is one: Python's and NumPy's scalars, arrays of one element.
  public var asScalar: Scalar? {
    switch self {
    case .bool(let value), .numpyBool(let value): .bool(value)
    case .int(let value), .numpyInt(let value): .int(value)
    case .float(let value), .numpyFloat(let value): .float(value.unnumbered)
    case .array(let array) where array.count == 1:
      switch array.dtype {
      case .bool: .bool(array.bools[0])
      case .int64: .int(array.ints[0])
      case .float64: .float(array.doubles[0])
      }
    default: nil
    }
  }

  /// The value as a double if it is a number.
  public var asDouble: Double? { asScalar?.double }

  /// NumPy's scalar for an element.
  public static func numpy(_ scalar: Scalar) -> Value {
    switch scalar {
    case .bool(let value): .numpyBool(value)
    case .int(let value): .numpyInt(value)
    case .float(let value): .newNumPyFloat(value)
    }
  }

  /// An array, or NumPy's scalar if it has no dimensions: what NumPy's functions return.
  public static func numpy(_ array: NDArray) -> Value {
    guard array.dimensions == 0 else { return .array(array) }
    switch array.dtype {
    case .bool: return .numpyBool(array.bools[0])
    case .int64: return .numpyInt(array.ints[0])
    case .float64: return .newNumPyFloat(array.doubles[0])
    }
  }

  public static func text(_ string: String) -> Value { .string(Text(string)) }
}

/// `np.array(value)`: numbers and nested lists, tuples, ranges, arrays. Ragged or non-numeric input is an error.
public func makeArray(_ value: Value, dtype: DType? = nil) throws -> NDArray {
  if case .array(let array) = value, dtype == nil || dtype == array.dtype { return array }
  if let scalar = value.asScalar, dtype == nil || dtype == scalar.dtype {
    if case .array = value {} else { return NDArray(scalar: scalar) }
  }
  var builder = try ArrayBuilder(value)
  return try builder.build(dtype: dtype)
}

extension Call {
  func parameterName(_ index: Int) -> String { builtin.parameters.items[index].name }

  private func wrong(_ index: Int, _ wanted: String) -> Fault {
    Fault(.type, "\(builtin.name): \(parameterName(index)) must be \(wanted), not \(values[index]!.typeName)")
  }

  /// The argument as an array (lists and numbers are converted).
  public func array(_ index: Int) throws -> NDArray {
    if case .array(let array)? = values[index] { return array }
    return try makeArray(values[index]!)
  }

  public func int(_ index: Int) throws -> Int {
    guard let value = values[index]!.asIndex else { throw wrong(index, "an int") }
    return value
  }

  public func double(_ index: Int) throws -> Double {
    guard let value = values[index]!.asDouble else { throw wrong(index, "a number") }
    return value
  }

  public func string(_ index: Int) throws -> String {
    guard case .string(let text)? = values[index] else { throw wrong(index, "a str") }
    return text.string
  }

  public func bool(_ index: Int) throws -> Bool { try isTrue(values[index]!) }

  /// None or missing: nil.
  public func optionalInt(_ index: Int) throws -> Int? { optional(index) == nil ? nil : try int(index) }
  public func optionalDouble(_ index: Int) throws -> Double? { optional(index) == nil ? nil : try double(index) }

  /// A `dtype=` argument: `float`, `int`, `bool`, `np.float64`, `"float64"`; None or missing: nil. float32 and others are refused by name.
  public func dtype(_ index: Int) throws -> DType? {
    guard let value = optional(index) else { return nil }
    return try makeDType(value)
  }

  /// A shape argument: an int or a tuple/list of ints. Negative entries are an error unless `allowsUnknown` (`-1` in reshape).
  public func shape(_ index: Int, allowsUnknown: Bool = false) throws -> [Int] {
    try makeShape(values[index]!, name: "\(builtin.name): \(parameterName(index))", allowsUnknown: allowsUnknown)
  }

  /// An `axis=` argument: nil for None, else one or several axes.
  public func axes(_ index: Int) throws -> [Int]? {
    guard let value = optional(index) else { return nil }
    if let axis = value.asIndex { return [axis] }
    return try makeShape(value, name: "\(builtin.name): \(parameterName(index))", allowsUnknown: true)
  }
}

/// A shape from an int or a sequence of ints, checked to have at most ``Dims/capacity`` entries.
public func makeShape(_ value: Value, name: String, allowsUnknown: Bool = false) throws -> [Int] {
  var result: [Int] = []
  if let single = value.asIndex {
    result = [single]
  } else {
    switch value {
    case .tuple, .list, .range, .array:
      let next = try iterate(value)
      while let item = try next() {
        guard let extent = item.asIndex else { throw Fault(.type, "\(name) must be ints, not \(item.typeName)") }
        result.append(extent)
        if result.count > Dims.capacity { throw ArrayError.tooManyDimensions(result.count) }
      }
    default: throw Fault(.type, "\(name) must be an int or a tuple of ints, not \(value.typeName)")
    }
  }
  if !allowsUnknown, let negative = result.first(where: { $0 < 0 }) {
    throw Fault(.value, "\(name): negative dimensions are not allowed: \(negative)")
  }
  return result
}

/// The dtype a value names.
public func makeDType(_ value: Value) throws -> DType {
  switch value {
  case .type(let type):
    if let dtype = type.dtype { return dtype }
    throw Fault(
      .unsupported, "arrays of \(type.name) do not exist here", hint: "the dtypes are float64, int64 and bool")
  case .string(let text):
    // An ASCII name is equal to nothing but itself.
    switch text.string.utf8.allSatisfy({ $0 < 128 }) ? text.string : "" {
    case "float", "float64", "f8", "<f8", "d": return .float64
    case "int", "int64", "i8", "<i8", "l": return .int64
    case "bool", "?": return .bool
    default:
      throw Fault(
        .unsupported, "dtype \(text.string) does not exist here", hint: "the dtypes are float64, int64 and bool")
    }
  default: throw Fault(.type, "a dtype must be a type such as float, not \(value.typeName)")
  }
}
