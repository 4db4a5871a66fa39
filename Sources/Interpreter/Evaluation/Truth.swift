import Arrays

/// Python's truth of a value.
func isTrue(_ value: Value) throws -> Bool {
  switch value {
  case .none: return false
  case .bool(let value), .numpyBool(let value): return value
  case .int(let value), .numpyInt(let value): return value != 0
  case .float(let value), .numpyFloat(let value): return value != 0
  case .string(let text): return !text.string.isEmpty
  case .list(let list): return !list.items.isEmpty
  case .tuple(let tuple): return !tuple.items.isEmpty
  case .dictionary(let dictionary): return dictionary.count > 0
  case .range(let range): return range.count > 0
  case .dictionaryView(let view): return view.dictionary.count > 0
  case .array(let array):
    if array.count == 1, let scalar = value.asScalar { return scalar.double != 0 }
    if array.count == 0 {
      throw Fault(.value, "an empty array is neither true nor false", hint: "ask for its size: a.size > 0")
    }
    throw Fault(
      .value, "an array of \(array.count) elements is neither true nor false",
      hint: "say what is meant: a.any() or a.all()")
  case .slice, .ellipsis, .function, .builtin, .method, .module, .type, .iterator, .generator: return true
  }
}
