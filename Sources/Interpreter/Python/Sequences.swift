import Arrays
import Syntax

/// `container[index]` of Python's own containers: strings, lists, tuples, ranges, dicts; slices too.
func pythonItem(_ container: Value, _ index: Value) throws -> Value {
  switch container {
  case .dictionary(let dictionary):
    guard let value = dictionary[try dictionaryKey(index)] else { throw missingKey(index, dictionary) }
    return value
  case .list(let list):
    if case .slice(let slice) = index {
      return .list(ListObject(try SliceRange(slice, count: list.items.count).map { list.items[$0] }))
    }
    return list.items[try position(index, count: list.items.count, of: "list")]
  case .tuple(let tuple):
    if case .slice(let slice) = index {
      return .tuple(TupleObject(try SliceRange(slice, count: tuple.items.count).map { tuple.items[$0] }))
    }
    return tuple.items[try position(index, count: tuple.items.count, of: "tuple")]
  case .range(let range):
    if case .slice(let slice) = index { return .range(try part(of: range, slice)) }
    return .int(range.start + (try position(index, count: range.count, of: "range")) * range.step)
  case .string(let text): return try character(of: text, index)
  case .array(let array):
    guard array.dimensions > 0 else { throw ArrayError.tooManyIndices(given: 1, dimensions: 0) }
    return row(array, try position(index, count: array.shape[0], of: "array"))
  default:
    throw Fault(
      .type, "\(article(container.typeName)) cannot be indexed",
      hint: isCallable(container) ? "round brackets call it: f(x)" : nil)
  }
}

/// `container[index] = value` of a list (slices too) or dict.
func setPythonItem(_ container: Value, _ index: Value, to value: Value) throws {
  switch container {
  case .dictionary(let dictionary): dictionary.set(try dictionaryKey(index), original: index, to: value)
  case .list(let list):
    guard case .slice(let slice) = index else {
      list.items[try position(index, count: list.items.count, of: "list")] = value
      return
    }
    let items = try materialize(value)
    let range = try SliceRange(slice, count: list.items.count)
    if range.step == 1 {
      list.items.replaceSubrange(range.start..<(range.start + range.count), with: items)
      return
    }
    guard items.count == range.count else {
      throw Fault(.value, "\(items.count) values do not fit a slice of \(range.count) places")
    }
    for (place, item) in zip(range, items) { list.items[place] = item }
  default: throw unchangeable(container)
  }
}

/// `del container[index]` of a list (slices too) or dict.
func deletePythonItem(_ container: Value, _ index: Value) throws {
  switch container {
  case .dictionary(let dictionary):
    guard dictionary.remove(try dictionaryKey(index)) != nil else { throw missingKey(index, dictionary) }
  case .list(let list):
    guard case .slice(let slice) = index else {
      list.items.remove(at: try position(index, count: list.items.count, of: "list"))
      return
    }
    let range = try SliceRange(slice, count: list.items.count)
    if range.step == 1 {
      list.items.removeSubrange(range.start..<(range.start + range.count))
      return
    }
    let doomed = Set(range)
    list.items = list.items.enumerated().filter { !doomed.contains($0.offset) }.map(\.element)
  case .array: throw Fault(.value, "elements of an array cannot be deleted", hint: "select those to keep: a[mask]")
  default: throw unchangeable(container)
  }
}

private func unchangeable(_ container: Value) -> Fault {
  let hint: String? =
    switch container {
    case .tuple: "a list can be changed: list(t)"
    case .string: "make a new string: s.replace(…) or s[:i] + … + s[i + 1:]"
    case .range: "a list can be changed: list(r)"
    default: nil
    }
  return Fault(.type, "an item of \(article(container.typeName)) cannot be changed", hint: hint)
}

