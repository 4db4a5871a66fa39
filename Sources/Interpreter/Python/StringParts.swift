import Arrays

extension PythonBuiltins {
  /// Methods of strings that cut and join.
  static let strParts: [Builtin] = [
    Builtin(
      "str.join", "join(self, iterable)", "Joins strings, with this one between them.",
      example: "\", \".join([\"a\", \"b\"])"
    ) { call in
      let separator = try call.text(0)
      let texts = try materialize(call[1]).enumerated().map { i, item in
        guard case .string(let text) = item else {
          throw Fault(
            .type, "sequence item \(i): expected str instance, \(item.typeName) found",
            hint: "convert each: ', '.join(str(x) for x in xs)")
        }
        return text
      }
      if texts.count == 1 { return .string(texts[0]) }
      var bytes = 0
      for text in texts {
        let (sum, overflow) = bytes.addingReportingOverflow(text.string.utf8.count + separator.string.utf8.count)
        bytes = overflow ? .max : sum
      }
      try checkSize(ofText: bytes)
      var result = ""
      result.reserveCapacity(bytes)
      var pace = PaceCounter()
      for (i, text) in texts.enumerated() {
        try pace.step()
        if i > 0 { result += separator.string }
        result += text.string
      }
      return .text(result)
    },
    Builtin(
      "str.split", "split(self, sep=None, maxsplit=-1)", "Cuts at each separator, or at white space.",
      example: "\"a,b\".split(\",\")"
    ) { call in strings(try parts(call)) },
    Builtin(
      "str.rsplit", "rsplit(self, sep=None, maxsplit=-1)", "Cuts at separators as split does, the last maxsplit ones.",
      example: "\"a.b.c\".rsplit(\".\", 1)"
    ) { call in strings(try partsFromEnd(call)) },
    Builtin(
      "str.splitlines", "splitlines(self, keepends=False)", "Cuts into lines.", example: "\"a\\nb\".splitlines()"
    ) { call in strings(try lines(call.text(0), keepsEnds: call.bool(1))) },
    Builtin(
      "str.partition", "partition(self, sep)",
      "Cuts at the first separator into what is before, the separator, and what is after.",
      example: "\"a=b\".partition(\"=\")"
    ) { call in
      let (text, separator) = (try call.text(0), try separator(call, 1))
      guard let place = try text.place(of: separator, from: 0, to: text.string.utf8.count) else {
        return .tuple(TupleObject([call[0], .string(Text.empty), .string(Text.empty)]))
      }
      return try triple(text, place, separator)
    },
    Builtin(
      "str.rpartition", "rpartition(self, sep)",
      "Cuts at the last separator into what is before, the separator, and what is after.",
      example: "\"a=b=c\".rpartition(\"=\")"
    ) { call in
      let (text, separator) = (try call.text(0), try separator(call, 1))
      guard let place = try text.lastPlace(of: separator, from: 0, to: text.string.utf8.count) else {
        return .tuple(TupleObject([.string(Text.empty), .string(Text.empty), call[0]]))
      }
      return try triple(text, place, separator)
    },
    Builtin(
      "str.strip", "strip(self, chars=None)", "Removes white space, or the given characters, from both ends.",
      example: "\" a \".strip()"
    ) {
      call in .string(try stripped(call, atStart: true, atEnd: true))
    },
    Builtin(
      "str.lstrip", "lstrip(self, chars=None)", "Removes white space, or the given characters, from the start.",
      example: "\" a\".lstrip()"
    ) {
      call in .string(try stripped(call, atStart: true, atEnd: false))
    },
    Builtin(
      "str.rstrip", "rstrip(self, chars=None)", "Removes white space, or the given characters, from the end.",
      example: "\"a \".rstrip()"
    ) {
      call in .string(try stripped(call, atStart: false, atEnd: true))
    },
    Builtin(
      "str.removeprefix", "removeprefix(self, prefix)", "Removes the text if the string starts with it.",
      example: "\"dW1\".removeprefix(\"d\")"
    ) { call in
      let (text, prefix) = (try call.text(0), try call.text(1))
      let (length, whole) = (prefix.string.utf8.count, text.string.utf8.count)
      return try length <= whole && text.cut(0, length) == prefix ? .string(text.cut(length, whole)) : call[0]
    },
    Builtin(
      "str.removesuffix", "removesuffix(self, suffix)", "Removes the text if the string ends with it.",
      example: "\"a.csv\".removesuffix(\".csv\")"
    ) { call in
      let (text, suffix) = (try call.text(0), try call.text(1))
      guard
        try text.lastPlace(of: suffix, from: 0, to: text.string.utf8.count)
          == text.string.utf8.count - suffix.string.utf8.count
      else { return call[0] }
      return .string(try text.cut(0, text.string.utf8.count - suffix.string.utf8.count))
    },
  ]
}

