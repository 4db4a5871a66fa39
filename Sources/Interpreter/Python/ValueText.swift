import Arrays

/// Python's `str(value)`, which is what `print` writes. Nesting too deep for the stack is an error.
package func str(_ value: Value, _ options: PrintOptions = PrintOptions()) throws -> String {
  switch value {
  case .string(let text): return text.string
  case .numpyBool(let value): return value ? "True" : "False"
  case .numpyInt(let value): return String(value)
  case .numpyFloat(let value): return pythonRepr(value)
  case .array(let array): return try arrayText(of: array, options: options)
  case .type(let type) where NumPyTypes.isDType(type): return type.name
  default: return try repr(value, options)
  }
}

/// Python's `repr(value)`: strings quoted, NumPy's scalars as `np.float64(0.5)`. Nesting too deep for the stack is an error.
package func repr(_ value: Value, _ options: PrintOptions = PrintOptions()) throws -> String {
  if case .string(let text) = value { try checkSize(ofText: 4 * text.string.utf8.count) }
  if let text = try simpleRepr(value, options) {
    try Pace.check()
    return text
  }
  var writer = ContainerWriter(options: options)
  try writer.write(value)
  return writer.text
}

/// The repr of a value that holds no other values; nil for containers.
private func simpleRepr(_ value: Value, _ options: PrintOptions) throws -> String? {
  switch value {
  case .none: "None"
  case .bool(let value): value ? "True" : "False"
  case .int(let value): String(value)
  case .float(let value): pythonRepr(value)
  case .numpyBool(let value): value ? "np.True_" : "np.False_"
  case .numpyInt(let value): "np.int64(\(value))"
  case .numpyFloat(let value): "np.float64(\(pythonRepr(value)))"
  case .string(let text): stringRepr(text.string)
  case .array(let array): try arrayRepr(of: array, options: options)
  case .range(let range):
    range.step == 1 ? "range(\(range.start), \(range.stop))" : "range(\(range.start), \(range.stop), \(range.step))"
  case .ellipsis: "Ellipsis"
  case .function(let function): "<function \(function.name)>"
  case .builtin(let builtin): "<function \(builtin.name)>"
  case .method(let method): "<method \(method.method.name)>"
  case .module(let module): "<module \(stringRepr(module.name))>"
  case .type(let type) where NumPyTypes.isDType(type): "dtype(\(stringRepr(type.name)))"
  case .type(let type) where type.isGeneric || !type.alternatives.isEmpty: type.name
  case .type(let type): "<class \(stringRepr(type.name))>"
  case .iterator(let iterator): "<\(iterator.name) object>"
  case .generator: "RandomState(MT19937)"
  case .list, .tuple, .dictionary, .dictionaryView, .slice: nil
  }
}

/// Writes nested containers into one string.
private struct ContainerWriter {
  let options: PrintOptions
  var text = ""
  /// The containers that are being written, to show one that holds itself as `[...]`.
  private var open: Set<ObjectIdentifier> = []

  private var pace = PaceCounter()
  /// How long the text was when memory was last asked for.
  private var known = 0

  init(options: PrintOptions) { self.options = options }

  private mutating func grow() throws {
    guard text.utf8.count > known else { return }
    try checkSize(ofText: 2 * text.utf8.count)
    known = 2 * text.utf8.count + 256
  }

  mutating func write(_ value: Value) throws {
    if let simple = try simpleRepr(value, options) {
      text += simple
      return
    }
    try checkStack()
    switch value {
    case .list(let list):
      guard open.insert(ObjectIdentifier(list)).inserted else {
        text += "[...]"
        return
      }
      defer { open.remove(ObjectIdentifier(list)) }
      try write(list.items, "[", "]")
    case .tuple(let tuple):
      guard open.insert(ObjectIdentifier(tuple)).inserted else {
        text += "(...)"
        return
      }
      defer { open.remove(ObjectIdentifier(tuple)) }
      try write(tuple.items, "(", tuple.items.count == 1 ? ",)" : ")")
    case .dictionary(let dictionary):
      guard open.insert(ObjectIdentifier(dictionary)).inserted else {
        text += "{...}"
        return
      }
      defer { open.remove(ObjectIdentifier(dictionary)) }
      text += "{"
      for (i, item) in dictionary.items.enumerated() {
        if i > 0 { text += ", " }
        try write(item.key)
        text += ": "
        try write(item.value)
        try pace.step()
        try grow()
      }
      text += "}"
    case .dictionaryView(let view):
      let items = view.dictionary.items
      switch view.kind {
      case .keys: try write(items.map(\.key), "dict_keys([", "])")
      case .values: try write(items.map(\.value), "dict_values([", "])")
      case .items: try write(items.map { .tuple(TupleObject([$0.key, $0.value])) }, "dict_items([", "])")
      }
    case .slice(let slice): try write([slice.start, slice.stop, slice.step], "slice(", ")")
    default: preconditionFailure("a value without a text")
    }
  }

  private mutating func write(_ items: [Value], _ start: String, _ end: String) throws {
    text += start
    for (i, item) in items.enumerated() {
      if i > 0 { text += ", " }
      try write(item)
      try pace.step()
      try grow()
    }
    text += end
  }
}