/// An index counted from the front, checked against the length.
func position(_ index: Value, count: Int, of what: String) throws -> Int {
  guard let i = index.asIndex else {
    let isTuple = if case .tuple = index { true } else { false }
    let hint: String? =
      switch index {
      case .float, .numpyFloat: "int(…) or // makes an int"
      case .tuple:
        what == "list" ? "a list of lists is indexed twice, x[i][j]; np.array(x)[i, j] takes both at once" : nil
      default: nil
      }
    throw Fault(
      .type, "\(article(what))'s index is an int or a slice, not \(isTuple ? "a tuple" : article(index.typeName))",
      hint: hint)
  }
  let place = i < 0 ? i + count : i
  guard place >= 0 && place < count else {
    throw Fault(
      .index, "index \(i) is out of range: the \(what) has \(count) item\(count == 1 ? "" : "s")",
      hint: count > 0 && i == count ? "indices start at 0; the last is \(count - 1)" : nil)
  }
  return place
}

private func character(of text: Text, _ index: Value) throws -> Value {
  let isASCII = text.count == text.string.utf8.count
  if case .slice(let slice) = index {
    let range = try SliceRange(slice, count: text.count)
    if isASCII {
      let bytes = Array(text.string.utf8)
      return .text(String(decoding: range.map { bytes[$0] }, as: UTF8.self))
    }
    let scalars = Array(text.string.unicodeScalars)
    return .text(scalars: range.map { scalars[$0] })
  }
  let place = try position(index, count: text.count, of: "str")
  let scalars = text.string.unicodeScalars
  if isASCII {
    let utf8 = text.string.utf8
    return .text(String(scalars[utf8.index(utf8.startIndex, offsetBy: place)]))
  }
  return .text(String(scalars[scalars.index(scalars.startIndex, offsetBy: place)]))
}

private func part(of range: RangeObject, _ slice: SliceObject) throws -> RangeObject {
  let part = try SliceRange(slice, count: range.count)
  let (step, overflow) = range.step.multipliedReportingOverflow(by: part.step)
  let start = part.start.multipliedReportingOverflow(by: range.step)
  let length = part.count.multipliedReportingOverflow(by: step)
  let first = range.start.addingReportingOverflow(start.partialValue)
  let end = first.partialValue.addingReportingOverflow(length.partialValue)
  guard !overflow && !start.overflow && !length.overflow && !first.overflow && !end.overflow else {
    throw integerOverflow("the slice of a range")
  }
  // Python's stop is start + step × (where the slice stops), which is the end where the slice does not run out first.
  let stop = range.start &+ part.stop &* range.step
  return RangeObject(start: first.partialValue, stop: part.count == 0 ? stop : stop, step: step)
}

/// The error for a key that is not there.
func missingKey(_ key: Value, _ dictionary: DictionaryObject) -> Fault {
  let shown = (try? repr(key, PrintOptions())) ?? key.typeName
  let keys = dictionary.items.map(\.key)
  var hint: String?
  if case .string(let text) = key {
    let names = keys.compactMap { if case .string(let name) = $0 { name.string } else { nil } }
    hint = nearest(text.string, in: names).map { "did you mean \(stringRepr($0))?" }
  }
  if hint == nil {
    let known = keys.prefix(8).compactMap { try? repr($0, PrintOptions()) }
    hint =
      known.isEmpty ? "the dict is empty" : "its keys: " + known.joined(separator: ", ") + (keys.count > 8 ? ", …" : "")
  }
  return Fault(.key, "the dict has no key \(shown)", hint: hint)
}

