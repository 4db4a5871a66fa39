import Arrays

extension PythonBuiltins {
  /// Functions of any value.
  static let objects: [Builtin] = [
    Builtin(
      "isinstance", "isinstance(object, classinfo)",
      "Tells whether a value is of a type, or of one of a tuple of types.",
      example: "isinstance(2, (int, float))"
    ) { call in .bool(try isInstance(call[0], call[1])) },
    Builtin("callable", "callable(object)", "Tells whether a value can be called.", example: "callable(print)") {
      call in
      .bool(isCallable(call[0]))
    },
    Builtin(
      "id", "id(object)", "Returns a number that two names share only if they refer to the same object.",
      example: "a = [1]\nb = a\nid(a) == id(b)"
    ) { call in .int(identity(call[0])) },
  ]
}

private func isInstance(_ value: Value, _ classes: Value) throws -> Bool {
  switch classes {
  case .type(let type) where type.isGeneric:
    throw Fault(
      .type, "isinstance() argument 2 cannot be a parameterized generic",
      hint: "ask for the type itself: isinstance(x, list)")
  case .type(let type) where !type.alternatives.isEmpty:
    for alternative in type.alternatives { if try isInstance(value, .type(alternative)) { return true } }
    return false
  case .type(let type): return isInstance(value, of: type)
  case .tuple(let tuple):
    for item in tuple.items { if try isInstance(value, item) { return true } }
    return false
  case .none:
    throw Fault(
      .type, "isinstance() arg 2 must be a type or a tuple of types, not None", hint: "x is None asks for None")
  default:
    throw Fault(.type, "isinstance() arg 2 must be a type or a tuple of types, not \(classes.typeName)")
  }
}

/// An object's address; for values that are no objects, a number made of the value.
private func identity(_ value: Value) -> Int {
  func address(_ object: AnyObject) -> Int { Int(bitPattern: ObjectIdentifier(object)) }
  switch value {
  case .string(let object): return address(object)
  case .array(let object): return address(object)
  case .list(let object): return address(object)
  case .tuple(let object): return address(object)
  case .dictionary(let object): return address(object)
  case .range(let object): return address(object)
  case .slice(let object): return address(object)
  case .function(let object): return address(object)
  case .builtin(let object): return address(object)
  case .method(let object): return address(object)
  case .module(let object): return address(object)
  case .type(let object): return address(object)
  case .iterator(let object): return address(object)
  case .generator(let object): return address(object)
  case .dictionaryView(let object): return address(object)
  case .none: return 16
  case .ellipsis: return 32
  case .bool(let value), .numpyBool(let value): return value ? 64 : 48
  case .int(let value), .numpyInt(let value): return value
  case .float(let value), .numpyFloat(let value): return Int(bitPattern: UInt(value.bitPattern))
  }
}
