/// The JSON of a safetensors header: objects, arrays, strings, whole numbers. Nothing else occurs there, so nothing else is read.
enum HeaderJSON {
  case string(String)
  case integer(Int)
  case array([HeaderJSON])
  case object([String: HeaderJSON])

  struct Malformed: Error {
    let reason: String
  }

  /// Header object, tensor object, array of numbers: no header nests deeper than 3.
  static let deepest = 8

  /// The one value of `text`; spaces may stand around it.
  static func parse(_ text: [UInt8]) throws(Malformed) -> HeaderJSON {
    var reader = Reader(bytes: text)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == text.count else { throw Malformed(reason: "text after the header's end") }
    return value
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func skipSpace() {
      while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    /// The next byte that is no space, without going past it.
    mutating func peek() throws(Malformed) -> UInt8 {
      skipSpace()
      guard position < bytes.count else { throw Malformed(reason: "the header ends too early") }
      return bytes[position]
    }

    mutating func expect(_ character: Character) throws(Malformed) {
      guard try peek() == character.asciiValue else {
        throw Malformed(reason: "'\(character)' expected at byte \(position) of the header")
      }
      position += 1
    }

    mutating func value(depth: Int) throws(Malformed) -> HeaderJSON {
      if depth > HeaderJSON.deepest { throw Malformed(reason: "the header is nested too deeply") }
      switch try peek() {
      case UInt8(ascii: "{"): return try object(depth)
      case UInt8(ascii: "["): return try array(depth)
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
      default: throw Malformed(reason: "no value at byte \(position) of the header")
      }
    }

    private mutating func object(_ depth: Int) throws(Malformed) -> HeaderJSON {
      try expect("{")
      var members: [String: HeaderJSON] = [:]
      if try peek() == UInt8(ascii: "}") {
        position += 1
        return .object(members)
      }
      while true {
        guard try peek() == UInt8(ascii: "\"") else {
          throw Malformed(reason: "a name expected at byte \(position) of the header")
        }
        let name = try string()
        try expect(":")
        let value = try value(depth: depth + 1)
        guard members.updateValue(value, forKey: name) == nil else {
          throw Malformed(reason: "the name '\(name)' occurs twice")
        }
        if try peek() == UInt8(ascii: "}") { break }
        try expect(",")
      }
      position += 1
      return .object(members)
    }

    private mutating func array(_ depth: Int) throws(Malformed) -> HeaderJSON {
      try expect("[")
      var items: [HeaderJSON] = []
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

    private mutating func integer() throws(Malformed) -> Int {
      var value = 0
      while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
        let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflowToo) = tens.addingReportingOverflow(Int(bytes[position] - UInt8(ascii: "0")))
        if overflow || overflowToo { throw Malformed(reason: "a number too large for the header") }
        value = sum
        position += 1
      }
      return value
    }

    private mutating func string() throws(Malformed) -> String {
      position += 1
      var text: [UInt8] = []
      while true {
        guard position < bytes.count else { throw Malformed(reason: "the header ends within a string") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""):
          guard let valid = String(validating: text, as: UTF8.self) else {
            throw Malformed(reason: "a string of the header is no UTF-8")
          }
          return valid
        case UInt8(ascii: "\\"): try escape(into: &text)
        case 0..<0x20: throw Malformed(reason: "a control character in a string of the header")
        default: text.append(byte)
        }
      }
    }

    private mutating func escape(into text: inout [UInt8]) throws(Malformed) {
      guard position < bytes.count else { throw Malformed(reason: "the header ends within a string") }
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
        let digits = bytes[position..<min(position + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
          let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), let scalar = UnicodeScalar(code)
        else { throw Malformed(reason: "a bad \\u escape in the header") }
        position += 4
        text.append(contentsOf: String(Character(scalar)).utf8)
      default: throw Malformed(reason: "a bad escape in the header")
      }
    }
  }

  /// `text` as a JSON string.
  static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
