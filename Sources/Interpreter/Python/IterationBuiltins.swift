import Arrays

extension PythonBuiltins {
  /// Functions that make or walk iterators.
  static let iteration: [Builtin] = [
    Builtin(
      "len", "len(x)", "Returns the number of items of a list, string, dict, or of rows of an array.",
      example: "len([4, 5, 6])"
    ) { call in .int(try length(call[0])) },
    Builtin(
      "enumerate", "enumerate(iterable, start=0)", "Pairs each item with its number.",
      example: "for i, letter in enumerate(\"ab\"):\n    print(i, letter)"
    ) { call in
      let next = try iterate(call[0])
      var number = try call.int(1)
      return .iterator(
        IteratorObject("enumerate", over: [call[0]]) {
          guard let item = try next() else { return nil }
          defer { number &+= 1 }
          return .tuple(TupleObject([.int(number), item]))
        })
    },
    Builtin(
      "zip", "zip(*iterables, strict=False)", "Pairs the items of several iterables, up to the end of the shortest.",
      example: "for x, y in zip([1, 2], [\"a\", \"b\"]):\n    print(x, y)"
    ) { call in
      let nexts = try call.arguments(0).map(iterate)
      return .iterator(zipped(nexts, over: call.arguments(0), isStrict: try call.bool(1)))
    },
    Builtin(
      "map", "map(function, iterable, *iterables)", "Calls a function with each item.",
      example: "list(map(abs, [-1, 2]))"
    ) { call in
      let function = call[0]
      let sources = [call[1]] + call.arguments(2)
      let nexts = try sources.map(iterate)
      let session = call.session
      return .iterator(
        IteratorObject("map", over: [function] + sources) {
          var items: [Value] = []
          for next in nexts {
            guard let item = try next() else { return nil }
            items.append(item)
          }
          return try session.call(function, items)
        })
    },
    Builtin(
      "filter", "filter(function, iterable)",
      "Keeps the items for which the function gives a true value; with None, the true items.",
      example: "list(filter(None, [0, 1, 2]))"
    ) { call in
      let function = call.optional(0)
      let next = try iterate(call[1])
      let session = call.session
      return .iterator(
        IteratorObject("filter", over: [call[0], call[1]]) {
          while let item = try next() {
            try session.checkInterrupt()
            if try isTrue(function.map { try session.call($0, [item]) } ?? item) { return item }
          }
          return nil
        })
    },
    Builtin(
      "reversed", "reversed(sequence)", "Walks a sequence from its end to its start.",
      example: "list(reversed([1, 2, 3]))"
    ) { call in .iterator(try reversedItems(call[0])) },
    Builtin(
      "iter", "iter(iterable)", "Makes an iterator, whose values next() takes.", example: "it = iter([1, 2])\nnext(it)"
    ) { call in
      if case .iterator = call[0] { return call[0] }
      return .iterator(IteratorObject(iteratorName(call[0]), over: [call[0]], next: try iterate(call[0])))
    },
    Builtin(
      "next", "next(iterator, default=<>)", "Takes the next value of an iterator, or the default at its end.",
      example: "next(iter([1, 2]))"
    ) { call in
      guard case .iterator(let iterator) = call[0] else {
        throw Fault(.type, "\(article(call[0].typeName)) is no iterator", hint: "iter(…) makes one")
      }
      if let item = try iterator.next() { return item }
      if let value = call.values[1] { return value }
      throw Fault(.value, "the iterator has no more values", hint: "next(it, None) gives None at the end")
    },
  ]
}

/// `len(value)`.
func length(_ value: Value) throws -> Int {
  switch value {
  case .string(let text): return text.count
  case .list(let list): return list.items.count
  case .tuple(let tuple): return tuple.items.count
  case .dictionary(let dictionary): return dictionary.count
  case .range(let range): return range.count
  case .dictionaryView(let view): return view.dictionary.count
  case .array(let array):
    if array.dimensions > 0 { return array.shape[0] }
    throw Fault(.type, "an array without dimensions has no len")
  default:
    let hint: String? =
      switch value {
      case .iterator: "len(list(…)) counts the values"
      case .int: "range(n) counts up to n"
      default: nil
      }
    throw Fault(.type, "\(article(value.typeName)) has no len", hint: hint)
  }
}

private func zipped(_ nexts: [() throws -> Value?], over sources: [Value], isStrict: Bool) -> IteratorObject {
  var isDone = nexts.isEmpty
  return IteratorObject("zip", over: sources) {
    if isDone { return nil }
    var items: [Value] = []
    items.reserveCapacity(nexts.count)
    for (i, next) in nexts.enumerated() {
      if let item = try next() {
        items.append(item)
        continue
      }
      isDone = true
      guard isStrict else { return nil }
      if i > 0 { throw uneven(i + 1, isShorter: true) }
      for (k, other) in nexts.enumerated().dropFirst() where try other() != nil {
        throw uneven(k + 1, isShorter: false)
      }
      return nil
    }
    return .tuple(TupleObject(items))
  }
}

private func uneven(_ number: Int, isShorter: Bool) -> Fault {
  let others = number == 2 ? "argument 1" : "arguments 1-\(number - 1)"
  return Fault(.value, "zip() argument \(number) is \(isShorter ? "shorter" : "longer") than \(others)")
}

private func reversedItems(_ value: Value) throws -> IteratorObject {
  switch value {
  case .list(let list):
    var i = list.items.count
    return IteratorObject("list_reverseiterator", over: [value]) {
      i -= 1
      return i >= 0 && i < list.items.count ? list.items[i] : nil
    }
  case .array(let array):
    guard array.dimensions > 0 else { throw Fault(.type, "an array without dimensions cannot be reversed") }
    var i = array.shape[0]
    return IteratorObject("reversed", over: [value]) {
      i -= 1
      return i >= 0 ? row(array, i) : nil
    }
  case .range(let range):
    var i = range.count
    return IteratorObject("range_iterator") {
      i -= 1
      return i >= 0 ? .int(range.start + i * range.step) : nil
    }
  case .dictionary(let dictionary):
    return IteratorObject(
      "dict_reversekeyiterator", over: [value], next: iterateBackwards(DictionaryView(dictionary, .keys)))
  case .dictionaryView(let view):
    return IteratorObject("dict_reverseitemiterator", over: [value], next: iterateBackwards(view))
  case .tuple, .string:
    let items = try materialize(value)
    var i = items.count
    return IteratorObject("reversed", over: items) {
      i -= 1
      return i >= 0 ? items[i] : nil
    }
  default:
    throw Fault(
      .type, "\(article(value.typeName)) cannot be reversed", hint: "reversed(list(…)) collects the values first")
  }
}

private func iteratorName(_ value: Value) -> String {
  switch value {
  case .list: "list_iterator"
  case .tuple: "tuple_iterator"
  case .string: "str_iterator"
  case .range: "range_iterator"
  case .dictionary: "dict_keyiterator"
  default: "iterator"
  }
}

extension Call {
  /// The values of a `*args` parameter.
  func arguments(_ index: Int) -> [Value] {
    guard case .tuple(let tuple)? = values[index] else { return [] }
    return tuple.items
  }

  /// Calls `body` with each value of an iterable until it returns false.
  func forEach(_ value: Value, _ body: (Value) throws -> Bool) throws {
    let next = try iterate(value)
    var count = 0
    while let item = try next() {
      if try !body(item) { return }
      count &+= 1
      if count & 0xFFF == 0 { try session.checkInterrupt() }
    }
  }
}
