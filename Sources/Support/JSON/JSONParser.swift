extension JSON {
  /// A text that is not JSON.
  package struct Malformed: Error {
    package let reason: String
    /// Where it was noticed, in bytes from 0.
    package let byte: Int
  }

  /// What is nested deeper is written by nobody, and would use up the stack.
  package static let deepest = 512

  /// The one value of `text`; spaces may stand around it.
  package static func parse(_ text: [UInt8]) throws(Malformed) -> JSON {
    var parser = JSONParser(bytes: text)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == text.count else { throw parser.malformed("more text after the end") }
    return value
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  func malformed(_ reason: String) -> JSON.Malformed { JSON.Malformed(reason: reason, byte: position) }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// The next byte that is not a space, without going past it.
  private mutating func peek() throws(JSON.Malformed) -> UInt8 {
    skipSpace()
    guard position < bytes.count else { throw malformed("the text ends too early") }
    return bytes[position]
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSON.Malformed) {
    guard try peek() == UInt8(ascii: character) else { throw malformed("'\(character)' expected") }
    position += 1
  }

  mutating func value(depth: Int) throws(JSON.Malformed) -> JSON {
    if depth > JSON.deepest { throw malformed("nested too deeply") }
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw malformed("a value expected")
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSON.Malformed) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw malformed("a value expected") }
    position += word.utf8.count
    return value
  }

  private mutating func object(_ depth: Int) throws(JSON.Malformed) -> JSON {
    try expect("{")
    var members: [JSON.Member] = []
    var names: Set<String> = []
    if try peek() == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      guard try peek() == UInt8(ascii: "\"") else { throw malformed("a name expected") }
      let name = try string()
      try expect(":")
      members.append(JSON.Member(name: name, value: try value(depth: depth + 1)))
      // Which of the two is meant is anybody's guess.
      guard names.insert(name).inserted else { throw malformed("the name '\(name)' occurs twice") }
      if try peek() == UInt8(ascii: "}") { break }
      try expect(",")
    }
    position += 1
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(JSON.Malformed) -> JSON {
    try expect("[")
    var items: [JSON] = []
    if try peek() == UInt8(ascii: "]") {
      position += 1
      return .array(items)
    }
    while true {
      items.append(try value(depth: depth + 1))
      if try peek() == UInt8(ascii: "]") { break }
      try expect(",")
    }
    position += 1
    return .array(items)
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
  private mutating func number() throws(JSON.Malformed) -> JSON {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    try digits()
    if bytes[first] == UInt8(ascii: "0"), position > first + 1 { throw malformed("a number begins with 0") }
    var isWhole = true
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw malformed("a number too large") }
    return .number(number)
  }

  private mutating func digits() throws(JSON.Malformed) {
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
    if position == start { throw malformed("a digit expected") }
  }

  private mutating func string() throws(JSON.Malformed) -> String {
    position += 1
    var text: [UInt8] = []
    while true {
      guard position < bytes.count else { throw malformed("the text ends within a string") }
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let valid = String(validating: text, as: UTF8.self) else { throw malformed("a string is not UTF-8") }
        return valid
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw malformed("a control character in a string")
      default: text.append(byte)
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSON.Malformed) {
    guard position < bytes.count else { throw malformed("the text ends within a string") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      // A character beyond U+FFFF is two escapes, the halves of its UTF-16.
      if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
        position += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw malformed("half a character") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = UnicodeScalar(code) else { throw malformed("half a character") }
      text += Array(String(Character(scalar)).utf8)
    default: throw malformed("a bad escape")
    }
  }

  /// The four digits of `\u`.
  private mutating func hexadecimal() throws(JSON.Malformed) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw malformed("a bad \\u escape") }
    position += 4
    return code
  }
}
