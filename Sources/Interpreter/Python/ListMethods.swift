import Arrays

extension PythonBuiltins {
  package static let listMethods: [Builtin] = [
    Builtin("list.append", "append(self, item)", "Adds an item at the end.", example: "xs = [1]\nxs.append(2)\nxs") {
      call in
      try list(call).append(call[1])
      return .none
    },
    Builtin(
      "list.extend", "extend(self, iterable)", "Adds all items of an iterable at the end.",
      example: "xs = [1]\nxs.extend([2, 3])\nxs"
    ) { call in
      let list = try list(call)
      try list.append(contentsOf: materialize(call[1]))
      return .none
    },
    Builtin(
      "list.insert", "insert(self, index, item)", "Puts an item before the place index.",
      example: "xs = [1, 3]\nxs.insert(1, 2)\nxs"
    ) { call in
      let list = try list(call)
      let index = try call.int(1)
      let place = index < 0 ? max(index &+ list.items.count, 0) : min(index, list.items.count)
      if place == list.items.count { try list.append(call[2]) } else { try list.insert(call[2], at: place) }
      return .none
    },
    Builtin(
      "list.pop", "pop(self, index=-1)", "Removes an item, the last if none is named, and returns it.",
      example: "xs = [1, 2, 3]\nxs.pop()"
    ) { call in
      let list = try list(call)
      if list.items.isEmpty { throw Fault(.index, "pop from empty list") }
      return list.items.remove(at: try position(call[1], count: list.items.count, of: "list"))
    },
    Builtin(
      "list.remove", "remove(self, value)", "Removes the first item equal to value.",
      example: "xs = [1, 2, 1]\nxs.remove(1)\nxs"
    ) { call in
      let list = try list(call)
      guard let place = try firstPlace(of: call[1], in: list.items) else {
        throw Fault(.value, "\(try shown(call)) is not in the list")
      }
      list.items.remove(at: place)
      return .none
    },
    Builtin("list.clear", "clear(self)", "Removes all items.", example: "xs = [1]\nxs.clear()\nxs") { call in
      try list(call).items.removeAll()
      return .none
    },
    Builtin(
      "list.index", "index(self, value, start=0, stop=None)", "Returns the place of the first item equal to value.",
      example: "[5, 7].index(7)"
    ) { call in
      try index(call, list(call).items)
    },
    Builtin("list.count", "count(self, value)", "Counts the items equal to value.", example: "[1, 2, 1].count(1)") {
      call in
      try count(call, list(call).items)
    },
    Builtin(
      "list.sort", "sort(self, *, key=None, reverse=False)", "Puts the items in order.",
      example: "xs = [3, 1, 2]\nxs.sort()\nxs"
    ) { call in
      let list = try list(call)
      list.items = try sortedValues(list.items, key: call.optional(1), isReversed: call.bool(2), call.session)
      return .none
    },
    Builtin(
      "list.reverse", "reverse(self)", "Turns the order of the items round.", example: "xs = [1, 2]\nxs.reverse()\nxs"
    ) { call in
      try list(call).items.reverse()
      return .none
    },
    Builtin("list.copy", "copy(self)", "Returns a new list of the same items.", example: "xs = [1, 2]\nys = xs.copy()")
    { call in
      .list(ListObject(try list(call).items))
    },
  ]

  package static let tupleMethods: [Builtin] = [
    Builtin(
      "tuple.index", "index(self, value, start=0, stop=None)", "Returns the place of the first item equal to value.",
      example: "(5, 7).index(7)"
    ) { call in
      try index(call, materialize(call[0]))
    },
    Builtin("tuple.count", "count(self, value)", "Counts the items equal to value.", example: "(1, 2, 1).count(1)") {
      call in
      try count(call, materialize(call[0]))
    },
  ]

  package static let rangeMethods: [Builtin] = [
    Builtin(
      "range.index", "index(self, value)", "Returns the place of a number in the range.",
      example: "range(0, 10, 2).index(4)"
    ) { call in
      guard case .range(let range) = call[0], let place = range.place(of: call[1]) else {
        throw Fault(.value, "\(try shown(call)) is not in the range")
      }
      return .int(place)
    },
    Builtin("range.count", "count(self, value)", "Counts a number in the range: 0 or 1.", example: "range(5).count(3)")
    { call in
      .int(try contains(call[0], call[1]) ? 1 : 0)
    },
  ]
}

private func list(_ call: Call) throws -> ListObject {
  guard case .list(let list) = call[0] else {
    throw Fault(.type, "\(call.builtin.name) needs a list, not \(article(call[0].typeName))")
  }
  return list
}

private func shown(_ call: Call) throws -> String { try repr(call[1], call.session.printOptions) }

private func firstPlace(of value: Value, in items: some RandomAccessCollection<Value>) throws -> Int? {
  var pace = PaceCounter()
  for (i, item) in items.enumerated() {
    try pace.step()
    if try isSameOrEqual(item, value) { return i }
  }
  return nil
}

private func index(_ call: Call, _ items: [Value]) throws -> Value {
  func bound(_ index: Int, _ standard: Int) throws -> Int {
    guard let value = try call.optionalInt(index) else { return standard }
    return min(value < 0 ? max(value &+ items.count, 0) : value, items.count)
  }
  let (start, stop) = (try bound(2, 0), try bound(3, items.count))
  if start < stop, let place = try firstPlace(of: call[1], in: items[start..<stop]) {
    return .int(start + place)
  }
  throw Fault(.value, "\(try shown(call)) is not in the \(call[0].typeName)")
}

private func count(_ call: Call, _ items: [Value]) throws -> Value {
  var pace = PaceCounter()
  return .int(
    try items.count {
      try pace.step()
      return try isSameOrEqual($0, call[1])
    })
}
