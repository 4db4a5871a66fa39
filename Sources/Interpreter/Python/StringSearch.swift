import Arrays

extension PythonBuiltins {
  /// Methods of strings that search and replace.
  static let strSearch: [Builtin] = [
    Builtin(
      "str.find", "find(self, sub, start=None, end=None)", "Returns where the text first stands, −1 if nowhere.",
      example: "\"abc\".find(\"c\")"
    ) {
      call in .int(try place(call, isLast: false) ?? -1)
    },
    Builtin(
      "str.rfind", "rfind(self, sub, start=None, end=None)", "Returns where the text last stands, −1 if nowhere.",
      example: "\"abca\".rfind(\"a\")"
    ) {
      call in .int(try place(call, isLast: true) ?? -1)
    },
    Builtin(
      "str.index", "index(self, sub, start=None, end=None)",
      "Returns where the text first stands; nowhere is an error.",
      example: "\"abc\".index(\"c\")"
    ) { call in
      guard let place = try place(call, isLast: false) else {
        throw Fault(.value, "substring not found", hint: ".find(…) gives -1 instead")
      }
      return .int(place)
    },
    Builtin(
      "str.rindex", "rindex(self, sub, start=None, end=None)",
      "Returns where the text last stands; nowhere is an error.",
      example: "\"abca\".rindex(\"a\")"
    ) { call in
      guard let place = try place(call, isLast: true) else {
        throw Fault(.value, "substring not found", hint: ".rfind(…) gives -1 instead")
      }
      return .int(place)
    },
    Builtin(
      "str.count", "count(self, sub, start=None, end=None)", "Counts how often the text stands in the string.",
      example: "\"banana\".count(\"a\")"
    ) {
      call in
      let (text, part) = (try call.scalars(0), try call.scalars(1))
      let (start, end) = try window(call, text.count)
      if part.isEmpty { return .int(start <= end ? end - start + 1 : 0) }
      var count = 0
      var from = start
      while let place = find(part, in: text, from: from, to: end) {
        count += 1
        from = place + part.count
      }
      return .int(count)
    },
    Builtin(
      "str.replace", "replace(self, old, new, count=-1)", "Replaces one text by another, at most count times.",
      example: "\"a-b-c\".replace(\"-\", \"+\")"
    ) { call in .text(scalars: try replaced(call)) },
    Builtin(
      "str.startswith", "startswith(self, prefix, start=None, end=None)",
      "Tells whether the string starts with a text, or one of a tuple of texts.",
      example: "\"dW1\".startswith(\"d\")"
    ) { call in
      try matches(call) { text, part, start, end in
        end - start >= part.count && Array(text[start..<(start + part.count)]) == part
      }
    },
    Builtin(
      "str.endswith", "endswith(self, suffix, start=None, end=None)",
      "Tells whether the string ends with a text, or one of a tuple of texts.",
      example: "\"a.csv\".endswith(\".csv\")"
    ) { call in
      try matches(call) { text, part, start, end in
        end - start >= part.count && Array(text[(end - part.count)..<end]) == part
      }
    },
  ]
}

/// The part of the string that `start` and `end` (arguments 2 and 3) leave.
private func window(_ call: Call, _ count: Int) throws -> (Int, Int) {
  func bound(_ index: Int, _ standard: Int) throws -> Int {
    guard let value = try call.optionalInt(index) else { return standard }
    return value < 0 ? max(value &+ count, 0) : value
  }
  return (try bound(2, 0), min(try bound(3, count), count))
}

private func place(_ call: Call, isLast: Bool) throws -> Int? {
  let (text, part) = (try call.scalars(0), try call.scalars(1))
  let (start, end) = try window(call, text.count)
  return isLast ? findLast(part, in: text, from: start, to: end) : find(part, in: text, from: start, to: end)
}

private func matches(
  _ call: Call, _ test: ([Unicode.Scalar], [Unicode.Scalar], Int, Int) -> Bool
) throws -> Value {
  let text = try call.scalars(0)
  let (start, end) = try window(call, text.count)
  let wanted: [Value]
  if case .tuple(let tuple) = call[1] { wanted = tuple.items } else { wanted = [call[1]] }
  for value in wanted {
    guard case .string(let part) = value else {
      throw Fault(.type, "\(call.builtin.name) takes a str or a tuple of str, not \(value.typeName)")
    }
    if start <= end && test(text, Array(part.string.unicodeScalars), start, end) { return .bool(true) }
  }
  return .bool(false)
}

private func replaced(_ call: Call) throws -> [Unicode.Scalar] {
  let (text, old, new) = (try call.scalars(0), try call.scalars(1), try call.scalars(2))
  let limit = try call.int(3) < 0 ? Int.max : try call.int(3)
  var result: [Unicode.Scalar] = []
  var count = 0
  var start = 0
  func grow() throws {
    if result.count > NDArray.memoryLimit / 32 { throw Fault(.memory, "the string does not fit into memory") }
  }
  if old.isEmpty {
    // Between all characters, and at both ends.
    while count < limit {
      result += new
      try grow()
      count += 1
      if start == text.count { return result }
      result.append(text[start])
      start += 1
    }
    return result + text[start...]
  }
  while count < limit, let place = find(old, in: text, from: start, to: text.count) {
    result += text[start..<place]
    result += new
    try grow()
    count += 1
    start = place + old.count
  }
  return result + text[start...]
}