private func strings(_ parts: [Text]) -> Value { .list(ListObject(parts.map { .string($0) })) }

private func triple(_ text: Text, _ place: Int, _ separator: Text) throws -> Value {
  .tuple(
    TupleObject([
      .string(try text.cut(0, place)), .string(separator),
      .string(try text.cut(place + separator.string.utf8.count, text.string.utf8.count)),
    ]))
}

private func separator(_ call: Call, _ index: Int) throws -> Text {
  let separator = try call.text(index)
  if separator.count == 0 { throw Fault(.value, "empty separator", hint: "list(s) gives the single characters") }
  return separator
}

/// The parts of a text, collected with an eye on memory.
private struct Parts {
  let text: Text
  private(set) var items: [Text] = []
  private var pace = PaceCounter()

  init(_ text: Text) { self.text = text }

  mutating func add(_ start: Int, _ end: Int) throws {
    try pace.step()
    try MemoryBudget.spend(100 + end - start, for: "the list of the parts")
    items.append(try text.cut(start, end))
  }
}

private func parts(_ call: Call) throws -> [Text] {
  let text = try call.text(0)
  let limit = try call.int(2) < 0 ? Int.max : try call.int(2)
  let length = text.string.utf8.count
  var parts = Parts(text)
  guard call.optional(1) != nil else {
    try text.bytes { bytes in
      var i = 0
      while true {
        i = skip(bytes, i, while: isSpace)
        if i == length { return }
        if parts.items.count == limit { return try parts.add(i, length) }
        let start = i
        i = skip(bytes, i, while: { !isSpace($0) })
        try parts.add(start, i)
      }
    }
    return parts.items
  }
  let separator = try separator(call, 1)
  var start = 0
  while parts.items.count < limit, let place = try text.place(of: separator, from: start, to: length) {
    try parts.add(start, place)
    start = place + separator.string.utf8.count
  }
  try parts.add(start, length)
  return parts.items
}

private func partsFromEnd(_ call: Call) throws -> [Text] {
  let text = try call.text(0)
  let limit = try call.int(2) < 0 ? Int.max : try call.int(2)
  var parts = Parts(text)
  var end = text.string.utf8.count
  guard call.optional(1) != nil else {
    try text.bytes { bytes in
      while true {
        end = skipBack(bytes, end, while: isSpace)
        if end == 0 { return }
        if parts.items.count == limit { return try parts.add(0, end) }
        let stop = end
        end = skipBack(bytes, end, while: { !isSpace($0) })
        try parts.add(end, stop)
      }
    }
    return parts.items.reversed()
  }
  let separator = try separator(call, 1)
  while parts.items.count < limit, let place = try text.lastPlace(of: separator, from: 0, to: end) {
    try parts.add(place + separator.string.utf8.count, end)
    end = place
  }
  try parts.add(0, end)
  return parts.items.reversed()
}

/// The first byte from `start` on whose scalar does not meet the condition.
private func skip(_ bytes: Text.Bytes, _ start: Int, while condition: (Unicode.Scalar) -> Bool) -> Int {
  var i = start
  while i < bytes.count {
    let (scalar, length) = Text.scalar(bytes, at: i)
    if !condition(scalar) { break }
    i += length
  }
  return i
}

/// The end of the last scalar before `end` that does not meet the condition.
private func skipBack(_ bytes: Text.Bytes, _ end: Int, while condition: (Unicode.Scalar) -> Bool) -> Int {
  var i = end
  while i > 0 {
    let (scalar, length) = Text.scalar(bytes, before: i)
    if !condition(scalar) { break }
    i -= length
  }
  return i
}

private func lines(_ text: Text, keepsEnds: Bool) throws -> [Text] {
  var parts = Parts(text)
  try text.bytes { bytes in
    var start = 0
    var i = 0
    while i < bytes.count {
      let (scalar, length) = Text.scalar(bytes, at: i)
      let end = i
      i += length
      switch scalar.value {
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029: break
      default: continue
      }
      if scalar == "\r" && i < bytes.count && bytes[i] == 10 { i += 1 }
      try parts.add(start, keepsEnds ? i : end)
      start = i
    }
    if start < bytes.count { try parts.add(start, bytes.count) }
  }
  return parts.items
}

private func stripped(_ call: Call, atStart: Bool, atEnd: Bool) throws -> Text {
  let text = try call.text(0)
  let characters: Set<Unicode.Scalar>? = call.optional(1) == nil ? nil : Set(try call.scalars(1))
  func goes(_ scalar: Unicode.Scalar) -> Bool { characters?.contains(scalar) ?? isSpace(scalar) }
  let (start, end) = text.bytes { bytes in
    let start = atStart ? skip(bytes, 0, while: goes) : 0
    return (start, atEnd && start < bytes.count ? skipBack(bytes, bytes.count, while: goes) : bytes.count)
  }
  return try text.cut(start, end)
}
