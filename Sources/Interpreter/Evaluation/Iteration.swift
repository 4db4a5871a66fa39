import Arrays

/// The values of anything a `for` can go over, one after the other.
func iterate(_ value: Value) throws -> () throws -> Value? {
  switch value {
  case .list(let list):
    // Python's: a list that grows while it is walked is walked to its new end.
    var i = 0
    return {
      guard i < list.items.count else { return nil }
      i += 1
      return list.items[i - 1]
    }
  case .tuple(let tuple):
    var i = 0
    return {
      guard i < tuple.items.count else { return nil }
      i += 1
      return tuple.items[i - 1]
    }
  case .range(let range):
    var i = 0
    return {
      guard i < range.count else { return nil }
      i += 1
      return .int(range.start + (i - 1) * range.step)
    }
  case .string(let text):
    var iterator = text.string.unicodeScalars.makeIterator()
    return { iterator.next().map { .text(String($0)) } }
  case .dictionary(let dictionary):
    return iterateDictionary(DictionaryView(dictionary, .keys))
  case .dictionaryView(let view):
    return iterateDictionary(view)
  case .iterator(let iterator):
    return iterator.next
  case .array(let array):
    guard array.dimensions > 0 else {
      throw Fault(.type, "an array without dimensions cannot be iterated over")
    }
    var i = 0
    let rows = array.shape[0]
    return {
      guard i < rows else { return nil }
      i += 1
      return row(array, i - 1)
    }
  default:
    throw Fault(.type, "\(article(value.typeName)) cannot be iterated over", hint: iterationHint(value))
  }
}

private func iterationHint(_ value: Value) -> String? {
  switch value {
  case .int(let count): "range(\(count)) counts"
  default: nil
  }
}

private func iterateDictionary(_ view: DictionaryView) -> () throws -> Value? {
  let items = view.dictionary.items
  var i = 0
  return {
    guard i < items.count else { return nil }
    guard view.dictionary.count == items.count else {
      throw Fault(.value, "the dict changed its size while it was iterated over", hint: "go over list(d) instead")
    }
    defer { i += 1 }
    switch view.kind {
    case .keys: return items[i].key
    case .values: return items[i].value
    case .items: return .tuple(TupleObject([items[i].key, items[i].value]))
    }
  }
}

/// Row `i` of an array (0 ≤ i < shape[0]): a view, or a scalar of a 1-D array.
func row(_ array: NDArray, _ i: Int) -> Value {
  if array.dimensions == 1 {
    let offset = i * array.strides[0]
    switch array.dtype {
    case .bool: return .numpyBool(array.bools[offset])
    case .int64: return .numpyInt(array.ints[offset])
    case .float64: return .numpyFloat(array.doubles[offset])
    }
  }
  var shape = array.shape
  var strides = array.strides
  shape.remove(at: 0)
  strides.remove(at: 0)
  return .array(NDArray(viewing: array, shape: shape, strides: strides, offset: i * array.strides[0]))
}

/// All values of an iterable.
func materialize(_ value: Value) throws -> [Value] {
  switch value {
  case .list(let list): return list.items
  case .tuple(let tuple): return tuple.items
  default:
    let next = try iterate(value)
    var items: [Value] = []
    while let item = try next() { items.append(item) }
    return items
  }
}

/// `an int`, `a list`.
func article(_ noun: String) -> String {
  guard let first = noun.first else { return noun }
  return ("aeiou".contains(first) ? "an " : "a ") + noun
}
