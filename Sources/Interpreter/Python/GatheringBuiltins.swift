import Arrays
import Syntax

extension PythonBuiltins {
  /// Functions that make one thing of many items.
  static let gathering: [Builtin] = [
    Builtin(
      "sum", "sum(iterable, start=0)", "Adds up the items; over a matrix, its rows.", example: "sum([1, 2, 3])"
    ) { call in try sum(call) },
    Builtin(
      "min", "min(*values, key=None, default=<>)", "Returns the smallest of the items, or of several arguments.",
      example: "min([3, 1, 2])"
    ) { call in try extreme(call, isMaximum: false) },
    Builtin(
      "max", "max(*values, key=None, default=<>)", "Returns the largest of the items, or of several arguments.",
      example: "max(3, 1, 2)"
    ) { call in try extreme(call, isMaximum: true) },
    Builtin(
      "sorted", "sorted(iterable, *, key=None, reverse=False)", "Returns a new list of the items in order.",
      example: "sorted([3, 1, 2], reverse=True)"
    ) { call in
      .list(
        ListObject(
          try sortedValues(materialize(call[0]), key: call.optional(1), isReversed: call.bool(2), call.session)))
    },
    Builtin("any", "any(iterable)", "Tells whether an item is true.", example: "any([0, 2])") { call in
      var found = false
      try call.forEach(call[0]) {
        found = try isTrue($0)
        return !found
      }
      return .bool(found)
    },
    Builtin("all", "all(iterable)", "Tells whether all items are true.", example: "all([1, 2])") { call in
      var holds = true
      try call.forEach(call[0]) {
        holds = try isTrue($0)
        return holds
      }
      return .bool(holds)
    },
  ]
}

private func sum(_ call: Call) throws -> Value {
  let start = call[1]
  if case .string = start { throw Fault(.type, "sum() can't sum strings", hint: "''.join(words) joins strings") }
  // Plain addition from left to right, as CPython up to 3.11 does it. (From 3.12 on CPython compensates the error of float sums.)
  if case .list(let list) = call[0], case .int(0) = start, let quick = floatSum(list.items) { return .newFloat(quick) }
  if case .array(let array) = call[0], array.dimensions == 1, array.count > 0, array.dtype == .float64,
    case .int(0) = start
  {
    var total = 0.0
    for i in 0..<array.count { total += array.doubles[i * array.strides[0]] }
    return .newNumPyFloat(total)
  }
  var total = start
  do {
    try call.forEach(call[0]) {
      total = try binary(.add, total, $0)
      return true
    }
  } catch let fault as Fault where fault.kind == .type {
    if case .list(let list) = call[0], case .string? = list.items.first {
      throw Fault(.type, fault.sentence, hint: "''.join(words) joins strings")
    }
    throw fault
  }
  return total
}

/// The sum of a list of floats only.
private func floatSum(_ items: [Value]) -> Double? {
  if items.isEmpty { return nil }
  var total = 0.0
  for item in items {
    guard case .float(let value) = item else { return nil }
    total += value
  }
  return total
}

private func extreme(_ call: Call, isMaximum: Bool) throws -> Value {
  let name = isMaximum ? "max" : "min"
  let values = call.arguments(0)
  guard let first = values.first else {
    throw Fault(.type, "\(name) expected at least 1 argument, got 0", hint: call.builtin.signature)
  }
  if values.count > 1 && call.values[2] != nil {
    throw Fault(.type, "cannot specify a default for \(name)() with multiple positional arguments")
  }
  let key = call.optional(1)
  let session = call.session
  var best: (value: Value, key: Value)?
  func consider(_ item: Value) throws {
    let rank = try key.map { try session.call($0, [item]) } ?? item
    guard let current = best else {
      best = (item, rank)
      return
    }
    if try isMaximum ? isLess(current.key, rank) : isLess(rank, current.key) { best = (item, rank) }
  }
  if values.count > 1 {
    for value in values { try consider(value) }
  } else {
    try call.forEach(first) {
      try consider($0)
      return true
    }
  }
  if let best { return best.value }
  if let value = call.values[2] { return value }
  throw Fault(.value, "\(name)() of an empty sequence", hint: "\(name)(x, default=0) gives 0 for an empty sequence")
}

/// Python's stable sort.
func sortedValues(_ items: [Value], key: Value?, isReversed: Bool, _ session: Session) throws -> [Value] {
  // Python keeps the order of equal items in a reversed sort too: it sorts the reversed list and reverses the result.
  let items = isReversed ? Array(items.reversed()) : items
  let sorted: [Value]
  var pace = PaceCounter()
  try checkLength(2 * items.count, "a list")
  if let key {
    try checkLength(3 * items.count, "a list")
    let ranked = try items.map {
      try session.checkInterrupt()
      return (rank: try session.call(key, [$0]), item: $0)
    }
    sorted = try ranked.sorted {
      try pace.step()
      return try isLess($0.rank, $1.rank)
    }.map(\.item)
  } else if let floats = numbers(items) {
    sorted = try floats.sorted {
      try pace.step()
      return $0 < $1
    }.map { .float($0) }
  } else {
    sorted = try items.sorted {
      try pace.step()
      return try isLess($0, $1)
    }
  }
  return isReversed ? sorted.reversed() : sorted
}

/// The items if all are Python floats other than nan and zero (whose sign an unstable view could lose).
private func numbers(_ items: [Value]) -> [Double]? {
  var result: [Double] = []
  result.reserveCapacity(items.count)
  for item in items {
    guard case .float(let value) = item, !value.isNaN, value != 0 else { return nil }
    result.append(value)
  }
  return result
}
