import Arrays
import Glibc

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
      let (text, part) = (try call.text(0), try call.text(1))
      let (start, end) = try window(call, text.count)
      if start > end { return .int(0) }
      if part.count == 0 { return .int(end - start + 1) }
      var from = text.offset(of: start)
      let last = text.offset(of: end)
      var count = 0
      var pace = PaceCounter()
      while let place = try text.place(of: part, from: from, to: last) {
        try pace.step()
        count += 1
        from = place + part.string.utf8.count
      }
      return .int(count)
    },
    Builtin(
      "str.replace", "replace(self, old, new, count=-1)", "Replaces one text by another, at most count times.",
      example: "\"a-b-c\".replace(\"-\", \"+\")"
    ) { call in try replaced(call) },
    Builtin(
      "str.startswith", "startswith(self, prefix, start=None, end=None)",
      "Tells whether the string starts with a text, or one of a tuple of texts.",
      example: "\"dW1\".startswith(\"d\")"
    ) { call in try matches(call) { start, _, _ in start } },
    Builtin(
      "str.endswith", "endswith(self, suffix, start=None, end=None)",
      "Tells whether the string ends with a text, or one of a tuple of texts.",
      example: "\"a.csv\".endswith(\".csv\")"
    ) { call in try matches(call) { _, end, length in end - length } },
  ]
}

/// The part of the string that `start` and `end` (arguments 2 and 3) leave, in scalars.
private func window(_ call: Call, _ count: Int) throws -> (Int, Int) {
  func bound(_ index: Int, _ standard: Int) throws -> Int {
    guard let value = try call.optionalInt(index) else { return standard }
    return value < 0 ? max(value &+ count, 0) : value
  }
  return (try bound(2, 0), min(try bound(3, count), count))
}

private func place(_ call: Call, isLast: Bool) throws -> Int? {
  let (text, part) = (try call.text(0), try call.text(1))
  let (start, end) = try window(call, text.count)
  guard start <= end else { return nil }
  let (from, to) = (text.offset(of: start), text.offset(of: end))
  let found = isLast ? try text.lastPlace(of: part, from: from, to: to) : try text.place(of: part, from: from, to: to)
  return found.map(text.index(ofByte:))
}

/// - Parameter place: the byte at which a text of that length must stand, between the bytes `start` and `end`.
private func matches(_ call: Call, _ place: (_ start: Int, _ end: Int, _ length: Int) -> Int) throws -> Value {
  let text = try call.text(0)
  let (start, end) = try window(call, text.count)
  let wanted: [Value]
  if case .tuple(let tuple) = call[1] { wanted = tuple.items } else { wanted = [call[1]] }
  for value in wanted {
    guard case .string(let part) = value else {
      throw Fault(.type, "\(call.builtin.name) takes a str or a tuple of str, not \(value.typeName)")
    }
    guard start <= end else { continue }
    let (first, last) = (text.offset(of: start), text.offset(of: end))
    let length = part.string.utf8.count
    guard last - first >= length else { continue }
    let isThere = text.bytes { whole in
      part.bytes {
        length == 0 || memcmp(whole.baseAddress! + place(first, last, length), $0.baseAddress!, length) == 0
      }
    }
    if isThere { return .bool(true) }
  }
  return .bool(false)
}

private func replaced(_ call: Call) throws -> Value {
  let (text, old, new) = (try call.text(0), try call.text(1), try call.text(2))
  let limit = try call.int(3) < 0 ? Int.max : try call.int(3)
  guard limit > 0, try text.place(of: old, from: 0, to: text.string.utf8.count) != nil else { return call[0] }
  return try text.bytes { whole in
    try new.bytes { new in
      try .text(building: whole.count) { result in
        var pace = PaceCounter()
        var count = 0
        var start = 0
        func put(upTo place: Int) throws {
          try pace.step()
          if result.count + place - start + new.count > result.capacity {
            try checkSize(ofText: 2 * (result.count + place - start + new.count))
          }
          result += whole[start..<place]
          result += new
          count += 1
        }
        if old.count == 0 {
          // Between all characters, and at both ends.
          try put(upTo: 0)
          while count < limit, start < whole.count {
            let next = start + Text.scalar(whole, at: start).length
            try put(upTo: next)
            start = next
          }
        } else {
          while count < limit, let place = try text.place(of: old, from: start, to: whole.count) {
            try put(upTo: place)
            start = place + old.string.utf8.count
          }
        }
        result += whole[start...]
      }
    }
  }
}