/// `item in container`.
func contains(_ container: Value, _ item: Value) throws -> Bool {
  switch container {
  case .dictionary(let dictionary): return dictionary[try dictionaryKey(item)] != nil
  case .dictionaryView(let view) where view.kind == .keys: return view.dictionary[try dictionaryKey(item)] != nil
  case .string(let text):
    guard case .string(let part) = item else {
      throw Fault(.type, "'in <string>' requires a str on its left, not \(article(item.typeName))")
    }
    return find(Array(part.string.utf8), in: Array(text.string.utf8), from: 0, to: text.string.utf8.count) != nil
  case .range(let range):
    guard let number = item.pythonOrNumPyNumber else { return false }
    let wanted: Int
    switch number {
    case .bool(let value): wanted = value ? 1 : 0
    case .int(let value): wanted = value
    case .float(let value):
      guard let int = Int(exactly: value) else { return false }
      wanted = int
    }
    guard
      range.step > 0
        ? (range.start..<max(range.start, range.stop)).contains(wanted) : wanted <= range.start && wanted > range.stop
    else { return false }
    return (wanted &- range.start) % range.step == 0
  case .array(let array):
    // NumPy's: whether any element equals it.
    guard item.asScalar != nil || array.dimensions > 0 else { return false }
    guard let number = item.pythonOrNumPyNumber else {
      let next = try iterate(container)
      while let element = try next() { if try isEqual(element, item) { return true } }
      return false
    }
    var found = false
    array.forEachElement { if PythonNumber(scalar: $0).ordering(number) == 0 { found = true } }
    return found
  case .list, .tuple, .dictionaryView, .iterator:
    let next = try iterate(container)
    while let element = try next() { if try isSame(element, item) || isEqual(element, item) { return true } }
    return false
  default:
    throw Fault(.type, "\"in\" looks into a list, str, dict, array, …, not into \(article(container.typeName))")
  }
}

/// Most values that a list may hold, by the machine's memory.
let longestList = NDArray.memoryLimit / (4 * MemoryLayout<Value>.stride)

/// Throws where a list of `count` values would not fit into memory.
func checkLength(_ count: Int, _ what: String) throws {
  if count > longestList { throw Fault(.memory, "\(what) of \(count) items does not fit into memory") }
}

/// `a + b` of two strings, lists or tuples.
func concatenate(_ a: Value, _ b: Value) throws -> Value {
  switch (a, b) {
  case (.string(let x), .string(let y)):
    if x.string.utf8.count + y.string.utf8.count > NDArray.memoryLimit / 8 {
      throw Fault(.memory, "the string does not fit into memory")
    }
    return .text(x.string + y.string)
  case (.list(let x), .list(let y)):
    try checkLength(x.items.count + y.items.count, "a list")
    return .list(ListObject(x.items + y.items))
  case (.tuple(let x), .tuple(let y)):
    try checkLength(x.items.count + y.items.count, "a tuple")
    return .tuple(TupleObject(x.items + y.items))
  default: throw Fault(.type, "\(a.typeName) + \(b.typeName) is not defined")
  }
}

/// `a * count` of a string, list or tuple; a negative count is 0.
func repeated(_ a: Value, _ count: Int) throws -> Value {
  let count = max(count, 0)
  func length(_ single: Int) -> Int {
    let (product, overflow) = single.multipliedReportingOverflow(by: count)
    return overflow ? .max : product
  }
  func items(_ single: [Value], _ what: String) throws -> [Value] {
    let total = length(single.count)
    try checkLength(total, what)
    var result: [Value] = []
    result.reserveCapacity(total)
    if total > 0 { for _ in 0..<count { result += single } }
    return result
  }
  switch a {
  case .string(let text):
    if length(text.string.utf8.count) > NDArray.memoryLimit / 8 {
      throw Fault(.memory, "the string does not fit into memory")
    }
    return .text(text.string.isEmpty ? "" : String(repeating: text.string, count: count))
  case .list(let list): return .list(ListObject(try items(list.items, "a list")))
  case .tuple(let tuple): return .tuple(TupleObject(try items(tuple.items, "a tuple")))
  default: throw Fault(.type, "\(article(a.typeName)) cannot be repeated")
  }
}

/// The order of two lists or tuples, as that of words: −1, 0 or 1 by the first items that differ.
func compareSequences(_ a: Value, _ b: Value) throws -> Int {
  let (x, y) = (try materialize(a), try materialize(b))
  try checkStack()
  for (p, q) in zip(x, y) where try !isSame(p, q) && !isEqual(p, q) { return try isLess(p, q) ? -1 : 1 }
  return x.count < y.count ? -1 : x.count > y.count ? 1 : 0
}
