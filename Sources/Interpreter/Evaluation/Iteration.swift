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
    return { iterator.next().map { .string(Text.character($0)) } }
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
  let dictionary = view.dictionary
  let (count, moves) = (dictionary.count, dictionary.moves)
  var place = 0
  var isDone = false
  return {
    if isDone { return nil }
    try checkUnchanged(dictionary, count, moves)
    guard let entry = dictionary.entry(from: &place) else {
      isDone = true
      return nil
    }
    return view.value(of: entry)
  }
}

/// The items of a dict or a view of it, the last first.
func iterateBackwards(_ view: DictionaryView) -> () throws -> Value? {
  let dictionary = view.dictionary
  let (count, moves) = (dictionary.count, dictionary.moves)
  var place = Int.max
  return {
    if place == 0 { return nil }
    try checkUnchanged(dictionary, count, moves)
    return dictionary.entry(before: &place).map(view.value(of:))
  }
}

private func checkUnchanged(_ dictionary: DictionaryObject, _ count: Int, _ moves: Int) throws {
  guard dictionary.count == count else {
    throw Fault(.value, "the dict changed its size while it was iterated over", hint: "go over list(d) instead")
  }
  guard dictionary.moves == moves else {
    throw Fault(.value, "the keys of the dict changed while it was iterated over", hint: "go over list(d) instead")
  }
}

extension DictionaryView {
  fileprivate func value(of entry: DictionaryObject.Entry) -> Value {
    switch kind {
    case .keys: entry.key
    case .values: entry.value
    case .items: .tuple(TupleObject([entry.key, entry.value]))
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
    case .float64: return .newNumPyFloat(array.doubles[offset])
    }
  }
  var shape = array.shape
  var strides = array.strides
  shape.remove(at: 0)
  strides.remove(at: 0)
  return .array(NDArray(viewing: array, shape: shape, strides: strides, offset: i * array.strides[0]))
}

/// All values of an iterable, with an eye on memory and Ctrl-C.
func materialize(_ value: Value) throws -> [Value] {
  var items: [Value] = []
  switch value {
  case .list(let list): return list.items
  case .tuple(let tuple): return tuple.items
  case .range(let range):
    try checkLength(range.count, "a list")
    items.reserveCapacity(range.count)
    for i in 0..<range.count {
      if i & 0xF_FFFF == 0 { try Pace.check() }
      items.append(.int(range.start + i * range.step))
    }
  default:
    let next = try iterate(value)
    while let item = try next() {
      if items.count == items.capacity { try checkLength(2 * items.count + 4, "a list") }
      items.append(item)
      if items.count & (Pace.stride - 1) == 0 { try Pace.check(Pace.stride * 64, for: "a list") }
    }
  }
  return items
}

/// `*value`: adds its items to others.
func spread(_ value: Value, into values: inout [Value]) throws {
  let items = try materialize(value)
  if values.isEmpty {
    values = items
  } else {
    try checkLength(values.count + items.count, "a list")
    values += items
  }
}

/// `an int`, `a list`.
func article(_ noun: String) -> String {
  guard let first = noun.first else { return noun }
  return ("aeiou".contains(first) ? "an " : "a ") + noun
}
