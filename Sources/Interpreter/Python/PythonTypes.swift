import Arrays
import Synchronization

extension PythonBuiltins {
  static let intType = TypeObject(name: "int", dtype: .int64, constructor: intConstructor)
  static let floatType = TypeObject(name: "float", dtype: .float64, constructor: floatConstructor)
  static let boolType = TypeObject(name: "bool", dtype: .bool, constructor: boolConstructor)
  static let strType = TypeObject(name: "str", constructor: strConstructor)
  static let listType = TypeObject(name: "list", constructor: listConstructor)
  static let tupleType = TypeObject(name: "tuple", constructor: tupleConstructor)
  static let dictType = TypeObject(name: "dict", constructor: dictConstructor)
  static let rangeType = TypeObject(name: "range", constructor: rangeConstructor)
  static let sliceType = TypeObject(name: "slice", constructor: sliceConstructor)
  static let typeType = TypeObject(name: "type", constructor: typeConstructor)
  /// The types that have a name without import.
  package static let types: [(String, TypeObject)] = [
    ("int", intType), ("float", floatType), ("bool", boolType), ("str", strType), ("list", listType),
    ("tuple", tupleType),
    ("dict", dictType), ("range", rangeType), ("slice", sliceType), ("type", typeType),
  ]

  /// The types that have no name of their own, made when they are asked for.
  fileprivate static let otherTypes = Mutex<[String: TypeObject]>([:])
}

/// `type(value)`: the same object each time.
func typeOf(_ value: Value) -> TypeObject {
  switch value {
  case .int: return PythonBuiltins.intType
  case .float: return PythonBuiltins.floatType
  case .bool: return PythonBuiltins.boolType
  case .string: return PythonBuiltins.strType
  case .list: return PythonBuiltins.listType
  case .tuple: return PythonBuiltins.tupleType
  case .dictionary: return PythonBuiltins.dictType
  case .range: return PythonBuiltins.rangeType
  case .slice: return PythonBuiltins.sliceType
  case .type: return PythonBuiltins.typeType
  case .numpyFloat: return NumPyTypes.float64
  case .numpyInt: return NumPyTypes.int64
  case .numpyBool: return NumPyTypes.bool
  case .array: return NumPyTypes.ndarray
  default:
    let name = if case .method = value { "builtin_function_or_method" } else { value.typeName }
    return PythonBuiltins.otherTypes.withLock { types in
      if let known = types[name] { return known }
      let type = TypeObject(name: name)
      types[name] = type
      return type
    }
  }
}

/// Whether `type` is the value's type or one that it descends from; by name, as `np` may hold further abstract types.
func isInstance(_ value: Value, of type: TypeObject) -> Bool {
  let own = typeOf(value).name
  if type.name == own || type.name == "object" { return true }
  switch value {
  case .bool: return type.name == "int"
  case .numpyFloat:
    return ["float", "numpy.floating", "numpy.inexact", "numpy.number", "numpy.generic"].contains(type.name)
  case .numpyInt:
    return ["numpy.signedinteger", "numpy.integer", "numpy.number", "numpy.generic"].contains(type.name)
  case .numpyBool: return type.name == "numpy.generic"
  default: return false
  }
}

/// `callable(value)`.
func isCallable(_ value: Value) -> Bool {
  switch value {
  case .function, .builtin, .method: true
  case .type(let type): type.constructor != nil
  default: false
  }
}
