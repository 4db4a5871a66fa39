import Arrays
import Glibc
import Syntax

/// `container[index]` of Python's own containers: strings, lists, tuples, ranges, dicts; slices too.
func pythonItem(_ container: Value, _ index: Value) throws -> Value {
  switch container {
  case .dictionary(let dictionary):
    guard let value = dictionary[try dictionaryKey(index)] else { throw missingKey(index, dictionary) }
    return value
  case .list(let list):
    if case .slice(let slice) = index {
      return .list(ListObject(try part(of: list.items, slice, "a list")))
    }
    return list.items[try position(index, count: list.items.count, of: "list")]
  case .tuple(let tuple):
    if case .slice(let slice) = index {
      return .tuple(TupleObject(try part(of: tuple.items, slice, "a tuple")))
    }
    return tuple.items[try position(index, count: tuple.items.count, of: "tuple")]
  case .range(let range):
    if case .slice(let slice) = index { return .range(try part(of: range, slice)) }
    return .int(range.start + (try position(index, count: range.count, of: "range")) * range.step)
  case .string(let text): return try character(of: text, index)
  case .type(let type): return .type(try type.with(itemTypes: index))
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
  case .dictionary(let dictionary): try dictionary.store(index, value)
  case .list(let list):
    guard case .slice(let slice) = index else {
      list.items[try position(index, count: list.items.count, of: "list")] = value
      return
    }
    let items = try materialize(value)
    let range = try SliceRange(slice, count: list.items.count)
    if range.step == 1 {
      try checkLength(list.items.count + items.count, "a list")
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
    var pace = PaceCounter()
    if range.step == 1 {
      list.items.removeSubrange(range.start..<(range.start + range.count))
      return
    }
    list.items = try list.items.enumerated().filter { i, _ in
      try pace.step()
      return !range.contains(place: i)
    }.map(\.element)
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
  guard case .slice(let slice) = index else {
    return .string(text.character(try position(index, count: text.count, of: "str")))
  }
  let range = try SliceRange(slice, count: text.count)
  if range.count == 0 { return .string(Text.empty) }
  if range.step == 1 { return .string(try text.part(range.start, range.start + range.count)) }
  return try .text(building: text.string.utf8.count) { result in
    var pace = PaceCounter()
    try text.bytes { bytes in
      for place in range {
        try pace.step()
        let start = text.offset(of: place)
        result.append(bytes[start])
        var next = start + 1
        while next < bytes.count, bytes[next] & 0xC0 == 0x80 {
          result.append(bytes[next])
          next += 1
        }
      }
    }
  }
}

private func part(of items: [Value], _ slice: SliceObject, _ what: String) throws -> [Value] {
  let range = try SliceRange(slice, count: items.count)
  try checkLength(range.count, what)
  if range.step == 1 { return Array(items[range.start..<(range.start + range.count)]) }
  return range.map { items[$0] }
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
  return RangeObject(start: first.partialValue, stop: stop, step: step)
}

/// The error for a key that is not there.
func missingKey(_ key: Value, _ dictionary: DictionaryObject) -> Fault {
  let shown = (try? repr(key, PrintOptions())) ?? key.typeName
  let keys = dictionary.items.map(\.key)
  var hint: Hint?
  if case .string(let text) = key {
    let names = keys.compactMap { if case .string(let name) = $0 { name.string } else { nil } }
    hint = didYouMean(text.string, in: names, as: stringRepr)
  }
  if hint == nil {
    let known = keys.prefix(8).compactMap { try? repr($0, PrintOptions()) }
    let more = keys.count > 8 ? ", …" : ""
    hint = known.isEmpty ? "the dict is empty" : "its keys: \(known.joined(separator: ", "))\(more)"
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
    return try text.place(of: part, from: 0, to: text.string.utf8.count) != nil
  case .range(let range):
    return range.place(of: item) != nil
  case .array(let array):
    // NumPy's: `(array == item).any()`, where the shapes of both are matched as for any comparison.
    switch try compare(.equal, container, item) {
    case .array(let equal): return (0..<equal.count).contains { equal.bools[$0] }
    case let truth:
      guard array.dimensions > 0 else { throw Fault(.type, "an array without dimensions cannot be looked into") }
      return try isTrue(truth)
    }
  case .list, .tuple, .dictionaryView, .iterator:
    let next = try iterate(container)
    var pace = PaceCounter()
    while let element = try next() {
      try pace.step()
      if try isSameOrEqual(element, item) { return true }
    }
    return false
  default:
    throw Fault(.type, "\"in\" looks into a list, str, dict, array, …, not into \(article(container.typeName))")
  }
}

extension RangeObject {
  /// Where a number stands in the range.
  func place(of value: Value) -> Int? {
    let wanted: Int
    switch value.pythonOrNumPyNumber {
    case .bool(let value)?: wanted = value ? 1 : 0
    case .int(let value)?: wanted = value
    case .float(let value)?:
      guard let whole = Int(exactly: value) else { return nil }
      wanted = whole
    case nil: return nil
    }
    guard step > 0 ? wanted >= start && wanted < stop : wanted <= start && wanted > stop else { return nil }
    let (place, rest) = (wanted - start).quotientAndRemainder(dividingBy: step)
    return rest == 0 ? place : nil
  }
}

/// Throws where a list of `count` values would not fit into memory.
func checkLength(_ count: Int, _ what: String) throws {
  try MemoryBudget.spend(count, of: MemoryLayout<Value>.stride, for: "\(what) of \(count) items")
}

/// Throws where a string of so many bytes would not fit into memory.
func checkSize(ofText bytes: Int) throws { try MemoryBudget.spend(bytes, for: "the string") }

/// `a + b` of two strings, lists or tuples.
func concatenate(_ a: Value, _ b: Value) throws -> Value {
  switch (a, b) {
  case (.string(let x), .string(let y)):
    if x.count == 0 { return b }
    if y.count == 0 { return a }
    try checkSize(ofText: x.string.utf8.count + y.string.utf8.count)
    return .string(Text(x.string + y.string, count: x.count + y.count))
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
    if single.count == 1 { return Array(repeating: single[0], count: count) }
    var result: [Value] = []
    result.reserveCapacity(total)
    var copied = 0
    while result.count < total {
      result += single
      copied += single.count
      if copied >= Cancellation.stride {
        try Pace.check()
        copied = 0
      }
    }
    return result
  }
  switch a {
  case .string(let text):
    if count == 1 || text.count == 0 { return a }
    let total = length(text.string.utf8.count)
    try checkSize(ofText: total)
    return .string(Text(try repeated(text.string, total), count: text.count * count))
  case .list(let list): return .list(ListObject(try items(list.items, "a list")))
  case .tuple(let tuple): return .tuple(TupleObject(try items(tuple.items, "a tuple")))
  default: throw Fault(.type, "\(article(a.typeName)) cannot be repeated")
  }
}

/// The string again and again, up to `total` bytes, a multiple of its own: each copy is twice as long as the one before.
private func repeated(_ string: String, _ total: Int) throws -> String {
  try String(unsafeUninitializedCapacity: total) { target in
    guard total > 0 else { return 0 }
    let unit = string.utf8.withContiguousStorageIfAvailable { source in
      memcpy(target.baseAddress!, source.baseAddress!, source.count)
      return source.count
    }!
    let longest = max((16 << 20) / unit * unit, unit)
    var filled = unit
    while filled < total {
      try Pace.check()
      let length = min(filled, total - filled, longest)
      memcpy(target.baseAddress! + filled, target.baseAddress!, length)
      filled += length
    }
    return total
  }
}

/// The order of two lists or tuples, as that of words: −1, 0 or 1 by the first items that differ.
func compareSequences(_ a: Value, _ b: Value) throws -> Int {
  let (x, y) = (try materialize(a), try materialize(b))
  try checkStack()
  var pace = PaceCounter()
  for (p, q) in zip(x, y) {
    try pace.step()
    if try !isSameOrEqual(p, q) { return try isLess(p, q) ? -1 : 1 }
  }
  return x.count < y.count ? -1 : x.count > y.count ? 1 : 0
}
