import Arrays

extension PythonBuiltins {
  /// Methods of strings that cut and join.
  static let strParts: [Builtin] = [
    Builtin(
      "str.join", "join(self, iterable)", "Joins strings, with this one between them.",
      example: "\", \".join([\"a\", \"b\"])"
    ) { call in
      let separator = try call.string(0)
      var result = ""
      for (i, item) in try call.collect(call[1]).enumerated() {
        guard case .string(let text) = item else {
          throw Fault(
            .type, "sequence item \(i): expected str instance, \(item.typeName) found",
            hint: "convert each: ', '.join(str(x) for x in xs)")
        }
        if i > 0 { result += separator }
        result += text.string
        if result.utf8.count > NDArray.memoryLimit / 8 { throw Fault(.memory, "the string does not fit into memory") }
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
    ) { call in strings(lines(try call.scalars(0), keepsEnds: try call.bool(1))) },
    Builtin(
      "str.partition", "partition(self, sep)",
      "Cuts at the first separator into what is before, the separator, and what is after.",
      example: "\"a=b\".partition(\"=\")"
    ) { call in
      let (text, separator) = (try call.scalars(0), try separator(call, 1))
      guard let place = find(separator, in: text, from: 0, to: text.count) else {
        return .tuple(TupleObject([call[0], .text(""), .text("")]))
      }
      return triple(text, place, separator)
    },
    Builtin(
      "str.rpartition", "rpartition(self, sep)",
      "Cuts at the last separator into what is before, the separator, and what is after.",
      example: "\"a=b=c\".rpartition(\"=\")"
    ) { call in
      let (text, separator) = (try call.scalars(0), try separator(call, 1))
      guard let place = findLast(separator, in: text, from: 0, to: text.count) else {
        return .tuple(TupleObject([.text(""), .text(""), call[0]]))
      }
      return triple(text, place, separator)
    },
    Builtin(
      "str.strip", "strip(self, chars=None)", "Removes white space, or the given characters, from both ends.",
      example: "\" a \".strip()"
    ) {
      call in .text(scalars: try stripped(call, atStart: true, atEnd: true))
    },
    Builtin(
      "str.lstrip", "lstrip(self, chars=None)", "Removes white space, or the given characters, from the start.",
      example: "\" a\".lstrip()"
    ) {
      call in .text(scalars: try stripped(call, atStart: true, atEnd: false))
    },
    Builtin(
      "str.rstrip", "rstrip(self, chars=None)", "Removes white space, or the given characters, from the end.",
      example: "\"a \".rstrip()"
    ) {
      call in .text(scalars: try stripped(call, atStart: false, atEnd: true))
    },
    Builtin(
      "str.removeprefix", "removeprefix(self, prefix)", "Removes the text if the string starts with it.",
      example: "\"dW1\".removeprefix(\"d\")"
    ) { call in
      let (text, prefix) = (try call.scalars(0), try call.scalars(1))
      return text.starts(with: prefix) ? .text(scalars: text[prefix.count...]) : call[0]
    },
    Builtin(
      "str.removesuffix", "removesuffix(self, suffix)", "Removes the text if the string ends with it.",
      example: "\"a.csv\".removesuffix(\".csv\")"
    ) { call in
      let (text, suffix) = (try call.scalars(0), try call.scalars(1))
      return text.count >= suffix.count && Array(text.suffix(suffix.count)) == suffix
        ? .text(scalars: text.dropLast(suffix.count)) : call[0]
    },
  ]
}

private func strings(_ parts: [some Sequence<Unicode.Scalar>]) -> Value {
  .list(ListObject(parts.map { .text(scalars: $0) }))
}

private func triple(_ text: [Unicode.Scalar], _ place: Int, _ separator: [Unicode.Scalar]) -> Value {
  .tuple(
    TupleObject([
      .text(scalars: text[..<place]), .text(scalars: separator), .text(scalars: text[(place + separator.count)...]),
    ]))
}

private func separator(_ call: Call, _ index: Int) throws -> [Unicode.Scalar] {
  let separator = try call.scalars(index)
  if separator.isEmpty { throw Fault(.value, "empty separator", hint: "list(s) gives the single characters") }
  return separator
}

private func parts(_ call: Call) throws -> [ArraySlice<Unicode.Scalar>] {
  let text = try call.scalars(0)
  let limit = try call.int(2) < 0 ? Int.max : try call.int(2)
  var result: [ArraySlice<Unicode.Scalar>] = []
  guard call.optional(1) != nil else {
    var i = 0
    while true {
      while i < text.count && isSpace(text[i]) { i += 1 }
      if i == text.count { return result }
      if result.count == limit {
        return result + [text[i...]]
      }
      let start = i
      while i < text.count && !isSpace(text[i]) { i += 1 }
      result.append(text[start..<i])
    }
  }
  let separator = try separator(call, 1)
  var start = 0
  while result.count < limit, let place = find(separator, in: text, from: start, to: text.count) {
    result.append(text[start..<place])
    start = place + separator.count
  }
  return result + [text[start...]]
}

private func partsFromEnd(_ call: Call) throws -> [ArraySlice<Unicode.Scalar>] {
  let text = try call.scalars(0)
  let limit = try call.int(2) < 0 ? Int.max : try call.int(2)
  var result: [ArraySlice<Unicode.Scalar>] = []
  guard call.optional(1) != nil else {
    var end = text.count
    while true {
      while end > 0 && isSpace(text[end - 1]) { end -= 1 }
      if end == 0 { break }
      if result.count == limit {
        result.append(text[..<end])
        break
      }
      let stop = end
      while end > 0 && !isSpace(text[end - 1]) { end -= 1 }
      result.append(text[end..<stop])
    }
    return result.reversed()
  }
  let separator = try separator(call, 1)
  var end = text.count
  while result.count < limit, let place = findLast(separator, in: text, from: 0, to: end) {
    result.append(text[(place + separator.count)..<end])
    end = place
  }
  result.append(text[..<end])
  return result.reversed()
}

private func lines(_ text: [Unicode.Scalar], keepsEnds: Bool) -> [ArraySlice<Unicode.Scalar>] {
  var result: [ArraySlice<Unicode.Scalar>] = []
  var start = 0
  var i = 0
  while i < text.count {
    let scalar = text[i]
    i += 1
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029: break
    default: continue
    }
    let end = i - 1
    if scalar == "\r" && i < text.count && text[i] == "\n" { i += 1 }
    result.append(text[start..<(keepsEnds ? i : end)])
    start = i
  }
  if start < text.count { result.append(text[start...]) }
  return result
}

private func stripped(_ call: Call, atStart: Bool, atEnd: Bool) throws -> ArraySlice<Unicode.Scalar> {
  var text = ArraySlice(try call.scalars(0))
  let characters: Set<Unicode.Scalar>? = call.optional(1) == nil ? nil : Set(try call.scalars(1))
  func goes(_ scalar: Unicode.Scalar) -> Bool { characters?.contains(scalar) ?? isSpace(scalar) }
  if atStart { while let first = text.first, goes(first) { text.removeFirst() } }
  if atEnd { while let last = text.last, goes(last) { text.removeLast() } }
  return text
}
