/// What may be a dictionary's key: values whose hash and equality are Python's (`1`, `1.0` and `True` are one key, two NaNs are two).
public enum DictionaryKey: Hashable {
  case none
  case int(Int)
  /// Neither whole nor NaN.
  case float(Double)
  /// By its bits, which say which NaN it is.
  case nan(UInt64)
  case string(Text)
  /// Of a tuple's items; a tuple among them stands there in brackets, so that none is nested however deep the tuple was.
  case tuple([DictionaryKey])
  case opened, closed
  case ellipsis
  /// How many numbers, the first, the step; 0 where they make no difference.
  case range([Int])
  /// Functions, modules, types: by identity.
  case identity(ObjectIdentifier)
}

/// What a value is as a dictionary's key.
func dictionaryKey(_ value: Value) throws -> DictionaryKey {
  if case .string(let text) = value { return .string(text) }
  if case .tuple(let tuple) = value { return .tuple(try flattened(tuple)) }
  return try simpleKey(value)
}

/// The key of a value that holds no others.
private func simpleKey(_ value: Value) throws -> DictionaryKey {
  switch value {
  case .none: return .none
  case .string(let text): return .string(text)
  case .function(let object): return .identity(ObjectIdentifier(object))
  case .builtin(let object): return .identity(ObjectIdentifier(object))
  case .module(let object): return .identity(ObjectIdentifier(object))
  case .type(let object): return .identity(ObjectIdentifier(object))
  case .iterator(let object): return .identity(ObjectIdentifier(object))
  case .generator(let object): return .identity(ObjectIdentifier(object))
  case .ellipsis: return .ellipsis
  case .range(let range):
    return .range([range.count, range.count > 0 ? range.start : 0, range.count > 1 ? range.step : 0])
  default: break
  }
  switch value.pythonOrNumPyNumber {
  case .bool(let value)?: return .int(value ? 1 : 0)
  case .int(let value)?: return .int(value)
  case .float(let number)?:
    if let whole = Int(exactly: number) { return .int(whole) }
    if number == number { return .float(number) }
    switch value {
    case .float(let nan), .numpyFloat(let nan): return .nan(nan.bitPattern)
    default: return .nan(number.bitPattern)
    }
  case nil:
    throw Fault(
      .type, "\(article(value.typeName)) cannot be a key of a dict", hint: "keys are strings, numbers, tuples of them")
  }
}

private func flattened(_ tuple: TupleObject) throws -> [DictionaryKey] {
  var keys: [DictionaryKey] = []
  keys.reserveCapacity(tuple.items.count)
  var open: [(tuple: TupleObject, next: Int)] = [(tuple, 0)]
  var steps = 0
  while let (tuple, next) = open.last {
    steps &+= 1
    if steps & 0xFFFF == 0 { try Pace.check(64 * 0xFFFF, for: "the key") }
    if next == tuple.items.count {
      open.removeLast()
      if !open.isEmpty { keys.append(.closed) }
      continue
    }
    open[open.count - 1].next += 1
    if case .tuple(let inner) = tuple.items[next] {
      keys.append(.opened)
      open.append((inner, 0))
    } else {
      keys.append(try simpleKey(tuple.items[next]))
    }
  }
  return keys
}
